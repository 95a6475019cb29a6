// Lengths, products and differences of parameter vectors outside any machine, summed in float64.
import type { Numbers } from './machine/machine';

/** ⟨a, b⟩. */
export function dot(a: Numbers, b: Numbers): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}

/** ‖a‖₂. */
export const norm = (a: Numbers): number => Math.sqrt(dot(a, a));

/** a − b, in the precision of a. */
export function difference(a: Numbers, b: Numbers): Numbers {
  const result = a.slice();
  for (let i = 0; i < a.length; i++) result[i] = a[i]! - b[i]!;
  return result;
}

/** The middle value, or the mean of the two middle ones; NaN of nothing. */
export function median(values: ArrayLike<number>): number {
  const sorted = Float64Array.from(values).sort();
  return (sorted[(sorted.length - 1) >> 1]! + sorted[sorted.length >> 1]!) / 2;
}

/** Angle between a and b in degrees; 0 where either has no length. */
export function angle(a: Numbers, b: Numbers): number {
  const lengths = norm(a) * norm(b);
  return lengths === 0 ? 0 : (Math.acos(Math.min(1, Math.max(-1, dot(a, b) / lengths))) * 180) / Math.PI;
}
