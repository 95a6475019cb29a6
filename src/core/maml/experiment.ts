// One experiment: a run on a machine, trained piece by piece, judged on tasks that it has never seen.
import { Learner, type BatchMetaGradient, type LearnerState } from './algorithms/learner';
import { Adapter, evaluationTask, summarise, type Adaptation, type Evaluation } from './evaluation';
import type { ExampleRows, Machine, Numbers, Vec } from './machine/machine';
import type { Settings } from './settings';
import { familyOf } from './tasks/families';
import { Run } from './trace/run';
import type { Task } from './tasks/task';

/** Unseen tasks on which a finished run is judged, and how many steps each gets. */
export const EVALUATION = { tasks: 200, steps: 5 } as const;
/** Points of a drawn curve. */
const GRID = 121;
const NO_DOMAIN = [0, 0] as const;

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
  /** Accuracy or return at φ_0, φ_1, …, where the family reports one. */
  readonly scores: readonly number[];
}

export class Experiment {
  readonly settings: Settings;
  readonly run: Run;
  readonly #machine: Machine;
  readonly #adapter: Adapter;
  readonly #grid: ReturnType<Machine['examples']>;
  readonly #scratch: Vec;
  #judged: { readonly on: ReturnType<Machine['examples']>; readonly gradient: Vec } | undefined;

  /** @param from the state in which another experiment is continued with these settings */
  constructor(settings: Settings, machine: Machine, metaGradient?: BatchMetaGradient, from?: LearnerState) {
    this.settings = settings;
    this.#machine = machine;
    const learner = new Learner(machine, settings);
    if (from !== undefined) learner.restore(from);
    this.run = new Run(learner, metaGradient);
    this.#adapter = new Adapter(machine, settings);
    this.#grid = machine.examples(familyOf(settings.family).curve === undefined ? 0 : GRID);
    this.#scratch = machine.vector();
    if (familyOf(settings.family).curve === undefined) return;
    const x = this.gridX();
    machine.setExamples(this.#grid, { rows: GRID, x, y: x.map(() => 0), weight: x.map(() => 0) });
  }

  /** The x of a drawn curve. */
  gridX(): number[] {
    const [low, high] = familyOf(this.settings.family).curve?.domain ?? NO_DOMAIN;
    return Array.from({ length: GRID }, (_, i) => low + ((high - low) * i) / (GRID - 1));
  }

  /** The network at `parameters`, as drawn. */
  curve(parameters: Numbers): Curve {
    this.#machine.write(this.#scratch, parameters);
    return this.#curveAt(this.#scratch);
  }

  #curveAt(at: Vec): Curve {
    if (familyOf(this.settings.family).curve === undefined) return [];
    return Array.from(this.#machine.predict(at, this.#grid));
  }

  /** The loss of the network at `parameters` on given examples. */
  lossOn(parameters: Numbers, rows: ExampleRows): number {
    this.#judged ??= { on: this.#machine.examples(largestSet(this.settings)), gradient: this.#machine.vector() };
    this.#machine.write(this.#scratch, parameters);
    this.#machine.setExamples(this.#judged.on, rows);
    return this.#machine.gradient(this.#scratch, this.#judged.on, this.#judged.gradient);
  }

  truth(task: Task): Curve {
    const { curve } = familyOf(this.settings.family);
    return curve === undefined ? [] : this.gridX().map((x) => curve.truth(task, x));
  }

  /** Trains up to the settings' iterations, pausing wherever it can with the number of iterations done; ends early when the run diverges. */
  *train(): Generator<number> {
    while (this.run.iterations < this.settings.iterations) {
      const iteration = this.run.advance();
      let next = iteration.next();
      for (; next.done !== true; next = iteration.next()) yield this.run.iterations;
      if (!next.value) return;
    }
  }

  /**
   * Losses and scores on unseen tasks from θ, pausing after each task.
   * @param shots another K than in training (Finn et al. test a 10-shot model with 5, 10 and 20)
   */
  *evaluate(
    theta: Numbers,
    tasks: number = EVALUATION.tasks,
    steps: number = EVALUATION.steps,
    shots: number = this.settings.shots,
  ): Generator<void, Evaluation> {
    const settings = { ...this.settings, shots };
    const adapter = shots === this.settings.shots ? this.#adapter : new Adapter(this.#machine, settings);
    const adaptations: Adaptation[] = [];
    for (let index = 0; index < tasks; index++) {
      this.#machine.write(this.#scratch, theta);
      adaptations.push(adapter.adapt(this.#scratch, this.run.learner.alpha, evaluationTask(settings, index), steps));
      yield;
    }
    return summarise(settings, adaptations);
  }

  /** Unseen task number `index`, adapted to from θ. */
  unseen(theta: Numbers, index: number, steps: number = EVALUATION.steps): UnseenTask {
    const task = evaluationTask(this.settings, index);
    const curves: Curve[] = [];
    this.#machine.write(this.#scratch, theta);
    const { losses, scores } = this.#adapter.adapt(this.#scratch, this.run.learner.alpha, task, steps, (phi) =>
      curves.push(this.#curveAt(phi)),
    );
    return {
      index,
      parameters: task.parameters,
      support: points(task.support),
      query: points(task.query),
      truth: this.truth(task),
      curves,
      losses,
      scores,
    };
  }
}

function largestSet(settings: Settings): number {
  const { support, query } = familyOf(settings.family).rows(settings);
  return Math.max(support, query);
}

/** The (x, y) of scalar examples; none where examples are not scalar. */
export function points({ rows, x, y }: Task['support']): [number, number][] {
  if (x.length !== rows || y.length !== rows) return [];
  return Array.from({ length: rows }, (_, i) => [x[i]!, y[i]!]);
}
