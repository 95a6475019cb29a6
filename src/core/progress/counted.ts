// How much of the record counts, in the two numbers that a learner can check.
import type { ProgressState } from './progressState';

export interface Counted {
  /** Answers, one for each question of each quiz. */
  readonly answers: number;
  /** Notes marked as read. */
  readonly notes: number;
}

export function counted({ history, readNotes }: ProgressState): Counted {
  return { answers: [...history.values()].reduce((sum, { length }) => sum + length, 0), notes: readNotes.size };
}
