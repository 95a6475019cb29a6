// Which interrupted quizzes are offered again.
import * as assert from 'node:assert';
import { interruptedSessions, worthContinuing } from '../../../src/core/quiz/interrupted';
import type { EventOf, RecordEvent } from '../../../src/core/progress/events';
import { noon, reviewed, stateOf } from './reviews';

const started = (session: string, day: number, more: Partial<EventOf<'quizStarted'>> = {}): EventOf<'quizStarted'> => ({
  ...{ v: 2, id: `start-${session}`, order: day, at: noon(day), window: 'w', type: 'quizStarted', session },
  ...{ topics: ['t'], questions: ['a', 'b'], seed: 1 },
  ...more,
});
const answered = (session: string, day: number) => reviewed('a', day, true, { session, id: `a-${session}`, order: day });
const names = (list: ReturnType<typeof worthContinuing>) => list.map(({ started: { session } }) => session);

describe('interrupted quizzes', () => {
  it('are offered though a newer one was opened and left without an answer', () => {
    const events: RecordEvent[] = [started('old', 1), answered('old', 2), started('new', 3)];
    assert.deepStrictEqual(names(worthContinuing(stateOf(events), noon(4))), ['old']);
    assert.deepStrictEqual(names(interruptedSessions(stateOf(events))), ['new', 'old']);
  });

  it('come with the last one first, and without the finished ones', () => {
    const finished: RecordEvent = {
      ...{ v: 2, id: 'f', order: 9, at: noon(9), window: 'w' },
      ...{ type: 'quizFinished', session: 'two', correct: 1, total: 2 },
    };
    const events = ['one', 'two', 'three'].flatMap((name, i) => [started(name, i * 2 + 1), answered(name, i * 2 + 2)]);
    assert.deepStrictEqual(names(worthContinuing(stateOf([...events, finished]), noon(10))), ['three', 'one']);
  });

  it('include an exam without an answer for as long as its clock runs', () => {
    const state = stateOf([started('exam', 1, { mode: 'exam', deadline: noon(1) + 60_000 })]);
    assert.deepStrictEqual(names(worthContinuing(state, noon(1) + 59_999)), ['exam']);
    assert.deepStrictEqual(names(worthContinuing(state, noon(1) + 60_000)), []);
  });
});
