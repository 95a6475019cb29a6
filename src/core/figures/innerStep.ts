// MAML on bowls, where everything can be written down: support loss ½(θ−s)ᵀA(θ−s), query loss ½(φ−q)ᵀA(φ−q), A diagonal.

export type Vector = readonly number[];

export interface BowlTask {
  /** Diagonal of A. */
  readonly curvature: Vector;
  /** Lowest points of the support and the query loss. */
  readonly support: Vector;
  readonly query: Vector;
}

export const taskLoss = (theta: Vector, centre: Vector, curvature: Vector): number =>
  theta.reduce((sum, value, at) => sum + 0.5 * curvature[at]! * (value - centre[at]!) ** 2, 0);

const gradient = (theta: Vector, centre: Vector, curvature: Vector): number[] =>
  theta.map((value, at) => curvature[at]! * (value - centre[at]!));

/** φ = θ − α ∇L_s(θ), `steps` times. */
export function adapt(theta: Vector, { curvature, support }: BowlTask, alpha: number, steps = 1): Vector {
  let phi = theta;
  for (let step = 0; step < steps; step++) {
    const g = gradient(phi, support, curvature);
    phi = phi.map((value, at) => value - alpha * g[at]!);
  }
  return phi;
}

export interface MetaGradient {
  readonly phi: Vector;
  /** FOMAML: ∇L_q(φ), as if φ did not depend on θ. */
  readonly first: Vector;
  /** MAML: (I − αA) ∇L_q(φ), by the chain rule through one step. */
  readonly full: Vector;
}

export function metaGradient(theta: Vector, task: BowlTask, alpha: number): MetaGradient {
  const phi = adapt(theta, task, alpha);
  const first = gradient(phi, task.query, task.curvature);
  return { phi, first, full: first.map((value, at) => (1 - alpha * task.curvature[at]!) * value) };
}
