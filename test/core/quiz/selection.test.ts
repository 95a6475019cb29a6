// The ways of practising: each asks what it promises, never a question twice, and none that the bank does not have.
import * as assert from 'node:assert';
import * as fc from 'fast-check';
import { planToday } from '../../../src/core/quiz/reviewPlan';
import { createSchedule, type Card } from '../../../src/core/quiz/schedule';
import {
  roundSize,
  selectQuestions,
  unseenQuestions,
  type Candidate,
  type SelfChosenMode,
  type Situation,
} from '../../../src/core/quiz/selection';
import type { RecordEvent } from '../../../src/core/progress/events';
import { dayOf, records, reviewed, stateOf } from './reviews';

const bank: readonly Candidate[] = Array.from({ length: 60 }, (_, i) => ({
  id: i < 3 ? 'abc'.charAt(i) : `q${i}`,
  topic: `t${i % 6}`,
  takesLonger: i % 5 === 0,
  inExam: i % 6 !== 5,
}));
const today = 20_061;

const scheduled = (cards: readonly Card[]) => new Set(cards.map(({ question }) => question));

function situation(events: readonly RecordEvent[], seed = 1): Situation {
  const { answers, history, readNotes } = stateOf(events);
  const cards = createSchedule(dayOf)(history);
  const plan = planToday(cards, unseenQuestions(bank, scheduled(cards), readNotes), today, { exam: null, newPerDay: 10 });
  return { bank, answers, cards, today, plan, seed };
}

const modes: SelfChosenMode[] = ['mixed', 'due', 'missed', 'weakest', 'quick', 'cram'];

describe('ways of practising', () => {
  for (const mode of modes) {
    it(`${mode}: asks known questions once each, the same for the same seed`, () => {
      fc.assert(
        fc.property(records, fc.integer(), (events, seed) => {
          const chosen = selectQuestions(mode, situation(events, seed));
          assert.strictEqual(new Set(chosen).size, chosen.length);
          assert.ok(chosen.every((id) => bank.some((candidate) => candidate.id === id)));
          assert.ok(mode === 'due' || chosen.length <= Math.max(roundSize, 30));
          assert.deepStrictEqual(selectQuestions(mode, situation(events, seed)), chosen);
        }),
        { numRuns: 100 },
      );
    });
  }

  it('mixed, cram and new questions keep to what the exam asks', () => {
    const optional = new Set(bank.filter(({ inExam }) => !inExam).map(({ id }) => id));
    for (const mode of ['mixed', 'cram', 'quick', 'due'] as const)
      assert.ok(
        selectQuestions(mode, situation([])).every((id) => !optional.has(id)),
        mode,
      );
  });

  it('missed: what was wrong last time, the latest first', () => {
    const events = [reviewed('a', 1, false), reviewed('b', 3, false), reviewed('c', 2, false), reviewed('c', 4, true)];
    assert.deepStrictEqual(selectQuestions('missed', situation(events)), ['b', 'a']);
  });

  it('weakest: the wrong ones before the right ones', () => {
    const events = [reviewed('a', 20_050, true), reviewed('b', 20_050, false), reviewed('c', 20_060, true)];
    assert.deepStrictEqual(selectQuestions('weakest', situation(events)), ['b', 'a', 'c']);
  });

  it('quick: about five minutes, more questions for a quick learner', () => {
    const usual = selectQuestions('quick', situation([])).length;
    const fast = bank.map(({ id }, i) => reviewed(id, 20_060, true, { id: `e${i}`, order: i, ms: 5000 }));
    assert.ok(usual >= 5 && usual <= 8, `${usual}`);
    assert.ok(selectQuestions('quick', situation(fast)).length > usual);
  });

  it('meets new questions where notes were read first', () => {
    const ids = unseenQuestions(bank, new Set(['q9']), new Set(['t2']));
    const topicOf = (id: string) => bank.find((candidate) => candidate.id === id)?.topic;
    assert.strictEqual(topicOf(ids[0]!), 't2');
    assert.ok(
      ids.findIndex((id) => topicOf(id) === 't3') < ids.findIndex((id) => topicOf(id) === 't0'),
      'a topic begun before one untouched',
    );
    assert.ok(!ids.includes('q9'));
  });

  it('still count a question as new that was only met while cramming', () => {
    const { plan, cards } = situation([reviewed('a', 20_060, true, { cram: true })]);
    assert.deepStrictEqual(cards, []);
    assert.ok(plan.fresh.includes('a'));
  });

  it('choose fast from 2,000 questions and 50,000 answers (figures printed)', () => {
    const large = Array.from({ length: 2000 }, (_, i) => ({
      id: `q${i}`,
      topic: `t${i % 70}`,
      takesLonger: i % 4 === 0,
      inExam: i % 7 > 0,
    }));
    const events = Array.from({ length: 50_000 }, (_, i) =>
      reviewed(`q${i % 1800}`, 19_800 + Math.floor(i / 200), i % 7 > 1, {
        id: `e${i}`,
        order: i,
        session: `s${Math.floor(i / 20)}`,
        ms: 9000,
      }),
    );
    const { answers, history, readNotes } = stateOf(events);
    const schedule = createSchedule(dayOf);
    schedule(history);
    const figures = modes.map((mode) => {
      const start = performance.now();
      const cards = schedule(history);
      const plan = planToday(cards, unseenQuestions(large, scheduled(cards), readNotes), today, { exam: today + 30, newPerDay: 10 });
      const chosen = selectQuestions(mode, { bank: large, answers, cards, today, plan, seed: 1 });
      assert.ok(chosen.length > 0, mode);
      return `${mode} ${(performance.now() - start).toFixed(1)} ms`;
    });
    console.log(`      ${figures.join(', ')}`);
  });
});
