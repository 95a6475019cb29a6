// Scaled dot-product attention of one query (Vaswani et al. 2017, equation 1).
import { softmax } from './softmax';

export interface Attention {
  /** q·k_i / √d, or q·k_i where it is not scaled. */
  readonly scores: readonly number[];
  /** Softmax of the scores. */
  readonly weights: readonly number[];
  /** Σ w_i v_i. */
  readonly output: readonly number[];
}

const dot = (a: readonly number[], b: readonly number[]): number => a.reduce((sum, value, at) => sum + value * (b[at] ?? 0), 0);

/** @param keys one key per row, as long as `query`; @param values one value per key */
export function attend(
  query: readonly number[],
  keys: readonly (readonly number[])[],
  values: readonly (readonly number[])[],
  scaled = true,
): Attention {
  const scores = keys.map((key) => dot(query, key) / (scaled ? Math.sqrt(query.length) : 1));
  const weights = softmax(scores);
  const output = (values[0] ?? []).map((_, at) => weights.reduce((sum, weight, row) => sum + weight * (values[row]?.[at] ?? 0), 0));
  return { scores, weights, output };
}
