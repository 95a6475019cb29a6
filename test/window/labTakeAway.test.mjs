// Taking a run away and predicting first, in the real window: a script in an editor, a picture, a link out and in again, a question answered.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { serious } from './support/axe.mjs';
import { labTitle, trainedLab } from './support/lab.mjs';
import { showTheme } from '../look/showWindow.mjs';
import { closeBrowser, openWindow } from './support/openWindow.mjs';

const TITLE = labTitle.en;
const LINK = /^[a-z][\w+.-]*:\/\/e-shikaku-lab\.e-shikaku-lab\/lab\?family=sinusoid&algorithm=maml&seed=1&/;

describe('the lab, taken away and foreseen', () => {
  let window;
  let frame;
  before(async () => {
    window = await openWindow({ width: 1300, height: 1000 });
    await window.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    frame = await trainedLab(window);
  });
  after(async () => {
    await window?.close();
    await closeBrowser();
  });

  const menu = () => frame.locator('.take-away');
  const choose = async (name) => {
    await menu().locator('summary').click();
    await menu().getByRole('button', { name, exact: true }).click();
  };
  const card = () => frame.locator('.prediction');
  const back = async () => {
    await window.command('eShikaku.openLab');
    frame = await window.frame(TITLE);
  };
  /** Saves through VS Code's own dialog, in which the path is typed. */
  const saveAs = async (file) => {
    const input = window.page.locator('.quick-input-widget input[type="text"]');
    await input.waitFor();
    // The dialog first reads the folder that it proposes; what is typed before that is understood as something else.
    await window.page.waitForFunction((node) => node.value.length > 1, await input.elementHandle());
    await window.page.locator('.quick-input-widget .quick-input-list .monaco-list').waitFor();
    await window.page.waitForTimeout(1000);
    await input.fill(file);
    await window.page.waitForTimeout(1000);
    await window.page.keyboard.press('Enter');
    for (let i = 0; i < 100 && !fs.existsSync(file); i++) await window.page.waitForTimeout(100);
    await input.waitFor({ state: 'hidden' });
    return fs.readFileSync(file);
  };

  it('asks about the finished run before it shows what is asked, and then says what happened with the numbers', async () => {
    await card().getByText('which starting point has the lower error').waitFor();
    assert.equal(await card().locator('.outcome').count(), 0);
    await card().getByRole('button', { name: 'The trained θ' }).click();
    await card().locator('.outcome').waitFor();
    assert.match(
      await card().locator('.outcome').innerText(),
      /Right: The trained θ\.\s+After one step its error is 0\.\d+, from the random θ \d/,
    );
    assert.deepEqual(serious(await window.axe(frame)), []);
    await card().getByRole('button', { name: 'Close' }).click();
    await card().getByRole('button').first().waitFor({ state: 'detached' });
  });

  it('opens the menu by key, lists what there is, closes it by Escape, and stays accessible', async () => {
    await menu().locator('summary').focus();
    await window.page.keyboard.press('Enter');
    await menu().getByRole('group', { name: 'Pictures shown' }).waitFor();
    assert.ok((await menu().getByRole('button').count()) >= 9);
    for (const theme of ['light', 'hcDark', 'dark']) {
      await showTheme(window, theme);
      if (!(await menu().evaluate((node) => node.open))) await menu().locator('summary').click();
      assert.deepEqual(serious(await window.axe(frame)), [], theme);
    }
    await menu().locator('summary').focus();
    await window.page.keyboard.press('Escape');
    assert.equal(await menu().evaluate((node) => node.open), false);
  });

  it('saves the picture as SVG with the theme’s colours in it, and as PNG', async () => {
    const folder = path.join(window.server.dataDir, 'practice');
    await menu().locator('summary').click();
    await menu()
      .getByRole('button', { name: /as SVG$/ })
      .first()
      .click();
    const svg = String(await saveAs(path.join(folder, 'task.svg')));
    assert.match(svg, /^<\?xml version="1\.0" encoding="UTF-8"\?>\n<svg [\s\S]*<\/svg>\n$/);
    assert.match(svg, /<path[^>]* stroke="(rgb|color)\(/);
    assert.doesNotMatch(svg, /class=|var\(--|style=/);
    assert.match(svg, /Support points/);
    await menu().locator('summary').click();
    await menu()
      .getByRole('button', { name: /as PNG$/ })
      .first()
      .click();
    const png = await saveAs(path.join(folder, 'task.png'));
    assert.deepEqual([...png.subarray(0, 4)], [0x89, 0x50, 0x4e, 0x47]);
    assert.ok(png.length > 5000, `${png.length} bytes`);
  });

  it('saves everything as JSON', async () => {
    await choose('Everything (JSON)');
    const run = JSON.parse(String(await saveAs(path.join(window.server.dataDir, 'practice', 'run.json'))));
    assert.deepEqual([run.format, run.trained, run.metaLoss.length], ['eShikaku.mamlRun', 5000, 5000]);
    assert.match(run.link, LINK);
  });

  it('opens the experiment as a PyTorch script in an untitled editor', async () => {
    await choose('As a PyTorch script');
    const editor = window.page.locator('.editor-instance .monaco-editor').first();
    await editor.getByText('PyTorch スクリプト', { exact: false }).first().waitFor();
    await window.page.locator('.tab.active', { hasText: /Untitled/ }).waitFor();
    assert.match(await window.page.locator('.statusbar').innerText(), /Python/);
    await back();
  });

  it('saves the picture by command from behind another tab, too', async () => {
    // The script of the test before: in front of the lab it takes the lab's page down.
    await window.page.locator('.tab', { hasText: 'Untitled' }).first().click();
    await window.page.locator('.tab.active', { hasText: 'Untitled' }).waitFor();
    await window.command('eShikaku.exportRun');
    await window.page.locator('.quick-input-widget .monaco-list-row', { hasText: 'First picture as SVG' }).click();
    const folder = fs.mkdtempSync(path.join(window.server.dataDir, 'pictures-'));
    assert.match(String(await saveAs(path.join(folder, 'task.svg'))), /^<\?xml version="1\.0"/);
    await back();
  });

  it('copies a link that opens the same experiment again, and refuses any other in a sentence', async () => {
    await choose('Copy a link');
    await window.page.locator('.statusbar', { hasText: 'on the clipboard' }).waitFor();
    const link = await window.page.evaluate(() => navigator.clipboard.readText());
    assert.match(link, LINK);
    const input = window.page.locator('.quick-input-widget input[type="text"]');
    await window.command('eShikaku.openLabLink');
    await window.page.locator('.quick-input-widget', { hasText: 'Paste the link' }).waitFor();
    await input.fill(link.replace('alpha=0.01', 'alpha=7'));
    await window.page.locator('.quick-input-message', { hasText: '“alpha” is 7; it must be a number from' }).waitFor();
    await input.fill(link.replace('seed=1&', 'seed=7&').replace('iterations=5000', 'iterations=50'));
    await window.page.keyboard.press('Enter');
    frame = await window.frame(TITLE);
    await frame.locator('.status.ready', { hasText: 'Trained 50 iterations' }).waitFor({ timeout: 60_000 });
    assert.equal(await frame.locator('input[name="seed"]').inputValue(), '7');
  });

  it('asks before a line, hides the answer until it is given, and does not ask again', async () => {
    await frame.locator('#view-step').click();
    await frame.locator('body').press('Home');
    await frame.locator('.place', { hasText: 'Iteration 1, line 0' }).waitFor();
    const step = async (key, line) => {
      await frame.locator('body').press(key);
      await frame.locator('.place', { hasText: `line ${line} ` }).waitFor();
    };
    for (const line of [1, 2, 3]) await step('ArrowRight', line);
    await card().getByText('Will the support loss of this task fall or rise?').waitFor();
    await card().getByRole('button', { name: 'It falls' }).focus();
    await window.page.keyboard.press('Enter');
    await card().locator('.outcome').waitFor();
    assert.match(await card().locator('.outcome').innerText(), /The support loss goes from [\d.]+ (down|up) to [\d.]+\./);
    assert.deepEqual(serious(await window.axe(frame)), []);
    await step('ArrowLeft', 2);
    await step('ArrowRight', 3);
    assert.equal(await card().getByRole('button', { name: 'It falls' }).count(), 0);
  });

  it('stops asking when it is turned off, for good', async () => {
    const box = frame.getByRole('checkbox', { name: 'Ask me to predict' });
    await box.uncheck();
    await box.blur();
    await frame.locator('.prediction.none').waitFor({ state: 'attached' });
    for (let i = 0; i < 12; i++) await frame.locator('body').press('ArrowRight');
    await frame.locator('.place', { hasText: 'line 15 ' }).waitFor();
    assert.equal(await frame.locator('.prediction.open').count(), 0);
    await window.page.waitForTimeout(6000);
    await window.reload();
    frame = await window.frame(TITLE);
    await frame.locator('.place').waitFor({ timeout: 90_000 });
    assert.equal(await frame.getByRole('checkbox', { name: 'Ask me to predict' }).isChecked(), false);
  });

  it('counts the predictions on the statistics page', async () => {
    await window.command('eShikaku.showStatistics');
    const statistics = await window.frame('Statistics');
    await statistics.getByText(/Predictions in the MAML lab: [12] of 2 right/).waitFor();
  });

  it('breaks no content policy and asks nothing of the outside world', async () => {
    assert.deepEqual(window.consoleViolations, []);
    assert.deepEqual(await window.requestsOutside(), []);
  });
});
