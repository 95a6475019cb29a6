// Adapts an experiment's network to a learner's own task, from any θ, exactly as an evaluation adapts to its tasks.
import { Adapter } from '../evaluation';
import type { Experiment } from '../experiment';
import type { Examples, Machine, Numbers, Vec } from '../machine/machine';
import { exp } from '../portableMath';
import { familyOf } from '../tasks/families';
import type { Curve } from '../tasks/scene';
import type { Point } from '../tasks/strokes';
import type { Task } from '../tasks/task';
import type { Drawing } from './drawing';
import { DRAWN_LIMITS, OWN_STEPS, POINT_LIMITS } from './limits';
import { drawnRows, drawnSupport, pointTask } from './ownTasks';

export interface AdaptedCurves {
  /** The network at φ_0 = θ, φ_1, …. */
  readonly curves: readonly Curve[];
  /** Mean squared error on the points at φ_0, φ_1, …. */
  readonly losses: readonly number[];
}

export interface AdaptedClasses {
  /** Probability of each class for the further drawing at φ_0, φ_1, …. */
  readonly probabilities: readonly (readonly number[])[];
  /** Cross-entropy of the support drawings at φ_0, φ_1, …. */
  readonly losses: readonly number[];
}

/** softmax(z) */
export function softmax(z: ArrayLike<number>): number[] {
  const values = Array.from(z);
  const largest = Math.max(...values);
  const powers = values.map((value) => exp(value - largest));
  const sum = powers.reduce((total, power) => total + power, 0);
  return powers.map((power) => power / sum);
}

/** Keeps vectors of its own, so that the experiment can be stepped through meanwhile. */
export class OwnAdapter {
  readonly #experiment: Experiment;
  readonly #machine: Machine;
  readonly #adapter: Adapter;
  readonly #theta: Vec;
  readonly #seen: Examples;

  constructor(experiment: Experiment) {
    const { settings } = experiment;
    const { machine } = experiment.run.learner;
    const shots = familyOf(settings.family).curve === undefined ? DRAWN_LIMITS.shots[1] : POINT_LIMITS.count;
    this.#experiment = experiment;
    this.#machine = machine;
    this.#adapter = new Adapter(machine, { ...settings, shots, queryShots: shots });
    this.#theta = machine.vector();
    this.#seen = machine.examples(1);
  }

  /** From θ to the points, on a family of curves. */
  points(theta: Numbers, points: readonly Point[], steps: number = OWN_STEPS): AdaptedCurves {
    const { losses, phis } = this.#adapt(theta, pointTask(points), steps);
    return { losses, curves: phis.map((phi) => this.#experiment.curve(phi)) };
  }

  /** From θ to the classes, on a family of images; undefined as long as a class or the further drawing is empty. */
  drawings(
    theta: Numbers,
    classes: readonly (readonly Drawing[])[],
    further: Drawing,
    steps: number = OWN_STEPS,
  ): AdaptedClasses | undefined {
    const support = drawnSupport(classes);
    if (support === undefined || further.length === 0) return undefined;
    this.#machine.setExamples(this.#seen, drawnRows([[further, 0]], classes.length));
    const { losses, phis } = this.#adapt(theta, { parameters: {}, support, query: support }, steps);
    const probabilities = phis.map((phi) => {
      this.#machine.write(this.#theta, phi);
      return softmax(this.#machine.predict(this.#theta, this.#seen));
    });
    return { probabilities, losses };
  }

  #adapt(theta: Numbers, task: Task, steps: number): { readonly losses: readonly number[]; readonly phis: readonly Numbers[] } {
    const phis: Numbers[] = [];
    this.#machine.write(this.#theta, theta);
    const { alpha } = this.#experiment.run.learner;
    const { losses } = this.#adapter.adapt(this.#theta, alpha, task, steps, (phi) => phis.push(this.#machine.read(phi)));
    return { losses, phis };
  }
}
