// Begins a quiz by writing its start into the record; from then on the record is all that is needed to show it.
import { isWeak, type ProgressState } from '../../core/progress/progressState';
import type { RecordStore } from '../../core/progress/recordStore';
import type { Question } from '../../core/quiz/question';
import { planQuiz } from '../../core/quiz/session';

/** Answered, and right often enough. */
const isKnown = ({ answers }: ProgressState, id: string): boolean => {
  const tally = answers.get(id);
  return tally !== undefined && !isWeak(tally);
};

/**
 * @param count how many questions to ask at most, new and weak ones first; all of them when it is left out
 * @returns the id of the new quiz, stored already
 */
export async function startSession(
  record: RecordStore,
  topics: readonly string[],
  questions: readonly Question[],
  count?: number,
): Promise<string> {
  const session = crypto.randomUUID();
  const seed = crypto.getRandomValues(new Int32Array(1))[0]!;
  const limit = count === undefined ? undefined : { count, known: (id: string) => isKnown(record.state, id) };
  await record.append({ type: 'quizStarted', session, topics: [...topics], questions: planQuiz(questions, seed, limit), seed });
  return session;
}
