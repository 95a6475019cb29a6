// One task's part of an outer iteration as a generator: it pauses after every line of the listing, with all numbers left in `work`.
import type { Examples, Machine, Vec } from '../machine/machine';
import type { MetaWork } from '../machine/metaGradient';
import type { Algorithm } from './algorithm';

/** The line of the listing that has just been executed; `inner` is j for φ_j → φ_{j+1}. */
export type TaskPause =
  | { readonly line: 'task' }
  | { readonly line: 'displacement' }
  | { readonly line: 'support-gradient'; readonly inner: number }
  | { readonly line: 'inner-update'; readonly inner: number }
  | { readonly line: 'second-order'; readonly inner: number }
  | { readonly line: 'query-loss'; readonly loss: number };

export interface TaskInput {
  readonly machine: Machine;
  readonly work: MetaWork;
  readonly theta: Vec;
  /** α per parameter (a mask times a constant for ANIL). */
  readonly alpha: Vec;
  /** Support and query set of the task at hand. */
  readonly sets: { support(phi: Vec, step: number): Examples; query(phi: Vec): Examples };
  readonly steps: number;
  readonly algorithm: Algorithm;
  /** Where Meta-SGD adds ∂L_q/∂α. */
  readonly alphaGradient?: Vec;
}

/**
 * Adapts to one task and leaves in `work.meta` what it sends to the outer loop; returns the query loss L_q(φ_k).
 *
 * Inner loop:  φ_{j+1} = φ_j − α ∘ ∇L_s(φ_j)                       (Finn et al. 2017, algorithm 1, line 6)
 * Backwards:   v ← v − H_s(φ_j)(α ∘ v), from v = ∇L_q(φ_k)          (chain rule through the inner loop)
 */
export function* taskSteps(input: TaskInput): Generator<TaskPause, number> {
  const { machine, work, algorithm, steps, alpha, sets } = input;
  const { phi, supportGradient, tapes, supportLoss, queryGradient, scaled, product, meta } = work;
  const support: Examples[] = [];
  machine.copy(phi[0]!, input.theta);
  yield { line: 'task' };
  for (let j = 0; j < steps; j++) {
    support[j] = sets.support(phi[j]!, j);
    supportLoss[j] = machine.gradient(phi[j]!, support[j]!, supportGradient[j]!, tapes[j]);
    yield { line: 'support-gradient', inner: j };
    machine.innerUpdate(phi[j + 1]!, phi[j]!, alpha, supportGradient[j]!);
    yield { line: 'inner-update', inner: j };
  }
  const queryLoss = machine.gradient(phi[steps]!, sets.query(phi[steps]!), queryGradient);
  machine.copy(meta, queryGradient);
  yield { line: 'query-loss', loss: queryLoss };
  if (algorithm.sends === 'displacement') {
    // Reptile: θ − φ_k takes the place of a gradient.
    machine.copy(meta, input.theta);
    machine.addScaled(meta, -1, phi[steps]!);
    yield { line: 'displacement' };
    return queryLoss;
  }
  for (let j = steps - 1; j >= 0; j--) {
    if (input.alphaGradient !== undefined) {
      // ∂L_q/∂α = −Σ_j g_j ∘ v_{j+1}                                    (Li et al. 2017, eq. 5, differentiated in α)
      machine.multiply(scaled, supportGradient[j]!, meta);
      machine.addScaled(input.alphaGradient, -1, scaled);
    }
    if (algorithm.order === 1) continue;
    machine.multiply(scaled, alpha, meta);
    machine.hessianVector(phi[j]!, support[j]!, scaled, product, tapes[j]);
    machine.addScaled(meta, -1, product);
    yield { line: 'second-order', inner: j };
  }
  return queryLoss;
}
