/** The exact meta-gradient of one task: inner steps forward, then Hessian-vector products back, with everything in between kept. */
import type { Examples, Machine, Tape, Vec } from './machine';

export interface TaskData {
  readonly support: Examples;
  readonly query: Examples;
}

export interface InnerLoop {
  /** α per parameter: a constant for MAML, a mask times a constant for ANIL, learned for Meta-SGD. */
  readonly alpha: Vec;
  readonly steps: number;
  /** 1 drops the second-order part (FOMAML). */
  readonly order: 1 | 2;
}

/** Vectors and tapes of one task's pass, reused for every task. */
export interface MetaWork {
  /** φ_0 = θ, φ_1, …, φ_k. */
  readonly phi: readonly Vec[];
  /** g_j = ∇L_s(φ_j), j = 0 … k−1. */
  readonly supportGradient: readonly Vec[];
  readonly tapes: readonly Tape[];
  readonly supportLoss: number[];
  /** ∇L_q(φ_k): what FOMAML would use. */
  readonly queryGradient: Vec;
  /** α ∘ v, and its product with the Hessian. */
  readonly scaled: Vec;
  readonly product: Vec;
  /** ∂L_q(φ_k)/∂θ. */
  readonly meta: Vec;
}

/** Room for up to `steps` inner steps on up to `supportRows` support rows. */
export function metaWork(machine: Machine, steps: number, supportRows: number): MetaWork {
  const times = (n: number) => Array.from({ length: n }, () => machine.vector());
  return {
    phi: times(steps + 1),
    supportGradient: times(steps),
    tapes: Array.from({ length: steps }, () => machine.tape(supportRows)),
    supportLoss: [],
    queryGradient: machine.vector(),
    scaled: machine.vector(),
    product: machine.vector(),
    meta: machine.vector(),
  };
}

/**
 * Leaves ∂L_q(φ_k)/∂θ in `work.meta` and returns L_q(φ_k), where φ_{j+1} = φ_j − α ∘ ∇L_s(φ_j).
 *
 * Backwards: v ← v − H_s(φ_j)(α ∘ v) for j = k−1 … 0, from v = ∇L_q(φ_k) (Finn et al. 2017, eq. 1, differentiated by the chain rule).
 */
export function taskMetaGradient(machine: Machine, work: MetaWork, theta: Vec, task: TaskData, inner: InnerLoop): number {
  const { phi, supportGradient, tapes, supportLoss, queryGradient, scaled, product, meta } = work;
  machine.copy(phi[0]!, theta);
  for (let j = 0; j < inner.steps; j++) {
    supportLoss[j] = machine.gradient(phi[j]!, task.support, supportGradient[j]!, tapes[j]);
    machine.innerUpdate(phi[j + 1]!, phi[j]!, inner.alpha, supportGradient[j]!);
  }
  const queryLoss = machine.gradient(phi[inner.steps]!, task.query, queryGradient);
  machine.copy(meta, queryGradient);
  if (inner.order === 1) return queryLoss;
  for (let j = inner.steps - 1; j >= 0; j--) {
    machine.multiply(scaled, inner.alpha, meta);
    machine.hessianVector(phi[j]!, task.support, scaled, product, tapes[j]);
    machine.addScaled(meta, -1, product);
  }
  return queryLoss;
}
