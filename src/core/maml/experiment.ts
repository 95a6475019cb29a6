// One experiment: a run on a machine, trained piece by piece, judged on tasks that it has never seen.
import { Learner, type BatchMetaGradient, type LearnerState } from './algorithms/learner';
import { Adapter, evaluationTask, summarise, usable, type Adaptation, type Evaluation } from './evaluation';
import type { ExampleRows, Examples, Machine, Numbers, Vec } from './machine/machine';
import type { Settings } from './settings';
import { familyOf } from './tasks/families';
import type { ImageBank } from './tasks/imageBank';
import { settingScene, type Curve, type Stage, type TaskScene } from './tasks/scene';
import { Run } from './trace/run';
import { QUERY_EPISODE, type Collected, type Task } from './tasks/task';

/** Unseen tasks on which a finished run is judged, and how many steps each gets. */
export const EVALUATION = { tasks: 200, steps: 5 } as const;
/** Points of a drawn curve. */
const GRID = 121;
const NO_DOMAIN = [0, 0] as const;

/** What one evaluation needs for itself. */
interface Evaluator {
  readonly adapter: Adapter;
  readonly alpha: Vec;
}

/** An unseen task, before and after adaptation from θ. */
export interface UnseenTask {
  readonly index: number;
  readonly parameters: Task['parameters'];
  readonly scene: TaskScene;
  /** Query loss at φ_0, φ_1, …. */
  readonly losses: readonly number[];
  /** Accuracy or return at φ_0, φ_1, …, where the family reports one. */
  readonly scores: readonly number[];
  /** The step at which the loss grew beyond any use; the lists above end before it. */
  readonly divergedAt: number | null;
}

export class Experiment implements Stage {
  #settings: Settings;
  readonly run: Run;
  readonly #machine: Machine;
  readonly #adapter: Adapter;
  readonly #grid: Examples;
  readonly #scratch: Vec;
  #judged: { readonly on: Examples; readonly gradient: Vec } | undefined;
  readonly #losses = new WeakMap<ExampleRows, WeakMap<Numbers, number>>();
  /** Adapters for evaluations, each used by one at a time. */
  readonly #idle: Evaluator[] = [];
  #lookAlpha: Vec | undefined;

  /**
   * @param from the state in which another experiment is continued with these settings
   * @param images what a learner brought, kept for as long as the experiment lives
   * @throws SettingsError or ImageBankError where the family draws from images that are not enough
   */
  constructor(settings: Settings, machine: Machine, metaGradient?: BatchMetaGradient, from?: LearnerState, images?: ImageBank) {
    familyOf(settings.family).check?.(settings, images);
    this.#settings = settings;
    this.#machine = machine;
    const learner = new Learner(machine, settings, images);
    if (from !== undefined) learner.restore(from);
    this.run = new Run(learner, metaGradient);
    this.#adapter = new Adapter(machine, settings);
    this.#grid = machine.examples(familyOf(settings.family).curve === undefined ? 0 : GRID);
    this.#scratch = machine.vector();
    if (familyOf(settings.family).curve === undefined) return;
    const x = this.gridX();
    machine.setExamples(this.#grid, { rows: GRID, x, y: x.map(() => 0), weight: x.map(() => 0) });
  }

  get settings(): Settings {
    return this.#settings;
  }

  /** What a learner brought for this very run. */
  get images(): ImageBank | undefined {
    return this.run.learner.images;
  }

  /** Asks for more iterations (or fewer) than the settings did at first; the run goes on from where it is. */
  extend(iterations: number): void {
    this.#settings = { ...this.#settings, iterations };
  }

  /** The x of a drawn curve. */
  gridX(): number[] {
    const [low, high] = familyOf(this.settings.family).curve?.domain ?? NO_DOMAIN;
    return Array.from({ length: GRID }, (_, i) => low + ((high - low) * i) / (GRID - 1));
  }

  /** The network at `parameters`, as drawn. */
  curve(parameters: Numbers): Curve {
    if (familyOf(this.settings.family).curve === undefined) return [];
    this.#machine.write(this.#scratch, parameters);
    return Array.from(this.#machine.predict(this.#scratch, this.#grid));
  }

  /** The loss of the network at `parameters` on given examples. */
  lossOn(parameters: Numbers, rows: ExampleRows): number {
    const { on, gradient } = this.#judge(parameters, rows);
    return this.#machine.gradient(this.#scratch, on, gradient);
  }

  /** The same, remembered for as long as both arrays live. */
  lossAt(parameters: Numbers, rows: ExampleRows): number {
    let known = this.#losses.get(rows);
    if (known === undefined) this.#losses.set(rows, (known = new WeakMap()));
    let loss = known.get(parameters);
    if (loss === undefined) known.set(parameters, (loss = this.lossOn(parameters, rows)));
    return loss;
  }

  /** The model's outputs at `parameters` on given examples, [rows × outputs]. */
  outputs(parameters: Numbers, rows: ExampleRows): Numbers {
    return this.#machine.predict(this.#scratch, this.#judge(parameters, rows).on);
  }

  /** What the policy at `parameters` does in episode `episode` of a task; nothing where the family does not act. */
  act(parameters: Numbers, task: Task, episode: number): Collected {
    const { outputs } = this.#machine;
    const policy = (x: Float64Array, rows: number) =>
      this.outputs(parameters, { rows, x, y: new Float32Array(rows * outputs), weight: new Float32Array(rows) });
    const none = { rows: 0, x: [], y: [], weight: [] };
    return task.collect?.(policy, episode) ?? { rows: none, score: NaN, paths: [] };
  }

  #judge(parameters: Numbers, rows: ExampleRows): { readonly on: Examples; readonly gradient: Vec } {
    this.#judged ??= { on: this.#machine.examples(largestSet(this.settings)), gradient: this.#machine.vector() };
    this.#machine.write(this.#scratch, parameters);
    this.#machine.setExamples(this.#judged.on, rows);
    return this.#judged;
  }

  truth(task: Task): Curve {
    const { curve } = familyOf(this.settings.family);
    return curve === undefined ? [] : this.gridX().map((x) => curve.truth(task, x));
  }

  /** Trains up to the settings' iterations, pausing wherever it can with the number of iterations done; ends early when the run diverges. */
  *train(): Generator<number> {
    const preparation = familyOf(this.settings.family).prepare?.(this.settings);
    while (preparation?.next().done === false) yield this.run.iterations;
    while (this.run.iterations < this.settings.iterations) {
      const iteration = this.run.advance();
      let next = iteration.next();
      for (; next.done !== true; next = iteration.next()) yield this.run.iterations;
      if (!next.value) return;
    }
  }

  /**
   * Losses and scores on unseen tasks from θ, pausing after each step.
   * @param shots another K than in training (Finn et al. test a 10-shot model with 5, 10 and 20)
   */
  *evaluate(
    theta: Numbers,
    tasks: number = EVALUATION.tasks,
    steps: number = EVALUATION.steps,
    shots: number = this.settings.shots,
  ): Generator<void, Evaluation> {
    const settings = { ...this.settings, shots };
    // An adapter of its own: other tasks may be adapted to while this one pauses.
    const usual = shots === this.settings.shots;
    const machine = this.#machine;
    const evaluator = (usual ? this.#idle.pop() : undefined) ?? { adapter: new Adapter(machine, settings), alpha: machine.vector() };
    const { adapter, alpha } = evaluator;
    // Where α is learned, the run may move on to another one in the pauses.
    machine.copy(alpha, this.run.learner.alpha);
    try {
      const adaptations: Adaptation[] = [];
      for (let index = 0; index < tasks; index++) {
        machine.write(this.#scratch, theta);
        adaptations.push(yield* adapter.adapting(this.#scratch, alpha, evaluationTask(settings, index, this.images), steps));
      }
      return summarise(settings, adaptations);
    } finally {
      if (usual) this.#idle.push(evaluator);
    }
  }

  /** Unseen task number `index`, adapted to from θ, pausing after each step; one at a time. */
  *lookingAt(theta: Numbers, index: number, steps: number = EVALUATION.steps): Generator<void, UnseenTask> {
    const task = evaluationTask(this.settings, index, this.images);
    const phi: Numbers[] = [];
    // Where α is learned, the run may move on to another one in the pauses.
    const alpha = (this.#lookAlpha ??= this.#machine.vector());
    this.#machine.copy(alpha, this.run.learner.alpha);
    this.#machine.write(this.#scratch, theta);
    const { losses, scores } = yield* this.#adapter.adapting(this.#scratch, alpha, task, steps, (at) => phi.push(this.#machine.read(at)));
    const diverged = losses.findIndex((loss) => !usable(loss));
    const sound = diverged < 0 ? losses.length : diverged;
    // Where adapting blows up, what is shown ends before; θ itself always stays.
    const kept = phi.slice(0, Math.max(1, sound));
    return {
      index,
      parameters: task.parameters,
      scene: yield* settingScene(this.settings.family, this, { task, phi: kept, episodes: kept.map(() => QUERY_EPISODE) }),
      losses: losses.slice(0, sound),
      scores: scores.slice(0, sound),
      divergedAt: diverged < 0 ? null : diverged,
    };
  }
}

function largestSet(settings: Settings): number {
  const { support, query } = familyOf(settings.family).rows(settings);
  return Math.max(support, query);
}
