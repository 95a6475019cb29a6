// A mock exam with every newer kind of question, by keyboard alone, reloaded twice and killed once: nothing is lost or counted twice.
import assert from 'node:assert/strict';
import { serious } from './support/axe.mjs';
import { answerByKey, pick, proceed } from './support/quiz.mjs';
import { eventsOnDisk, newerKinds, seedExamOf } from './support/seededRecord.mjs';
import { closeBrowser, openWindow } from './support/openWindow.mjs';

const TITLE = 'Mock exam';
const ids = [...newerKinds, 'maml-in-code-create-graph', 'maml-variants-maml-plus-plus'];

describe('a mock exam that is killed', () => {
  let window;
  let frame;
  before(async () => {
    window = await openWindow({ width: 1300, height: 1000 });
    seedExamOf(window.server, ids);
    await continued();
    await shown(1);
  });
  after(async () => {
    await window?.close();
    await closeBrowser();
  });

  const heading = () => frame.locator('h1', { hasText: / of 8$/ });
  const shown = (number) => frame.locator('h1', { hasText: `Question ${number} of ${ids.length}` }).waitFor({ timeout: 60_000 });
  const place = async () => Number(/Question (\d+)/.exec(await heading().innerText())[1]);
  const marks = () => frame.locator('.field.answered').count();
  const continued = async () => {
    await window.command('eShikaku.startQuiz');
    await pick(window, 'Continue: Mock exam');
    frame = await window.frame(TITLE, 60_000);
    await heading().waitFor({ timeout: 60_000 });
  };
  /** Answers the questions from one to another by keyboard and goes on. */
  const answer = async (from, to) => {
    // A restored panel stands where it was, not at the first open question.
    for (let at = await place(); at < from; at++) {
      await frame.locator('h1').press('Enter');
      await shown(at + 1);
    }
    for (let number = from; number <= to; number++) {
      await shown(number);
      await answerByKey(window, frame);
      await frame
        .locator('.field.answered')
        .nth(number - 1)
        .waitFor({ timeout: 10_000 });
      if (number === ids.length) return;
      await proceed(frame);
    }
    await shown(to + 1);
  };
  const markedOnDisk = () => eventsOnDisk(window.server).filter(({ type }) => type === 'examMarked');

  it('keeps what is half entered at several questions', async () => {
    const halves = new Map();
    for (let number = 1; number <= ids.length; number++) {
      await shown(number);
      const fields = frame.locator('.answer :is(select, input[type="text"])');
      if ((await fields.count()) > 1) {
        const isList = await fields.first().evaluate((field) => field instanceof HTMLSelectElement);
        if (isList) await fields.first().selectOption({ index: 1 });
        else await fields.first().fill('half');
        halves.set(number, await fields.first().inputValue());
      }
      if (number < ids.length) await frame.locator('#proceed').click();
    }
    assert.ok(halves.size >= 2, `${halves.size} questions take more than one entry`);
    for (let number = ids.length; number >= 1; number--) {
      await shown(number);
      const first = frame.locator('.answer :is(select, input[type="text"])').first();
      if (halves.has(number)) {
        assert.equal(await first.inputValue(), halves.get(number), `question ${number}`);
        // Back to nothing, so that the exam begins as it was.
        if (await first.evaluate((field) => field instanceof HTMLSelectElement)) await first.selectOption({ index: 0 });
        else await first.fill('');
      }
      if (number > 1) {
        await frame.locator('h1').focus();
        await frame.locator('h1').press('p');
      }
    }
    assert.equal(await marks(), 0);
  });

  it('takes every kind of question without saying what is right', async () => {
    await answer(1, 3);
    assert.equal(await frame.locator('.why, .explanation, .verdict, .correct').count(), 0);
    assert.deepEqual(serious(await window.axe(frame)), []);
  });

  it('has every mark after a reload', async () => {
    await window.reload();
    await continued();
    assert.equal(await marks(), 3);
  });

  it('has every mark after server and extension host are killed', async () => {
    await answer(4, 5);
    await frame.locator('h1').press('f');
    await frame.locator('.field.flagged').waitFor();
    await window.killed();
    await continued();
    assert.equal(await marks(), 5);
    assert.equal(await frame.locator('.field.flagged').count(), 1);
    await answer(6, 7);
  });

  it('has every mark after another reload', async () => {
    await window.reload();
    await continued();
    assert.equal(await marks(), 7);
  });

  it('is handed in and reviewed as one exam, with one answer to each question', async () => {
    await answer(8, 8);
    await frame.locator('#hand-in').press('Enter');
    await frame.locator('#confirm[open]').waitFor();
    await frame.locator('#hand-in-now').press('Enter');
    await frame.locator('h1', { hasText: 'Result of the mock exam' }).waitFor();
    assert.equal(await frame.locator('.review > ol > li').count(), ids.length);
    assert.deepEqual(serious(await window.axe(frame)), []);
    const answers = eventsOnDisk(window.server).filter(({ type, session }) => type === 'answered' && session === 'seeded-exam');
    assert.deepEqual(answers.map(({ question }) => question).sort(), [...ids].sort());
    const events = eventsOnDisk(window.server).map(({ id }) => id);
    assert.equal(new Set(events).size, events.length, 'no event is written twice');
    assert.ok(ids.every((id) => markedOnDisk().some(({ question }) => question === id)));
    assert.deepEqual(window.consoleViolations, []);
  });
});
