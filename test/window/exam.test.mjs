// A quarter of a mock exam in the real window, by keyboard alone, with a reload in the middle; the clock and every mark survive.
import assert from 'node:assert/strict';
import { serious } from './support/axe.mjs';
import { answerByKey, pick, proceed } from './support/quiz.mjs';
import { seedExam } from './support/seededRecord.mjs';
import { showTheme } from '../look/showWindow.mjs';
import { closeBrowser, openWindow } from './support/openWindow.mjs';

const TITLE = 'Mock exam';
const QUESTIONS = 26;

describe('the mock exam', () => {
  let window;
  let frame;
  before(async () => {
    window = await openWindow({ width: 1300, height: 1000 });
    await window.command('eShikaku.startExam');
    await pick(window, 'Quarter');
    frame = await window.frame(TITLE);
    await shown(1);
  });
  after(async () => {
    await window?.close();
    await closeBrowser();
  });

  const shown = (number) => frame.locator('h1', { hasText: `Question ${number} of ${QUESTIONS}` }).waitFor({ timeout: 60_000 });
  const press = (key) => window.page.keyboard.press(key);
  const answered = (count) =>
    frame
      .locator('.field.answered')
      .nth(count - 1)
      .waitFor({ timeout: 10_000 });
  const secondsLeft = async () => {
    const [minutes, seconds] = (await frame.locator('.clock').innerText()).trim().split(':').map(Number);
    return minutes * 60 + seconds;
  };
  const next = async (number) => {
    await answerByKey(window, frame);
    await answered(number);
    if (number === QUESTIONS) return;
    await proceed(frame);
    await shown(number + 1);
  };

  it('asks 26 questions in 30 minutes and says nothing of right or wrong', async () => {
    const left = await secondsLeft();
    assert.ok(left > 29 * 60 && left <= 30 * 60, `${left} s`);
    for (let number = 1; number <= 5; number++) await next(number);
    assert.equal(await frame.locator('.why, .explanation, .verdict, .correct').count(), 0);
  });

  it('flags, leaves out and comes back', async () => {
    await frame.locator('h1').press('f');
    await frame.locator('.field.flagged').waitFor();
    await press('Enter');
    await shown(7);
    await press('Escape');
    await press('o');
    await press('ArrowLeft');
    await press('Enter');
    await shown(6);
    assert.equal(await frame.locator('#flag').getAttribute('aria-pressed'), 'true');
    await next(6);
  });

  it('has a calculator at the key C', async () => {
    await frame.locator('h1').press('c');
    await frame.locator('#calculation:focus').waitFor();
    await window.page.keyboard.type('2^10 - √(576)');
    await press('Enter');
    assert.match(await frame.locator('.calculator .lines').innerText(), /= 1000/);
    await press('Escape');
    await press('c');
    await frame.locator('.calculator').waitFor({ state: 'detached' });
  });

  for (const theme of ['dark', 'light', 'hcDark']) {
    it(`has no serious accessibility findings (${theme})`, async () => {
      await showTheme(window, theme);
      assert.deepEqual(serious(await window.axe(frame)), []);
    });
  }

  it('is at the same question, with every mark and the same deadline, after a reload', async () => {
    const before = await secondsLeft();
    const stem = await frame.locator('.stem').innerText();
    // VS Code in a browser keeps what views remember every five seconds; on the desktop it does so on closing.
    await window.page.waitForTimeout(6000);
    const reloaded = Date.now();
    await window.reload();
    frame = await window.frame(TITLE, 60_000);
    await shown(7);
    assert.equal(await frame.locator('.stem').innerText(), stem);
    assert.equal(await frame.locator('.field.answered').count(), 6);
    assert.equal(await frame.locator('.field.flagged').count(), 1);
    const passed = 6 + (Date.now() - reloaded) / 1000;
    assert.ok(Math.abs(before - (await secondsLeft()) - passed) < 4, 'the clock went on meanwhile');
  });

  it('is handed in by keyboard and tells the score by field, with every question and its reasons', async () => {
    for (let number = 7; number <= QUESTIONS; number++) await next(number);
    await frame.locator('#hand-in').press('Enter');
    await frame.locator('#confirm[open]').waitFor();
    await press('Escape');
    await frame.locator('#confirm[open]').waitFor({ state: 'hidden' });
    await frame.locator('#hand-in').press('Enter');
    await frame.locator('#hand-in-now').press('Enter');
    await frame.locator('h1', { hasText: 'Result of the mock exam' }).waitFor();
    assert.equal(await frame.locator('.review > ol > li').count(), QUESTIONS);
    const rows = await frame.locator('.fields tbody td:nth-child(2)').allInnerTexts();
    const totals = rows.map((text) => text.split('/').map(Number));
    assert.equal(
      totals.reduce((sum, [, total]) => sum + total, 0),
      QUESTIONS,
    );
    const right = totals.reduce((sum, [count]) => sum + count, 0);
    assert.match(await frame.locator('.score').innerText(), new RegExp(`^${right}\\s*/ ${QUESTIONS}$`));
  });

  for (const theme of ['dark', 'light', 'hcDark']) {
    it(`has no serious accessibility findings in the result (${theme})`, async () => {
      await showTheme(window, theme);
      assert.deepEqual(serious(await window.axe(frame)), []);
    });
  }

  it('breaks no content policy and asks nothing of the outside world', async () => {
    assert.deepEqual(window.consoleViolations, []);
    assert.deepEqual(await window.requestsOutside(), []);
  });
});

describe('a mock exam whose time runs out', () => {
  let window;
  before(async () => {
    window = await openWindow({ width: 1300, height: 1000 });
  });
  after(async () => {
    await window?.close();
    await closeBrowser();
  });

  it('is found in the picker, hands itself in, and counts what was marked', async () => {
    const end = Date.now() + 20_000;
    seedExam(window.server, 20_000);
    await window.command('eShikaku.startQuiz');
    await pick(window, 'Continue: Mock exam');
    const frame = await window.frame(TITLE);
    await frame.locator('.clock').waitFor({ timeout: 20_000 });
    assert.equal(await frame.locator('.field.answered').count(), 2);
    await frame.locator('h1', { hasText: 'Result of the mock exam' }).waitFor({ timeout: 60_000 });
    assert.ok(Date.now() >= end - 500, 'not before its time');
    assert.match(await frame.locator('.score').innerText(), /^1\s*\/ 4$/);
    assert.equal(await frame.getByText('2 left blank').count(), 1);
  });
});
