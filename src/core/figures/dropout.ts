// Inverted dropout: zeros some outputs and scales the others up, so that the expected output stays.
import { PURPOSE, randomStream } from '../maml/random';

export interface Dropped {
  readonly mask: readonly boolean[];
  /** h_i / (1 − p) where the mask keeps, else 0. */
  readonly output: readonly number[];
}

/** @param rate p, the probability that an output is dropped, below 1 */
export function dropOut(outputs: readonly number[], rate: number, seed: number): Dropped {
  const stream = randomStream(seed, PURPOSE.train, 0);
  const mask = outputs.map(() => stream.uniform(0, 1) >= rate);
  return { mask, output: outputs.map((value, at) => (mask[at] === true ? value / (1 - rate) : 0)) };
}
