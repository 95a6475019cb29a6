// The learner's path through the lab in the real window: run the demo, see it adapt, step forward and back, reload in the middle.
import assert from 'node:assert/strict';
import { serious } from './support/axe.mjs';
import { labTitle, trainedLab } from './support/lab.mjs';
import { showTheme } from '../look/showWindow.mjs';
import { closeBrowser, openWindow } from './support/openWindow.mjs';

const TITLE = labTitle.en;

describe('the lab', () => {
  let window;
  let frame;
  before(async () => {
    window = await openWindow({ width: 1300, height: 1000 });
    frame = await trainedLab(window);
  });
  after(async () => {
    await window?.close();
    await closeBrowser();
  });

  const place = () => frame.locator('.place').innerText();
  const press = async (key) => {
    const before = await place();
    await frame.locator('body').press(key);
    await frame.locator('.place', { hasNotText: before }).waitFor({ timeout: 5000 });
  };

  it('shows that one step on ten points takes most of the error away', async () => {
    const row = (step) => frame.locator(`.errors tbody tr:nth-child(${step + 1}) td:nth-child(3)`).innerText();
    const [before, after] = [Number(await row(0)), Number(await row(1))];
    assert.ok(after < 0.5 * before, `mean error ${before} before, ${after} after one step`);
  });

  it('shows other unseen tasks', async () => {
    const first = await frame.locator('.section-head + .muted').innerText();
    await frame.locator('.section-head button:last-child').click();
    await frame.locator('.section-head + .muted', { hasNotText: first }).waitFor();
  });

  it('steps forward and back by key, with the same picture at the same place', async () => {
    await frame.locator('#view-step').click();
    await press('Home');
    assert.match(await place(), /^Iteration 1, line 0 of 153$/);
    const seen = [];
    for (let i = 0; i < 8; i++) {
      await press('ArrowRight');
      seen.push([await place(), await frame.locator('li.lit code').innerText(), await frame.locator('.formula-box').innerText()]);
    }
    assert.equal(seen[0][1].trim(), 'tasks = p_T.sample(T)');
    assert.match(seen[2][1], /grad\(loss\(phi, support\)/);
    for (const expected of seen.slice(0, -1).reverse()) {
      await press('ArrowLeft');
      const now = [await place(), await frame.locator('li.lit code').innerText(), await frame.locator('.formula-box').innerText()];
      assert.deepEqual(now, expected);
    }
  });

  it('steps over a task, out of it, and to the next iteration by mouse', async () => {
    const click = (name) => frame.getByRole('button', { name }).click();
    await click('To the start (Home)');
    await frame.locator('.place', { hasText: 'line 0' }).waitFor();
    await click('Step into (→)');
    await frame.locator('.place', { hasText: 'line 1 ' }).waitFor();
    await click('Step over (Shift+→)');
    await frame.locator('.place', { hasText: 'line 7 ' }).waitFor();
    await click('Next iteration (])');
    await frame.locator('.place', { hasText: 'Iteration 1, line 153' }).waitFor();
  });

  it('is back at the same line after the window was reloaded', async () => {
    await press('ArrowRight');
    await press('ArrowRight');
    await frame.locator('.train-further input').fill('250');
    const [before, formula] = [await place(), await frame.locator('.formula-box').innerText()];
    // VS Code in a browser keeps what views remember every five seconds; on the desktop it does so on closing.
    await window.page.waitForTimeout(6000);
    await window.reload();
    frame = await window.frame(TITLE);
    await frame.locator('.place').waitFor({ timeout: 90_000 });
    assert.equal(await place(), before);
    assert.equal(await frame.locator('.formula-box').innerText(), formula);
    assert.equal(await frame.locator('#lab-more').innerText(), 'Train 250 more');
  });

  for (const theme of ['dark', 'light', 'hcDark']) {
    it(`has no serious accessibility findings in either view (${theme})`, async () => {
      await showTheme(window, theme);
      for (const page of ['#view-result', '#view-step']) {
        await frame.locator(page).click();
        await frame.locator(`${page}[aria-pressed="true"]`).waitFor();
        assert.deepEqual(serious(await window.axe(frame)), []);
      }
    });
  }

  it('refuses a forged message and goes on', async () => {
    await frame.locator('body').evaluate(() => window.postMessage({ type: 'lab', lab: 'nonsense' }, '*'));
    await frame.locator('#view-step').click();
    await press('ArrowRight');
  });

  it('breaks no content policy and asks nothing of the outside world', async () => {
    assert.deepEqual(window.consoleViolations, []);
    assert.deepEqual(await window.requestsOutside(), []);
  });
});
