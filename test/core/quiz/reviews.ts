// Answers and records for the tests of the schedule and of what follows from it.
import * as fc from 'fast-check';
import { compareEvents, type EventOf, type RecordEvent } from '../../../src/core/progress/events';
import { createProgressFold, type ProgressState } from '../../../src/core/progress/progressState';
import { dayWithOffset } from '../../../src/core/quiz/calendarDay';

const msPerDay = 86_400_000;

export const dayOf = dayWithOffset(9 * 60);
/** Noon in Japan of day `day`. */
export const noon = (day: number): number => day * msPerDay + 3 * 3_600_000;

export const reviewed = (
  question: string,
  day: number,
  correct: boolean,
  more: Partial<EventOf<'answered'>> = {},
): EventOf<'answered'> => ({
  v: 2,
  id: `${question}@${day}`,
  order: day,
  at: noon(day),
  window: 'w',
  type: 'answered',
  session: `s${day}`,
  question,
  topic: `topic-${question}`,
  given: { choices: [correct ? 0 : 1] },
  correct,
  ...more,
});

export function stateOf(events: Iterable<RecordEvent>): ProgressState {
  const fold = createProgressFold();
  for (const event of events) fold.add(event);
  return fold.state();
}

/** Any record of reviews: several questions and quizzes, clocks and orders that collide and jump back, some of it crammed. */
export const records: fc.Arbitrary<RecordEvent[]> = fc
  .array(
    fc.record({
      question: fc.constantFrom('a', 'b', 'c'),
      session: fc.constantFrom('s1', 's2', 's3', 's4', 's5'),
      day: fc.integer({ min: 20_000, max: 20_060 }),
      order: fc.nat({ max: 12 }),
      correct: fc.boolean(),
      crammed: fc.boolean(),
    }),
    { maxLength: 40 },
  )
  .map((list) =>
    list.map(({ question, session, day, order, correct, crammed }, i) =>
      reviewed(question, day, correct, { id: `e${i}`, order, session, ...(crammed && { cram: true as const }) }),
    ),
  );

export const inOrder = (events: readonly RecordEvent[]): RecordEvent[] => [...events].sort(compareEvents);
