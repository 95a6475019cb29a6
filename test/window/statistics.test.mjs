// The statistics page in the real window: what the record says, practice from one click, and a fresh start that can be taken back.
import assert from 'node:assert/strict';
import { serious } from './support/axe.mjs';
import { seedRecord } from './support/seededRecord.mjs';
import { showTheme } from '../look/showWindow.mjs';
import { closeBrowser, openWindow } from './support/openWindow.mjs';

describe('the statistics', () => {
  let window;
  let frame;
  let count;
  before(async () => {
    window = await openWindow({ width: 1300, height: 1000 });
    count = seedRecord(window.server);
    await window.command('eShikaku.showStatistics');
    frame = await window.frame('Statistics');
    await frame.locator('.areas table').first().waitFor({ timeout: 60_000 });
  });
  after(async () => {
    await window?.close();
    await closeBrowser();
  });

  const answers = () => frame.locator('.figures b').first().innerText();

  it('count every answer of the record, in areas and weeks alike', async () => {
    assert.equal(Number(await answers()), count);
    const cells = await frame.locator('.areas > .scroll tbody td:nth-child(2)').allInnerTexts();
    assert.equal(
      cells.map(Number).reduce((a, b) => a + b, 0),
      count,
    );
    await frame.locator('.chart:has(#trend) summary').click();
    const weeks = await frame.locator('.chart:has(#trend) tbody td:nth-child(2)').allInnerTexts();
    assert.equal(
      weeks.map(Number).reduce((a, b) => a + b, 0),
      count,
    );
  });

  it('tell every chart in words', async () => {
    const labels = await frame.locator('[role="img"]').evaluateAll((list) => list.map((node) => node.getAttribute('aria-label')));
    assert.equal(labels.length, 3);
    assert.ok(
      labels.every((label) => /\d/.test(label) && !/\{\d\}/.test(label)),
      labels.join('\n'),
    );
  });

  for (const theme of ['dark', 'light', 'hcDark']) {
    it(`have no serious accessibility findings (${theme})`, async () => {
      await showTheme(window, theme);
      assert.deepEqual(serious(await window.axe(frame)), []);
    });
  }

  it('fit a narrow page', async () => {
    await window.page.setViewportSize({ width: 500, height: 1000 });
    await window.page.waitForTimeout(500);
    const [content, room] = await frame.locator('html').evaluate((html) => [html.scrollWidth, html.clientWidth]);
    assert.ok(content <= room, `${content} px in ${room} px`);
    await window.page.setViewportSize({ width: 1300, height: 1000 });
  });

  it('show the day’s reviews on the view’s badge and in the status bar', async () => {
    const item = window.page.locator('.statusbar-item', { hasText: /Today’s review \d+/ });
    await item.waitFor({ timeout: 30_000 });
    await window.page.locator('.activitybar .badge-content', { hasText: /^\d+$/ }).first().waitFor();
  });

  it('start afresh only after a modal question, and come back', async () => {
    const dialog = window.page.locator('.monaco-dialog-box');
    await frame.getByRole('button', { name: 'Set aside and start afresh…' }).click();
    await dialog.waitFor();
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    assert.equal(Number(await answers()), count);
    await frame.getByRole('button', { name: 'Set aside and start afresh…' }).click();
    await dialog.getByRole('button', { name: 'Start afresh' }).click();
    await frame.getByText('Nothing has been answered yet.').waitFor({ timeout: 20_000 });
    await window.command('eShikaku.undoReset');
    await frame.locator('.areas table').first().waitFor({ timeout: 20_000 });
    assert.equal(Number(await answers()), count);
  });

  it('start practice on the weakest topic with one click', async () => {
    await frame.locator('.weakest li button').first().click();
    await window.page.locator('.tab.active', { hasText: 'Quiz: ' }).waitFor({ timeout: 30_000 });
  });

  it('break no content policy and ask nothing of the outside world', async () => {
    assert.deepEqual(window.consoleViolations, []);
    assert.deepEqual(await window.requestsOutside(), []);
  });
});
