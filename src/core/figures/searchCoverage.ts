// Grid search and random search with as many trials on two hyperparameters, of which one matters (Bergstra & Bengio 2012, figure 1).
import { PURPOSE, randomStream } from '../maml/random';

/** Both in [0, 1): the one that matters and the one that hardly does. */
export type Trial = readonly [important: number, unimportant: number];

/** Middles of the cells of a side × side grid. */
export const gridTrials = (side: number): Trial[] =>
  Array.from({ length: side ** 2 }, (_, at): Trial => [((at % side) + 0.5) / side, (Math.floor(at / side) + 0.5) / side]);

export function randomTrials(count: number, seed: number): Trial[] {
  const stream = randomStream(seed, PURPOSE.train, 0);
  return Array.from({ length: count }, (): Trial => [stream.uniform(0, 1), stream.uniform(0, 1)]);
}

/** What the important one contributes: a narrow peak of height 0.9 at `peak`. */
export const ridge = (important: number, peak: number): number => 0.9 * Math.exp(-(((important - peak) / 0.12) ** 2));

/** The score to be maximised, at most 1. */
export const score = ([important, unimportant]: Trial, peak: number): number =>
  ridge(important, peak) + 0.1 * (1 - Math.abs(unimportant - 0.5));

export const best = (trials: readonly Trial[], peak: number): number => Math.max(...trials.map((trial) => score(trial, peak)));

/** How many values of the important hyperparameter the trials try. */
export const distinctValues = (trials: readonly Trial[]): number => new Set(trials.map(([important]) => important)).size;
