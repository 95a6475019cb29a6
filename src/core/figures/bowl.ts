// Gradient descent on a bowl L(θ) = ½ Σ h_i θ_i², with momentum or without.

export interface Descent {
  /** Positions, the start first; one row for each step. */
  readonly path: readonly (readonly number[])[];
  readonly losses: readonly number[];
}

export const bowlLoss = (theta: readonly number[], curvature: readonly number[]): number =>
  theta.reduce((sum, value, at) => sum + 0.5 * (curvature[at] ?? 0) * value * value, 0);

/** v ← μ v − η ∇L(θ), θ ← θ + v; plain gradient descent for μ = 0. */
export function descend(start: readonly number[], curvature: readonly number[], rate: number, steps: number, momentum = 0): Descent {
  const path = [start];
  let velocity = start.map(() => 0);
  for (let step = 0; step < steps; step++) {
    const theta = path.at(-1) ?? start;
    velocity = velocity.map((v, at) => momentum * v - rate * (curvature[at] ?? 0) * (theta[at] ?? 0));
    path.push(theta.map((value, at) => value + (velocity[at] ?? 0)));
  }
  return { path, losses: path.map((theta) => bowlLoss(theta, curvature)) };
}

/** Gradient descent on a bowl converges below this rate: 2 / (largest curvature). */
export const largestRate = (curvature: readonly number[]): number => 2 / Math.max(...curvature);
