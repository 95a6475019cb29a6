// Begins a quiz by writing its start into the record; from then on the record is all that is needed to show it.
import type { QuizMode } from '../../core/progress/events';
import { isWeak, type ProgressState } from '../../core/progress/progressState';
import type { RecordStore } from '../../core/progress/recordStore';
import type { Question } from '../../core/quiz/question';
import { asksInOrder } from '../../core/quiz/selection';
import { planInOrder, planQuiz } from '../../core/quiz/session';

/** Answered, and right often enough. */
const isKnown = ({ answers }: ProgressState, id: string): boolean => {
  const tally = answers.get(id);
  return tally !== undefined && !isWeak(tally);
};

export interface NewSession {
  readonly mode: QuizMode;
  readonly questions: readonly Question[];
  /** How many questions to ask at most, new and weak ones first; all of them when it is left out. */
  readonly count?: number | undefined;
  /** Else drawn here. */
  readonly seed?: number;
}

export const newSeed = (): number => crypto.getRandomValues(new Int32Array(1))[0]!;

/** @returns the id of the new quiz, stored already */
export async function startSession(record: RecordStore, { mode, questions, count, seed = newSeed() }: NewSession): Promise<string> {
  const session = crypto.randomUUID();
  const limit = count === undefined ? undefined : { count, known: (id: string) => isKnown(record.state, id) };
  const topics = [...new Set(questions.map(({ topic }) => topic))];
  const plan = asksInOrder.has(mode) ? planInOrder(questions) : planQuiz(questions, seed, limit);
  await record.append({ type: 'quizStarted', session, topics, questions: plan, seed, mode });
  return session;
}
