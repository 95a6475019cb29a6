// The learner's path through a quiz in the real window: from a note to its quiz, an answer with its reasons, a reload in the middle, today's review.
import assert from 'node:assert/strict';
import { serious } from './support/axe.mjs';
import { answerByKey, enteredNow, pick, proceed } from './support/quiz.mjs';
import { showTheme } from '../look/showWindow.mjs';
import { closeBrowser, openWindow } from './support/openWindow.mjs';

describe('the quiz', () => {
  let window;
  let frame;
  let title;
  before(async () => {
    window = await openWindow({ width: 1300, height: 1000 });
  });
  after(async () => {
    await window?.close();
    await closeBrowser();
  });

  const heading = () => frame.locator('h1').innerText();
  const stem = () => frame.locator('.stem').first().innerText();
  const shown = async (pattern) => {
    await frame.locator('h1', { hasText: pattern }).waitFor({ timeout: 30_000 });
  };

  it('starts from a note', async () => {
    await window.command('eShikaku.openNote');
    await pick(window, 'MAML');
    const tab = window.page.locator('.tab.active');
    await tab.waitFor();
    await window.page.waitForFunction(() => document.querySelector('.tab.active .label-name')?.textContent.trim());
    const reader = await window.frame((await tab.innerText()).trim());
    await reader.locator('button:has(.codicon-checklist)').first().click();
    const quizTab = window.page.locator('.tab.active', { hasText: 'Quiz: ' });
    await quizTab.waitFor({ timeout: 30_000 });
    title = (await quizTab.innerText()).trim();
    frame = await window.frame(title);
    await shown(/Question 1 of \d+/);
  });

  it('shows nothing of the answer before it is given, and every reason afterwards, by keyboard', async () => {
    assert.equal(await frame.locator('.why, .explanation, .verdict').count(), 0);
    await answerByKey(window, frame);
    await proceed(frame);
    await frame.locator('.explanation').waitFor();
    assert.equal(await frame.locator('.verdict').count(), 1);
    assert.equal(await frame.locator(':focus').getAttribute('id'), 'proceed');
    await window.page.keyboard.press('Enter');
    await shown('Question 2 of');
  });

  it('is at the same question with the same half-given answer after a reload', async () => {
    const untouched = await enteredNow(frame);
    await answerByKey(window, frame);
    const entered = await enteredNow(frame);
    assert.notDeepEqual(entered, untouched);
    const before = [await heading(), await stem()];
    // VS Code in a browser keeps what views remember every five seconds; on the desktop it does so on closing.
    await window.page.waitForTimeout(6000);
    await window.reload();
    frame = await window.frame(title, 60_000);
    await shown('Question 2 of');
    assert.deepEqual([await heading(), await stem()], before);
    assert.deepEqual(await enteredNow(frame), entered);
    assert.equal(await frame.locator('.segment.open').count(), (await frame.locator('.segment').count()) - 1, 'the first answer is kept');
  });

  it('tells what is left for today in the status bar and starts it from there', async () => {
    const item = window.page.locator('.statusbar-item', { hasText: 'Today’s review' });
    await item.waitFor({ timeout: 30_000 });
    assert.match(await item.locator('a, [aria-label]').first().getAttribute('aria-label'), /Today’s review \d+, \d+ to review, \d+ new/);
    await item.click();
    frame = await window.frame('Quiz: Today’s review');
    await shown(/Question 1 of \d+/);
  });

  it('offers every way of practising in the picker', async () => {
    await window.command('eShikaku.startQuiz');
    const rows = window.page.locator('.quick-input-widget .monaco-list-row');
    for (const name of ['Today’s review', 'Five minutes', 'Mixed questions', 'Cramming', 'Mock exam…'])
      await rows.filter({ hasText: name }).first().waitFor({ timeout: 10_000 });
    await window.page.keyboard.press('Escape');
  });

  for (const theme of ['dark', 'light', 'hcDark']) {
    it(`has no serious accessibility findings (${theme})`, async () => {
      await showTheme(window, theme);
      assert.deepEqual(serious(await window.axe(frame)), []);
    });
  }

  it('breaks no content policy and asks nothing of the outside world', async () => {
    assert.deepEqual(window.consoleViolations, []);
    assert.deepEqual(await window.requestsOutside(), []);
  });
});
