// One experiment: a run on a machine, trained piece by piece, judged on tasks that it has never seen.
import { Learner } from './algorithms/learner';
import { Adapter, evaluationTask, meanCurve, medianCurve, type AdaptationCurve } from './evaluation';
import type { Machine, Numbers, Vec } from './machine/machine';
import type { Settings } from './settings';
import { familyOf } from './tasks/families';
import { Run } from './trace/run';
import type { Task } from './tasks/task';

/** Unseen tasks on which a finished run is judged, and how many steps each gets. */
export const EVALUATION = { tasks: 200, steps: 5 } as const;
/** Points of a drawn curve. */
const GRID = 121;

/** A function as drawn: y at GRID evenly spaced places over the family's domain. */
export type Curve = readonly number[];

/** An unseen task, before and after adaptation from θ. */
export interface UnseenTask {
  readonly index: number;
  readonly parameters: Task['parameters'];
  readonly support: readonly (readonly [number, number])[];
  readonly query: readonly (readonly [number, number])[];
  readonly truth: Curve;
  /** The network at φ_0 = θ, φ_1, …. */
  readonly curves: readonly Curve[];
  /** Query loss at φ_0, φ_1, …. */
  readonly losses: readonly number[];
}

export interface Evaluation {
  readonly tasks: number;
  readonly mean: readonly number[];
  readonly median: readonly number[];
}

export class Experiment {
  readonly settings: Settings;
  readonly run: Run;
  readonly #machine: Machine;
  readonly #adapter: Adapter;
  readonly #grid: ReturnType<Machine['examples']>;
  readonly #scratch: Vec;

  constructor(settings: Settings, machine: Machine) {
    this.settings = settings;
    this.#machine = machine;
    this.run = new Run(new Learner(machine, settings));
    this.#adapter = new Adapter(machine, settings);
    this.#grid = machine.examples(GRID);
    this.#scratch = machine.vector();
    const x = this.gridX();
    machine.setExamples(this.#grid, { rows: GRID, x, y: x.map(() => 0), weight: x.map(() => 0) });
  }

  /** The x of a drawn curve. */
  gridX(): number[] {
    const [low, high] = familyOf(this.settings.family).domain;
    return Array.from({ length: GRID }, (_, i) => low + ((high - low) * i) / (GRID - 1));
  }

  /** The network at `parameters`, as drawn. */
  curve(parameters: Numbers): Curve {
    this.#machine.write(this.#scratch, parameters);
    return this.#curveAt(this.#scratch);
  }

  #curveAt(at: Vec): Curve {
    return Array.from(this.#machine.predict(at, this.#grid));
  }

  truth(task: Task): Curve {
    return this.gridX().map((x) => familyOf(this.settings.family).truth(task, x));
  }

  /** Trains up to the settings' iterations, pausing after each; ends early when the run diverges. */
  *train(): Generator<number> {
    while (this.run.iterations < this.settings.iterations && this.run.trainOne()) yield this.run.iterations;
  }

  /** Loss on unseen tasks from θ, pausing after each task. */
  *evaluate(theta: Numbers, tasks: number = EVALUATION.tasks, steps: number = EVALUATION.steps): Generator<void, Evaluation> {
    const curves: AdaptationCurve[] = [];
    for (let index = 0; index < tasks; index++) {
      this.#machine.write(this.#scratch, theta);
      curves.push(this.#adapter.adapt(this.#scratch, this.run.learner.alpha, evaluationTask(this.settings, index), steps));
      yield;
    }
    return { tasks, mean: meanCurve(curves), median: medianCurve(curves) };
  }

  /** Unseen task number `index`, adapted to from θ. */
  unseen(theta: Numbers, index: number, steps: number = EVALUATION.steps): UnseenTask {
    const task = evaluationTask(this.settings, index);
    const curves: Curve[] = [];
    this.#machine.write(this.#scratch, theta);
    const losses = this.#adapter.adapt(this.#scratch, this.run.learner.alpha, task, steps, (phi) => curves.push(this.#curveAt(phi)));
    return {
      index,
      parameters: task.parameters,
      support: points(task.support),
      query: points(task.query),
      truth: this.truth(task),
      curves,
      losses,
    };
  }
}

/** The (x, y) of scalar examples. */
export function points({ rows, x, y }: Task['support']): [number, number][] {
  return Array.from({ length: rows }, (_, i) => [x[i]!, y[i]!]);
}
