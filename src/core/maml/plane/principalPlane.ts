// The plane that holds the most of a set of movements: their first two principal directions, not centred, so that it contains θ.
import type { Numbers } from '../machine/machine';
import { dot } from '../vectors';

/** Orthonormal directions u and w; w is zero where the movements lie on one line, both where nothing moves. */
export interface Plane {
  readonly u: Float64Array;
  readonly w: Float64Array;
  /** Σ‖projection‖² / Σ‖movement‖², 0…1. */
  readonly share: number;
}

const ITERATIONS = 300;
/** Below this share of the first eigenvalue a second direction is rounding noise. */
const NOISE = 1e-10;

/**
 * Principal directions of `movements` d_1 … d_n by way of their Gram matrix G_ij = ⟨d_i, d_j⟩, whose eigenvectors e give Σ_i e_i d_i / √λ.
 * Pauses after each row of G.
 */
export function* principalPlane(movements: readonly Numbers[]): Generator<void, Plane> {
  const n = movements.length;
  const size = movements[0]?.length ?? 0;
  const gram = movements.map(() => new Float64Array(n));
  for (let i = 0; i < n; i++) {
    for (let j = 0; j <= i; j++) gram[i]![j] = gram[j]![i] = dot(movements[i]!, movements[j]!);
    yield;
  }
  const total = gram.reduce((sum, row, i) => sum + row[i]!, 0);
  if (!(total > 0)) return { u: new Float64Array(size), w: new Float64Array(size), share: 0 };
  const first = largest(gram);
  const deflated = gram.map((row, i) => row.map((value, j) => value - first.value * first.vector[i]! * first.vector[j]!));
  const second = largest(deflated);
  const u = combined(movements, first.vector, size);
  const w = second.value > NOISE * first.value ? combined(movements, second.vector, size, u) : new Float64Array(size);
  const held = movements.reduce((sum, movement) => sum + dot(movement, u) ** 2 + dot(movement, w) ** 2, 0);
  return { u, w, share: Math.min(1, held / total) };
}

/** Largest eigenvalue and its vector, by power iteration from a start that favours no axis. */
function largest(matrix: readonly Float64Array[]): { readonly value: number; readonly vector: Float64Array } {
  let vector = Float64Array.from(matrix, (row, i) => row[i]! * (1 + 0.01 * i));
  let value = 0;
  for (let step = 0; step < ITERATIONS; step++) {
    const image = Float64Array.from(matrix, (row) => dot(row, vector));
    value = Math.sqrt(dot(image, image));
    if (!(value > 0)) return { value: 0, vector };
    vector = image.map((entry) => entry / value);
  }
  return { value, vector };
}

/** Σ_i c_i d_i at length 1, orthogonal to `to` where given, turned so that most of the movement points its way. */
function combined(movements: readonly Numbers[], share: Float64Array, size: number, to?: Float64Array): Float64Array {
  const direction = new Float64Array(size);
  movements.forEach((movement, i) => {
    for (let k = 0; k < size; k++) direction[k]! += share[i]! * movement[k]!;
  });
  if (to !== undefined) {
    const along = dot(direction, to);
    for (let k = 0; k < size; k++) direction[k]! -= along * to[k]!;
  }
  const length = Math.sqrt(dot(direction, direction));
  const sign = movements.reduce((sum, movement) => sum + dot(movement, direction), 0) < 0 ? -1 : 1;
  return length > 0 ? direction.map((entry) => (sign * entry) / length) : direction;
}
