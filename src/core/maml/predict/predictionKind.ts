// What a question of the lab is: where it is asked, what may be answered, and the judge who computes what really happens.
import type { Experiment } from '../experiment';
import type { Picture } from '../trace/picture';
import type { IterationTrace } from '../trace/step';
import type { PredictionAnswer } from './predictionId';

/** What really happens, and the numbers that show it, in the order in which the words of the question use them. */
export interface Truth {
  readonly answer: PredictionAnswer;
  readonly numbers: readonly number[];
}

/** Where the learner stands when a question about a line is asked. */
export interface StepPlace {
  readonly experiment: Experiment;
  readonly picture: Picture;
  /** Of the iteration in which the next line lies. */
  readonly trace: IterationTrace;
}

/** A question about the line that comes next on the page of steps. */
export interface StepKind {
  readonly page: 'step';
  readonly answers: readonly PredictionAnswer[];
  applies(place: StepPlace): boolean;
  /** Undefined where the numbers do not decide. */
  judge(place: StepPlace): Truth | undefined;
}

/** A question about a finished run, on the page of its result; the judge pauses wherever it can. */
export interface ResultKind {
  readonly page: 'result';
  readonly answers: readonly PredictionAnswer[];
  applies(experiment: Experiment): boolean;
  judge(experiment: Experiment): Generator<void, Truth | undefined>;
}

/** Which of two answers holds, by two numbers; equal or unusable numbers decide nothing. */
export function decided(
  before: number,
  after: number,
  [less, more]: readonly [PredictionAnswer, PredictionAnswer],
  numbers: readonly number[] = [before, after],
): Truth | undefined {
  if (!Number.isFinite(before) || Number.isNaN(after) || before === after) return undefined;
  return { answer: after < before ? less : more, numbers };
}
