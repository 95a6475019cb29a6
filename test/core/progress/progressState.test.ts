// What follows from the record: the same in every order, with every event counted once, and equal for the union of two records.
import * as assert from 'node:assert';
import * as fc from 'fast-check';
import { counted } from '../../../src/core/progress/counted';
import { compareEvents, type RecordEvent } from '../../../src/core/progress/events';
import { predictionTally } from '../../../src/core/progress/predictionTally';
import { createProgressFold, isWeak, type ProgressState } from '../../../src/core/progress/progressState';
import { undoing } from '../../../src/core/progress/rulings';
import { answer, read, stored } from './windows';

function derive(events: Iterable<RecordEvent>): ProgressState {
  const fold = createProgressFold();
  for (const event of events) fold.add(event);
  return fold.state();
}

/** A value that two states share exactly when they say the same. */
function plain(state: ProgressState) {
  const byKey = <T>(entries: Iterable<[string, T]>) => [...entries].sort(([a], [b]) => (a < b ? -1 : 1));
  return {
    readNotes: [...state.readNotes].sort(),
    answers: byKey(state.answers),
    sessions: byKey(state.sessions).map(([id, log]) => [id, log.started, log.finished, byKey(log.answers), byKey(log.marks)]),
    history: byKey(state.history),
    predictions: byKey(state.predictions),
    foreseen: predictionTally(state.predictions),
  };
}

const GUESS = { prediction: 'firstInnerStep', given: 'falls', family: 'sinusoid', algorithm: 'maml' };
const session = fc.constantFrom('s1', 's2', 's3');
const question = fc.constantFrom('q1', 'q2', 'q3', 'q4');
const payload = fc.oneof(
  fc.tuple(fc.constantFrom('maml', 'meta-learning'), fc.boolean()).map(([slug, isRead]) => read(slug, isRead)),
  fc.tuple(session, question, fc.boolean()).map(([s, q, correct]) => answer(s, q, correct)),
  session.map((s) => ({ type: 'quizStarted' as const, session: s, topics: ['maml'], questions: ['q1', 'q2'], seed: 1 })),
  fc.boolean().map((correct) => ({ type: 'labPredicted' as const, ...GUESS, correct })),
  session.map((s) => ({ type: 'quizFinished' as const, session: s, correct: 1, total: 2 })),
);
/** Orders collide on purpose: windows that do not know each other give the same ones. */
const record = fc
  .array(fc.tuple(fc.nat({ max: 5 }), payload), { maxLength: 30 })
  .map((list) => list.map(([order, event], index) => stored(`e${String(index).padStart(2, '0')}`, order, event)));

describe('what follows from the record', () => {
  it('does not depend on the order of events', () => {
    fc.assert(
      fc.property(
        record.chain((events) => fc.tuple(fc.constant(events), fc.shuffledSubarray(events, { minLength: events.length }))),
        ([events, shuffled]) => assert.deepStrictEqual(plain(derive(shuffled)), plain(derive(events))),
      ),
      { numRuns: 500 },
    );
  });

  it('counts an event once however often it is added', () => {
    fc.assert(
      fc.property(record, (events) => assert.deepStrictEqual(plain(derive([...events, ...events])), plain(derive(events)))),
      { numRuns: 300 },
    );
  });

  it('is the same for a union taken from either side', () => {
    fc.assert(
      fc.property(
        record.chain((events) => fc.tuple(fc.subarray(events), fc.subarray(events))),
        ([mine, yours]) => assert.deepStrictEqual(plain(derive([...mine, ...yours])), plain(derive([...yours, ...mine]))),
      ),
      { numRuns: 300 },
    );
  });

  it('is nothing of what came before a reset, and all of it again once the reset is undone', () => {
    const reset = fc.tuple(fc.nat({ max: 5 }), fc.boolean());
    fc.assert(
      fc.property(
        record.chain((events) => fc.tuple(fc.constant(events), fc.shuffledSubarray(events, { minLength: events.length }), reset)),
        ([events, shuffled, [order, undone]]) => {
          const ruling = stored('r', order, { type: 'recordReset' });
          const rulings = [ruling, ...(undone ? [stored('u', 9, { type: 'resetUndone', reset: 'r' })] : [])];
          const kept = undone ? events : events.filter((event) => compareEvents(event, ruling) > 0);
          for (const all of [
            [...rulings, ...shuffled],
            [...shuffled, ...rulings],
            [...shuffled.slice(1), ...rulings, ...shuffled.slice(0, 1)],
          ]) {
            assert.deepStrictEqual(plain(derive(all)), plain(derive(kept)));
            assert.strictEqual(derive(all).reset?.id, undone ? undefined : 'r');
          }
        },
      ),
      { numRuns: 300 },
    );
  });

  it('is the whole record again once every standing reset is undone, and says how much that is', () => {
    const [first, second, third] = [1, 3, 5].map((order) => stored(`r${order}`, order, { type: 'recordReset' }));
    const events = [
      stored('a', 0, answer('s', 'q', true)),
      first!,
      stored('b', 2, read('maml')),
      second!,
      stored('c', 4, answer('t', 'q', false)),
      third!,
      stored('u', 6, { type: 'resetUndone', reset: 'r3' }),
    ];
    const state = derive(events);
    assert.deepStrictEqual([state.reset?.id, state.resets.map(({ id }) => id)], ['r5', ['r1', 'r5']]);
    assert.deepStrictEqual(counted(state), { answers: 0, notes: 0 });
    const back = derive([...events, ...undoing(state.resets).map((payload, i) => stored(`v${i}`, 7 + i, payload))]);
    assert.deepStrictEqual([back.reset, back.resets], [null, []]);
    assert.deepStrictEqual(counted(back), { answers: 2, notes: 1 });
    const onlyLast = derive([...events, ...undoing([state.reset!]).map((payload) => stored('v', 7, payload))]);
    assert.deepStrictEqual(counted(onlyLast), { answers: 1, notes: 1 }, 'what the first one set aside stays there');
  });

  it('gives out entries that never change afterwards', () => {
    fc.assert(
      fc.property(record, fc.nat({ max: 30 }), (events, cut) => {
        const fold = createProgressFold();
        for (const event of events.slice(0, cut)) fold.add(event);
        const { sessions, history } = fold.state();
        const held = [...sessions.values(), ...history.values()].map((entry) => [entry, structuredClone(entry)] as const);
        for (const event of events.slice(cut)) fold.add(event);
        for (const [entry, copy] of held) assert.deepStrictEqual(entry, copy);
        assert.deepStrictEqual(plain(fold.state()), plain(derive(events)));
      }),
      { numRuns: 300 },
    );
  });

  it('takes the last mark of a note and the first answer of a session', () => {
    const state = derive([
      stored('1', 1, read('maml')),
      stored('2', 2, read('maml', false)),
      stored('3', 3, answer('s', 'q', true)),
      stored('4', 4, answer('s', 'q', false)),
      stored('5', 5, answer('t', 'q', false)),
    ]);
    assert.deepStrictEqual([...state.readNotes], []);
    const tally = state.answers.get('q')!;
    assert.deepStrictEqual([tally.right, tally.wrong, tally.last.id], [1, 1, '5']);
    assert.strictEqual(state.sessions.get('s')?.answers.get('q')?.id, '3');
  });

  it('keeps the answer that counts as the last one when one quiz is answered in two windows', () => {
    const [here, there] = [stored('1', 1, answer('s', 'q', false)), stored('2', 2, answer('s', 'q', true))];
    for (const events of [
      [here, there],
      [there, here],
    ]) {
      const state = derive(events);
      assert.strictEqual(state.answers.get('q')?.last.id, '1');
      assert.strictEqual(isWeak(state.answers.get('q')!), true);
    }
  });

  it('has as last answer the latest of its history, whatever arrives', () => {
    fc.assert(
      fc.property(record, (events) => {
        const { answers, history } = derive(events);
        for (const [id, { last }] of answers) assert.strictEqual(last.id, history.get(id)?.at(-1)?.id);
      }),
      { numRuns: 300 },
    );
  });

  it('calls a question weak after a miss, and strong again once most answers are right', () => {
    const weakAfter = (...outcomes: boolean[]) =>
      isWeak(derive(outcomes.map((correct, i) => stored(`${i}`, i, answer(`s${i}`, 'q', correct)))).answers.get('q')!);
    assert.strictEqual(weakAfter(true), false);
    assert.strictEqual(weakAfter(true, true, false), true);
    assert.strictEqual(weakAfter(false, true), true);
    assert.strictEqual(weakAfter(false, true, true), false);
  });

  it('folds 50,000 events in well under a second', () => {
    const events = Array.from({ length: 50_000 }, (_, i) => stored(`e${i}`, i, answer(`s${Math.floor(i / 20)}`, `q${i % 450}`, i % 3 > 0)));
    const start = performance.now();
    assert.strictEqual(derive(events).answers.size, 450);
    assert.ok(performance.now() - start < 1000);
  });

  it('counts predictions, each once, and those that were right', () => {
    const events = [true, false, true].map((correct, i) => stored(`p${i}`, 1, { type: 'labPredicted', ...GUESS, correct }));
    assert.deepStrictEqual(predictionTally(derive([...events, ...events]).predictions), { answers: 3, right: 2 });
    const reset = stored('r', 5, { type: 'recordReset' });
    assert.deepStrictEqual(predictionTally(derive([...events, reset]).predictions), { answers: 0, right: 0 });
  });
});
