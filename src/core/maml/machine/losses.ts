/** Losses on the outputs of a network: value, error δ = ∂L/∂z, and R{δ}. */
import { exp, log } from '../portableMath';
import type { Loss } from './network';

/** `size` = [rows, width]; z, y, delta, rz and out are [rows × width], weight is [rows]. */
interface LossRow {
  /** Returns L; leaves ∂L/∂z in `delta`, and in `kept` what `tangent` will need. */
  value(
    z: Float64Array,
    y: Float64Array,
    weight: Float64Array,
    size: readonly [number, number],
    delta: Float64Array,
    kept: Float64Array,
  ): number;
  /** out = R{δ} = ∂²L/∂z² · rz. */
  tangent(
    rz: Float64Array,
    y: Float64Array,
    weight: Float64Array,
    size: readonly [number, number],
    kept: Float64Array,
    out: Float64Array,
  ): void;
}

export const losses = {
  squared: {
    value: (z, y, weight, [rows, width], delta) => {
      let loss = 0;
      for (let i = 0; i < rows; i++) {
        let sum = 0;
        for (let k = i * width; k < (i + 1) * width; k++) {
          const difference = z[k]! - y[k]!;
          sum += difference * difference;
          delta[k] = 2 * weight[i]! * difference;
        }
        loss += weight[i]! * sum;
      }
      return loss;
    },
    tangent: (rz, _y, weight, [rows, width], _kept, out) => {
      for (let i = 0; i < rows; i++) for (let k = i * width; k < (i + 1) * width; k++) out[k] = 2 * weight[i]! * rz[k]!;
    },
  },
  crossEntropy: {
    // p = softmax(z), s = Σ_k y_k (1 for a distribution): L = −c Σ_k y_k log p_k, δ = c·(s·p − y), R{δ} = c·s·p∘(rz − ⟨p, rz⟩).
    value: (z, y, weight, [rows, width], delta, p) => {
      let loss = 0;
      for (let i = 0; i < rows; i++) {
        const [start, end] = [i * width, (i + 1) * width];
        let top = -Infinity;
        for (let k = start; k < end; k++) if (!(z[k]! <= top)) top = z[k]!;
        let total = 0;
        for (let k = start; k < end; k++) total += p[k] = exp(z[k]! - top);
        const logTotal = log(total);
        const c = weight[i]!;
        const s = sumOf(y, start, end);
        for (let k = start; k < end; k++) {
          loss -= c * y[k]! * (z[k]! - top - logTotal);
          p[k] = p[k]! / total;
          delta[k] = c * (s * p[k]! - y[k]!);
        }
      }
      return loss;
    },
    tangent: (rz, y, weight, [rows, width], p, out) => {
      for (let i = 0; i < rows; i++) {
        const [start, end] = [i * width, (i + 1) * width];
        const scale = weight[i]! * sumOf(y, start, end);
        let mean = 0;
        for (let k = start; k < end; k++) mean += p[k]! * rz[k]!;
        for (let k = start; k < end; k++) out[k] = scale * p[k]! * (rz[k]! - mean);
      }
    },
  },
} satisfies Record<Loss, LossRow>;

function sumOf(values: Float64Array, start: number, end: number): number {
  let sum = 0;
  for (let k = start; k < end; k++) sum += values[k]!;
  return sum;
}
