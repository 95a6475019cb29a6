// How good θ is as a starting point: losses and scores on fresh tasks before adaptation and after each step of plain gradient descent.
import { drain } from '../pieces';
import { TaskSets } from './algorithms/taskSets';
import type { Machine, Vec } from './machine/machine';
import { PURPOSE, randomStream } from './random';
import type { Settings } from './settings';
import { familyOf } from './tasks/families';
import type { ImageBank } from './tasks/imageBank';
import type { ScoreName, Task } from './tasks/task';

/** One task, adapted: entry j is after j steps. */
export interface Adaptation {
  readonly losses: readonly number[];
  /** Accuracy or return, where the family reports one. */
  readonly scores: readonly number[];
}

/** Many tasks: mean with half the width of its 95 % confidence interval (1.96 σ/√n), and the median, after 0, 1, 2, … steps. */
export interface Summary {
  readonly mean: readonly number[];
  readonly halfWidth: readonly number[];
  readonly median: readonly number[];
}

export interface Evaluation {
  /** Tasks that were judged, those that diverged included. */
  readonly tasks: number;
  readonly loss: Summary;
  readonly score: (Summary & { readonly name: ScoreName }) | null;
  /** Numbers of the tasks whose loss grew beyond any use; they are left out of the means and named here instead. */
  readonly diverged: readonly number[];
}

/** Beyond this a task counts as diverged: hundreds of times the loss of an untrained network in every family here. */
const DIVERGED_ABOVE = 1e4;

/** Test task number `index`: drawn from a stream, and of classes, that training never sees. */
export function evaluationTask(settings: Settings, index: number, images?: ImageBank): Task {
  return familyOf(settings.family).sample(settings, randomStream(settings.seed, PURPOSE.evaluate, index), 'test', images);
}

/** Adapts to tasks from a given θ, with room for its own intermediate values. */
export class Adapter {
  readonly #machine: Machine;
  readonly #settings: Settings;
  readonly #phi: Vec;
  readonly #gradient: Vec;
  readonly #sets: TaskSets;

  constructor(machine: Machine, settings: Settings) {
    this.#machine = machine;
    this.#settings = settings;
    this.#phi = machine.vector();
    this.#gradient = machine.vector();
    this.#sets = new TaskSets(machine, settings, 0);
  }

  /**
   * Takes `steps` steps φ ← φ − α ∘ ∇L_s(φ) from θ.
   * @param visit sees φ before the first and after each step
   */
  adapt(theta: Vec, alpha: Vec, task: Task, steps: number, visit?: (phi: Vec, step: number) => void): Adaptation {
    return drain(this.adapting(theta, alpha, task, steps, visit));
  }

  /** `adapt`, pausing after each step. */
  *adapting(theta: Vec, alpha: Vec, task: Task, steps: number, visit?: (phi: Vec, step: number) => void): Generator<void, Adaptation> {
    const machine = this.#machine;
    const phi = this.#phi;
    this.#sets.take(task);
    machine.copy(phi, theta);
    const [losses, scores]: [number[], number[]] = [[], []];
    for (let step = 0; step <= steps; step++) {
      if (step > 0) {
        machine.gradient(phi, this.#sets.support(phi, step), this.#gradient);
        machine.innerUpdate(phi, phi, alpha, this.#gradient);
      }
      losses.push(machine.gradient(phi, this.#sets.query(phi), this.#gradient));
      const score = this.#sets.score(phi, this.#settings);
      if (score !== undefined) scores.push(score);
      visit?.(phi, step);
      yield;
    }
    return { losses, scores };
  }
}

/** Whether a loss is still good for anything. */
export const usable = (value: number): boolean => Math.abs(value) <= DIVERGED_ABOVE;

export function summarise(settings: Settings, adaptations: readonly Adaptation[]): Evaluation {
  const sound = adaptations.filter(({ losses }) => losses.every(usable));
  const { score } = familyOf(settings.family);
  return {
    tasks: adaptations.length,
    loss: summary(sound.map(({ losses }) => losses)),
    score: score === undefined ? null : { name: score.name, ...summary(sound.map(({ scores }) => scores)) },
    diverged: adaptations.flatMap(({ losses }, index) => (losses.every(usable) ? [] : [index])),
  };
}

/** Entry-wise mean, half-width and median of equally long curves. */
export function summary(curves: readonly (readonly number[])[]): Summary {
  const result: { mean: number[]; halfWidth: number[]; median: number[] } = { mean: [], halfWidth: [], median: [] };
  for (let step = 0; step < (curves[0]?.length ?? 0); step++) {
    const values = curves.map((curve) => curve[step]!).sort((a, b) => a - b);
    const n = values.length;
    const mean = values.reduce((sum, value) => sum + value, 0) / n;
    const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / Math.max(1, n - 1);
    result.mean.push(mean);
    result.halfWidth.push(1.96 * Math.sqrt(variance / n));
    result.median.push((values[(n - 1) >> 1]! + values[n >> 1]!) / 2);
  }
  return result;
}
