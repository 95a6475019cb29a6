// The statistics: sums that agree with the record at every level, calendars without gaps, and the weakest topics in order.
import * as assert from 'node:assert';
import * as fc from 'fast-check';
import type { RecordEvent } from '../../../src/core/progress/events';
import { statisticsOf, type CountedTopic, type Statistics, type Tally } from '../../../src/core/progress/statistics';
import { weekdayOf } from '../../../src/core/quiz/calendarDay';
import { createSchedule } from '../../../src/core/quiz/schedule';
import { dayOf, records, reviewed, stateOf } from '../quiz/reviews';

const topics: readonly CountedTopic[] = ['a', 'b', 'c', 'd'].map((name, i) => ({
  slug: `topic-${name}`,
  title: name,
  area: `${1 + (i >> 1)}`,
  areaTitle: `area ${1 + (i >> 1)}`,
  total: 5,
}));

function statistics(events: Iterable<RecordEvent>, today = 20_060, of: readonly CountedTopic[] = topics): Statistics {
  const { history } = stateOf(events);
  return statisticsOf({ topics: of, history, cards: createSchedule(dayOf)(history), dayOf, today, weeks: 18 });
}

const counts = ({ answers, right, seen, total }: Tally) => [answers, right, seen, total];
const sum = (list: readonly Tally[]) => [0, 1, 2, 3].map((i) => list.reduce((all, tally) => all + counts(tally)[i]!, 0));

describe('the statistics', () => {
  it('add up from topics to areas to all, and count every answer that counts', () => {
    fc.assert(
      fc.property(records, (events) => {
        const { all, areas, days, weeks } = statistics(events);
        assert.deepStrictEqual(sum(areas), counts(all));
        for (const area of areas) assert.deepStrictEqual(sum(area.topics), counts(area));
        const answers = [...stateOf(events).history.values()].flat();
        assert.deepStrictEqual([all.answers, all.right], [answers.length, answers.filter(({ correct }) => correct).length]);
        const inDays = days.reduce((total, period) => total + period.answers, 0);
        assert.strictEqual(inDays, answers.filter(({ at }) => dayOf(at) >= days[0]!.day && dayOf(at) <= 20_060).length);
        assert.strictEqual(
          weeks.reduce((total, period) => total + period.answers, 0),
          inDays,
        );
      }),
      { numRuns: 300 },
    );
  });

  it('do not depend on the order of events', () => {
    fc.assert(fc.property(records, (events) => assert.deepStrictEqual(statistics([...events].reverse()), statistics(events))));
  });

  it('show whole weeks from Sunday to today', () => {
    for (let today = 20_060; today < 20_067; today++) {
      const { days, weeks } = statistics([], today);
      assert.strictEqual(weekdayOf(days[0]!.day), 0);
      assert.strictEqual(days.at(-1)!.day, today);
      assert.strictEqual(weeks.length, 18);
      assert.ok(days.every(({ day }, i) => day === days[0]!.day + i));
    }
  });

  it('set how sure the learner was against how often they were right', () => {
    const answers = [
      reviewed('a', 20_001, true, { confidence: 3 }),
      reviewed('b', 20_002, false, { confidence: 3 }),
      reviewed('c', 20_003, false, { confidence: 1 }),
      reviewed('d', 20_004, true),
    ];
    assert.deepStrictEqual(statistics(answers).calibration, [
      { confidence: 1, answers: 1, right: 0 },
      { confidence: 3, answers: 2, right: 1 },
    ]);
  });

  it('name the weakest topics first, and only those that were practised', () => {
    const events = [reviewed('a', 20_059, true), reviewed('b', 20_059, false), reviewed('c', 20_059, true), reviewed('c', 20_060, false)];
    assert.deepStrictEqual(
      statistics(events).weakest.map(({ title }) => title),
      ['b', 'c', 'a'],
    );
  });

  it('count days in a row, also before today’s first answer', () => {
    const run = [20_055, 20_058, 20_059].map((day) => reviewed('a', day, true));
    assert.strictEqual(statistics(run).streak, 2);
    assert.strictEqual(statistics([...run, reviewed('a', 20_060, true)]).streak, 3);
    assert.strictEqual(statistics(run, 20_061).streak, 0);
  });

  it('take the median of the thinking times', () => {
    const events = [1000, 3000, 90_000].map((ms, i) => reviewed('a', 20_050 + i, true, { ms }));
    assert.strictEqual(statistics(events).all.seconds, 3);
    assert.strictEqual(statistics([]).all.seconds, null);
  });

  it('are computed fast for 2,000 questions and 50,000 answers (figure printed)', () => {
    const of = Array.from({ length: 100 }, (_, i) => ({ slug: `topic-q${i}`, title: `${i}`, area: `${i % 5}`, areaTitle: '', total: 20 }));
    const { history } = stateOf(
      Array.from({ length: 50_000 }, (_, i) =>
        reviewed(`q${i % 2000}`, 19_900 + Math.floor(i / 400), i % 7 > 1, {
          ...{ id: `e${i}`, order: i, session: `s${Math.floor(i / 20)}`, ms: 1000 + (i % 977) * 30 },
          topic: `topic-q${i % 100}`,
        }),
      ),
    );
    const cards = createSchedule(dayOf)(history);
    const start = performance.now();
    const { all } = statisticsOf({ topics: of, history, cards, dayOf, today: 20_030, weeks: 18 });
    console.log(`      statistics ${(performance.now() - start).toFixed(1)} ms`);
    assert.deepStrictEqual([all.answers, all.seen], [50_000, 2000]);
  });
});
