// A mock exam lives in the record: marks, deadline and hand-in survive anything, and nothing is said of right or wrong before the end.
import * as assert from 'node:assert';
import * as fc from 'fast-check';
import type { EventPayload, RecordEvent } from '../../../src/core/progress/events';
import { handIn, isOverdue, minutesFor, restoreExam, scoreByField, timeLeft } from '../../../src/core/quiz/exam';
import { understand } from '../../../src/core/quiz/kinds';
import type { Question } from '../../../src/core/quiz/question';
import { choiceOrder } from '../../../src/core/quiz/session';
import { examPicture } from '../../../src/host/quiz/examPicture';
import { crossedMinute, slept } from '../../../src/webview/exam/examState';
import { decodeToExamView } from '../../../src/protocol/exam';
import { stored } from '../progress/windows';
import { stateOf } from './reviews';
import { entry, samples } from './sampleQuestions';

const begun = 1_700_000_000_000;
const bank = new Map(samples.map((question) => [question.id, question]));
const ids = [...bank.keys()];
const start: RecordEvent = {
  ...stored('start', 1, {
    type: 'quizStarted',
    session: 's',
    topics: ['maml'],
    questions: ids,
    seed: 5,
    mode: 'exam',
    deadline: begun + 60_000,
  }),
  at: begun,
};
const names = { title: 'Exam', noteTitle: String, fieldOf: () => 'deepLearning' as const };

function given(question: Question, right: boolean) {
  const order = choiceOrder(question, 5);
  return understand(question, entry(question, order, right), order)!;
}

const marks = fc
  .array(fc.tuple(fc.constantFrom(...samples), fc.option(fc.boolean(), { nil: null }), fc.boolean()), { maxLength: 12 })
  .map((list) =>
    list.map(([question, right, flagged], i) =>
      stored(`m${i}`, 2 + i, {
        type: 'examMarked',
        session: 's',
        question: question.id,
        given: right === null ? null : given(question, right),
        flagged,
      }),
    ),
  );
const examOf = (events: readonly RecordEvent[]) => restoreExam('s', stateOf(events).sessions.get('s'), bank)!;
const asEvents = (payloads: readonly EventPayload[], prefix: string): RecordEvent[] =>
  payloads.map((payload, i) => stored(`${prefix}${i}`, 100 + i, payload));

describe('a mock exam', () => {
  it('stands where its last marks left it, in whatever order they are read', () => {
    fc.assert(
      fc.property(
        marks.chain((list) => fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length }))),
        ([list, shuffled]) => {
          assert.deepStrictEqual(examOf([...shuffled, start]), examOf([start, ...list]));
          for (const { question, given: now, flagged } of examOf([start, ...list]).items) {
            const last = list.filter((event) => event.type === 'examMarked' && event.question === question.id).at(-1);
            assert.deepStrictEqual([now, flagged], last?.type === 'examMarked' ? [last.given, last.flagged] : [null, false]);
          }
        },
      ),
      { numRuns: 300 },
    );
  });

  it('says nothing of right and wrong while it runs', () => {
    fc.assert(
      fc.property(marks, fc.nat({ max: samples.length - 1 }), (list, at) => {
        const picture = examPicture(examOf([start, ...list]), at, begun + 1000, names);
        const text = JSON.stringify(picture);
        for (const secret of ['correct', 'whyHtml', 'explanation', 'tolerance', 'mistake', '理由', '解説', '符号'])
          assert.ok(!text.includes(secret), secret);
        assert.deepStrictEqual(decodeToExamView(JSON.parse(text)), picture);
      }),
    );
  });

  it('gives back what was entered, at the places where it was entered', () => {
    fc.assert(
      fc.property(marks, (list) => {
        const exam = examOf([start, ...list]);
        exam.items.forEach((item, at) => {
          const { entered } = examPicture(exam, at, begun, names);
          if (item.given === null) assert.strictEqual(entered, null);
          else if ('choices' in item.given && entered && 'places' in entered)
            assert.deepStrictEqual(entered.places.map((place) => item.order[place]!).sort(), item.given.choices);
          else assert.deepStrictEqual(understand(item.question, entered!, item.order), item.given);
        });
      }),
    );
  });

  it('is judged once, by two windows at the same time or by one', () => {
    fc.assert(
      fc.property(marks, (list) => {
        const events = [start, ...list];
        const end = handIn(examOf(events));
        const once = stateOf([...events, ...asEvents(end, 'x')]);
        const twice = stateOf([...asEvents(end, 'y'), ...events, ...asEvents(end, 'x')]);
        const tallies = (state: typeof once) => [...state.answers].map(([id, { right, wrong }]) => [id, right, wrong]).sort();
        assert.deepStrictEqual(tallies(twice), tallies(once));
        const exam = examOf([...events, ...asEvents(end, 'x')]);
        const right = exam.items.filter((item) => item.right).length;
        assert.ok(
          exam.items.every((item) => item.right !== null),
          'what was left blank counts as wrong',
        );
        assert.deepStrictEqual(end.at(-1), { type: 'quizFinished', session: 's', correct: right, total: ids.length });
        assert.deepStrictEqual(scoreByField(exam, names.fieldOf), [{ field: 'deepLearning', right, total: ids.length }]);
        assert.deepStrictEqual(handIn(exam).length, end.length);
      }),
      { numRuns: 300 },
    );
  });

  it('shows the score, every question and its reasons afterwards, blanks included', () => {
    const events = [
      start,
      stored('m', 2, { type: 'examMarked', session: 's', question: 'single', given: { choices: [0] }, flagged: true }),
    ];
    const exam = examOf([...events, ...asEvents(handIn(examOf(events)), 'x')]);
    const picture = examPicture(exam, 2, begun, names);
    assert.deepStrictEqual(decodeToExamView(JSON.parse(JSON.stringify(picture))), picture);
    assert.strictEqual(picture.question, null);
    assert.deepStrictEqual([picture.result?.right, picture.result?.total, picture.result?.blank], [1, samples.length, samples.length - 1]);
    assert.ok(picture.result?.items.every(({ feedback }) => feedback.explanationHtml !== ''));
  });

  it('says the smallest mark of time that has just been crossed, once', () => {
    const minutes = (count: number) => count * 60_000;
    assert.strictEqual(crossedMinute(minutes(30) + 1, minutes(30)), 30);
    assert.strictEqual(crossedMinute(minutes(40), minutes(4)), 5, 'a page that slept past three marks');
    assert.strictEqual(crossedMinute(minutes(8), minutes(8)), undefined);
    assert.strictEqual(crossedMinute(minutes(0.5), 0), undefined);
  });

  it('knows that its page slept when one clock went on and the other did not', () => {
    assert.strictEqual(slept(1004, 1000), false);
    assert.strictEqual(slept(30 * 60_000, 1000), true);
    assert.strictEqual(slept(-3_600_000, 1000), true, 'a clock set back');
  });

  it('ends at its deadline, whenever that is looked at', () => {
    const exam = examOf([start]);
    fc.assert(
      fc.property(fc.integer({ min: -1e6, max: 1e6 }), (after) => {
        const now = begun + after;
        assert.strictEqual(isOverdue(exam, now), after >= 60_000);
        const left = timeLeft(exam, now);
        assert.ok(left >= 0 && left <= 60_000);
        assert.strictEqual(left === 0, isOverdue(exam, now));
      }),
    );
    const done = examOf([start, ...asEvents(handIn(exam), 'x')]);
    assert.strictEqual(isOverdue(done, begun + 1e9), false);
    assert.strictEqual(timeLeft(done, begun), 0);
  });

  it('has the pace of the real one', () => {
    assert.deepStrictEqual([104, 52, 26, 1].map(minutesFor), [120, 60, 30, 1]);
  });

  it('is no exam without a start, a deadline or the mode', () => {
    assert.strictEqual(restoreExam('s', undefined, bank), null);
    const quiz = stored('start', 1, { type: 'quizStarted', session: 's', topics: ['maml'], questions: ids, seed: 5 });
    assert.strictEqual(restoreExam('s', stateOf([quiz]).sessions.get('s'), bank), null);
  });
});
