// How good θ is as a starting point: the loss on fresh tasks before adaptation and after each step of plain gradient descent.
import type { Examples, Machine, Vec } from './machine/machine';
import { PURPOSE, randomStream } from './random';
import type { Settings } from './settings';
import { familyOf } from './tasks/families';
import type { Task } from './tasks/task';

/** Query losses of one task: entry j after j steps; a task whose loss is no longer finite has diverged. */
export type AdaptationCurve = readonly number[];

/** Test task number `index`: drawn from a stream that training never sees. */
export function evaluationTask(settings: Settings, index: number): Task {
  return familyOf(settings.family).sample(settings, randomStream(settings.seed, PURPOSE.evaluate, index));
}

/** Adapts to tasks from a given θ, with room for its own intermediate values. */
export class Adapter {
  readonly #machine: Machine;
  readonly #phi: Vec;
  readonly #gradient: Vec;
  readonly #support: Examples;
  readonly #query: Examples;

  constructor(machine: Machine, settings: Pick<Settings, 'shots' | 'queryShots'>) {
    this.#machine = machine;
    this.#phi = machine.vector();
    this.#gradient = machine.vector();
    this.#support = machine.examples(settings.shots);
    this.#query = machine.examples(settings.queryShots);
  }

  /**
   * Takes `steps` steps φ ← φ − α ∘ ∇L_s(φ) from θ and returns the query loss before the first and after each.
   * @param visit sees φ before the first and after each step
   */
  adapt(theta: Vec, alpha: Vec, task: Task, steps: number, visit?: (phi: Vec, step: number) => void): AdaptationCurve {
    const machine = this.#machine;
    machine.setExamples(this.#support, task.support);
    machine.setExamples(this.#query, task.query);
    machine.copy(this.#phi, theta);
    const losses: number[] = [];
    for (let step = 0; step <= steps; step++) {
      if (step > 0) {
        machine.gradient(this.#phi, this.#support, this.#gradient);
        machine.innerUpdate(this.#phi, this.#phi, alpha, this.#gradient);
      }
      losses.push(machine.gradient(this.#phi, this.#query, this.#gradient));
      visit?.(this.#phi, step);
    }
    return losses;
  }
}

/** Entry-wise mean of the curves. */
export function meanCurve(curves: readonly AdaptationCurve[]): number[] {
  return (curves[0] ?? []).map((_, step) => curves.reduce((sum, curve) => sum + curve[step]!, 0) / curves.length);
}

/** Entry-wise median of the curves. */
export function medianCurve(curves: readonly AdaptationCurve[]): number[] {
  return (curves[0] ?? []).map((_, step) => {
    const sorted = curves.map((curve) => curve[step]!).sort((a, b) => a - b);
    const middle = sorted.length >> 1;
    return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
  });
}
