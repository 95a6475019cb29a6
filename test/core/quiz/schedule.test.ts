// The review schedule follows from the record alone: in any order, any number of times, and without what was crammed.
import * as assert from 'node:assert';
import * as fc from 'fast-check';
import { createEmptyCard, fsrs, Rating } from 'ts-fsrs';
import type { RecordEvent } from '../../../src/core/progress/events';
import { createSchedule, recall, type Card } from '../../../src/core/quiz/schedule';
import { dayOf, noon, records, reviewed, stateOf } from './reviews';

const cardsOf = (events: Iterable<RecordEvent>): Card[] =>
  createSchedule(dayOf)(stateOf(events).history).sort((a, b) => (a.question < b.question ? -1 : 1));
const cardAfter = (...events: RecordEvent[]): Card | undefined => cardsOf(events)[0];

describe('the review schedule', () => {
  it('does not depend on the order in which events arrive, nor on how often', () => {
    fc.assert(
      fc.property(
        records.chain((events) => fc.tuple(fc.constant(events), fc.shuffledSubarray(events, { minLength: events.length }))),
        ([events, shuffled]) => assert.deepStrictEqual(cardsOf([...shuffled, ...shuffled]), cardsOf(events)),
      ),
      { numRuns: 500 },
    );
  });

  it('grows by one event as it is computed afresh', () => {
    fc.assert(
      fc.property(records, (events) => {
        const schedule = createSchedule(dayOf);
        const growing = stateOf([]);
        assert.deepStrictEqual(schedule(growing.history), []);
        const half = events.slice(0, events.length / 2);
        schedule(stateOf(half).history);
        const cards = schedule(stateOf(events).history).sort((a, b) => (a.question < b.question ? -1 : 1));
        assert.deepStrictEqual(cards, cardsOf(events));
      }),
    );
  });

  it('is left alone by cramming', () => {
    fc.assert(
      fc.property(records, (events) => {
        const answers = events.filter((event) => event.type === 'answered');
        // Crammed and reviewed answers never share a quiz.
        const apart = answers.map((event) => (event.cram ? { ...event, session: `cram-${event.session}` } : event));
        assert.deepStrictEqual(cardsOf(apart), cardsOf(apart.filter((event) => !event.cram)));
      }),
      { numRuns: 500 },
    );
  });

  it('counts the first answer of a quiz only', () => {
    const [first, again] = [reviewed('q', 100, false), reviewed('q', 101, true, { session: 's100' })];
    assert.deepStrictEqual(cardAfter(first, again), cardAfter(first));
  });

  it('takes the memory of ts-fsrs’s own scheduler for reviews on different days', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.integer({ min: 1, max: 40 }), fc.boolean()), { minLength: 1, maxLength: 12 }), (steps) => {
        const oracle = fsrs({ enable_short_term: false, enable_fuzz: false });
        let card = createEmptyCard(new Date(noon(20_000)));
        let day = 20_000;
        const events = steps.map(([gap, correct]) => {
          day += gap;
          card = oracle.next(card, new Date(noon(day)), correct ? Rating.Good : Rating.Again).card;
          return reviewed('q', day, correct);
        });
        const own = cardAfter(...events)!;
        assert.ok(Math.abs(own.difficulty - card.difficulty) < 1e-6, `${own.difficulty} and ${card.difficulty}`);
        assert.strictEqual(own.lapses, steps.filter(([, correct]) => !correct).length);
        if (steps.every(([, correct]) => correct)) assert.ok(Math.abs(own.stability - card.stability) < 1e-6);
      }),
    );
  });

  it('asks again after one day at the soonest, and after ever longer intervals as long as answers are right', () => {
    assert.strictEqual(cardAfter(reviewed('q', 100, false))?.due, 101);
    let day = 100;
    let last = 0;
    const events: RecordEvent[] = [];
    for (let round = 0; round < 6; round++) {
      events.push(reviewed('q', day, true));
      const { due } = cardAfter(...events)!;
      assert.ok(due - day > last, `${due - day} days after ${last}`);
      [last, day] = [due - day, due];
    }
  });

  it('expects nine right answers of ten on the day that is planned', () => {
    const card = cardAfter(reviewed('q', 100, true), reviewed('q', 102, true), reviewed('q', 113, true))!;
    assert.ok(Math.abs(recall(card, card.due) - 0.9) < 0.01);
    assert.strictEqual(recall(card, card.last), 1);
    assert.strictEqual(recall(card, card.last - 5), 1);
  });

  it('takes a clock that jumped back for no time passed', () => {
    const card = cardAfter(reviewed('q', 100, true, { order: 1 }), reviewed('q', 40, true, { order: 2 }))!;
    const sameDay = cardAfter(reviewed('q', 40, true, { order: 1 }), reviewed('q', 40, true, { order: 2, id: 'again', session: 't' }))!;
    assert.deepStrictEqual({ ...card, first: 40 }, sameDay);
    assert.strictEqual(card.last, 40);
  });

  it('goes on from the true day after one answer under a clock that ran ahead by a year', () => {
    const answers = [20_800, 20_435, 20_436, 20_440].map((day, order) => reviewed('q', day, true, { order }));
    const { due, last } = cardAfter(...answers)!;
    assert.strictEqual(last, 20_440);
    assert.ok(due > 20_440 && due < 20_480, `due ${due - 20_440} days after the last answer`);
  });

  it('is computed fast for 2,000 questions and 50,000 answers (figures printed)', () => {
    const events: RecordEvent[] = Array.from({ length: 50_000 }, (_, i) =>
      reviewed(`q${i % 2000}`, 20_000 + Math.floor(i / 200), i % 7 > 1, { id: `e${i}`, order: i, session: `s${Math.floor(i / 20)}` }),
    );
    const timed = <T>(work: () => T): [T, number] => {
      const start = performance.now();
      return [work(), performance.now() - start];
    };
    const [state, fold] = timed(() => stateOf(events));
    const schedule = createSchedule(dayOf);
    const [cards, first] = timed(() => schedule(state.history));
    const [again, next] = timed(() => schedule(state.history));
    console.log(`      record ${fold.toFixed(1)} ms, schedule ${first.toFixed(1)} ms, after one more answer ${next.toFixed(2)} ms`);
    assert.strictEqual(cards.length, 2000);
    assert.deepStrictEqual(again, cards);
  });
});
