// What today holds: due questions, room for new ones, and an exam date that brings everything back before it.
import * as assert from 'node:assert';
import * as fc from 'fast-check';
import { dayWithOffset, parseDay, showDay, weekdayOf } from '../../../src/core/quiz/calendarDay';
import { dueOn, forecast, planToday } from '../../../src/core/quiz/reviewPlan';
import { createSchedule, type Card } from '../../../src/core/quiz/schedule';
import { dayOf, records, reviewed, stateOf } from './reviews';

const cards: fc.Arbitrary<Card[]> = records.map((events) => createSchedule(dayOf)(stateOf(events).history));
const days = fc.integer({ min: 19_990, max: 20_200 });

describe('a day of the calendar', () => {
  it('is read from what it shows, and only from that', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 60_000 }), (day) => assert.strictEqual(parseDay(showDay(day)), day)));
    for (const text of ['', '2026-02-30', '2026-13-01', '2026-2-3', '26-02-03', '2026/02/03', 'tomorrow', ' 2026-02-03'])
      assert.strictEqual(parseDay(text), null, text);
  });

  it('turns at midnight of its own time zone', () => {
    const midnight = Date.UTC(2026, 7, 1, 15);
    const japan = dayWithOffset(9 * 60);
    assert.strictEqual(showDay(japan(midnight)), '2026-08-02');
    assert.strictEqual(showDay(japan(midnight - 1)), '2026-08-01');
    assert.strictEqual(weekdayOf(parseDay('2026-08-02')!), 0);
  });
});

describe('the plan for today', () => {
  it('is every question whose day has come, the likeliest forgotten first, and no other', () => {
    fc.assert(
      fc.property(cards, days, (list, today) => {
        const { due } = planToday(list, [], today, { exam: null, newPerDay: 0 });
        const come = list.filter((card) => card.due <= today || card.last > today);
        assert.deepStrictEqual([...due].sort(), come.map(({ question }) => question).sort());
      }),
    );
  });

  it('asks once more what a clock that ran ahead has dated, and then at its usual interval', () => {
    const ahead = reviewed('q', 20_800, true, { order: 1 });
    const planned = (today: number, ...events: (typeof ahead)[]) => {
      const list = createSchedule(dayOf)(stateOf(events).history);
      return [planToday(list, [], today, { exam: null, newPerDay: 0 }).due, planToday(list, [], today, { exam: 20_500, newPerDay: 0 }).due];
    };
    assert.deepStrictEqual(planned(20_440, ahead), [['q'], ['q']]);
    const again = reviewed('q', 20_440, true, { order: 2 });
    assert.deepStrictEqual(planned(20_440, ahead, again), [[], []]);
    assert.deepStrictEqual(planned(20_480, ahead, again), [['q'], ['q']]);
    assert.deepStrictEqual(planned(20_800, ahead), [[], []], 'once that day has come, the date is as good as any');
  });

  it('lets in as many new questions as the day has room for', () => {
    const list = createSchedule(dayOf)(stateOf([reviewed('a', 100, true), reviewed('b', 100, true), reviewed('c', 90, true)]).history);
    const fresh = (newPerDay: number, exam: number | null = null) => planToday(list, ['x', 'y', 'z'], 100, { exam, newPerDay }).fresh;
    assert.deepStrictEqual(fresh(4), ['x', 'y']);
    assert.deepStrictEqual(fresh(2), []);
    assert.deepStrictEqual(fresh(0), []);
    assert.deepStrictEqual(fresh(4, 100), [], 'on the day of the exam');
  });

  it('brings every question back before the exam, once in its last week', () => {
    fc.assert(
      fc.property(cards, days, (list, exam) => {
        for (const card of list) {
          const due = dueOn(card, exam, 20_200);
          if (card.last < exam - 7) assert.ok(due < exam && due > card.last, `${due} for an exam on ${exam}`);
          else assert.strictEqual(due, card.due);
          assert.ok(due <= card.due || card.due >= exam);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('forgets an exam that is over', () => {
    fc.assert(
      fc.property(cards, days, (list, today) => {
        const settings = { exam: today - 1, newPerDay: 3 };
        assert.deepStrictEqual(planToday(list, ['x'], today, settings), planToday(list, ['x'], today, { ...settings, exam: null }));
      }),
    );
  });

  it('is foreseen: today’s forecast is today’s plan, and no review is counted twice', () => {
    fc.assert(
      fc.property(cards, days, fc.option(days, { nil: null }), (list, today, exam) => {
        const counts = forecast(list, today, 400, exam);
        assert.strictEqual(counts[0], planToday(list, [], today, { exam, newPerDay: 0 }).due.length);
        assert.ok(counts.reduce((a, b) => a + b, 0) <= list.length);
      }),
    );
  });
});
