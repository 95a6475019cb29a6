// The lab's one truth: the experiment, what it is doing and where the cursor stands. Panel and debugger look at the same session.
import type { Evaluation } from '../../core/maml/evaluation';
import type { Experiment, UnseenTask } from '../../core/maml/experiment';
import { listingOf } from '../../core/maml/listing/listing';
import { thinned } from '../../core/maml/lossCurve';
import { DEFAULT_SETTINGS, type Settings } from '../../core/maml/settings';
import { moved, placeOf, type Move } from '../../core/maml/trace/cursor';
import { pictureAt, type Picture } from '../../core/maml/trace/picture';
import { DEPTH } from '../../core/maml/trace/step';
import type { LabPage, LabStatus, LabView, SavedLab } from '../../protocol/maml';
import type { LabFollower, LabLink } from './labLink';
import { inSlices } from './slices';

/** What a finished run tells its caller. */
export interface DemoResult {
  readonly seed: number;
  readonly iterations: number;
  readonly settings: Settings;
  /** Mean squared error on unseen tasks before adaptation, and after 1, 2, … steps. */
  readonly before: number;
  readonly after: readonly number[];
  /** Of every iteration. */
  readonly metaLoss: readonly number[];
}

/** What the caller of a run wants to know and decide. */
export interface RunWatch {
  readonly cancelled: () => boolean;
  /** Share of the iterations done, 0…1. */
  readonly onProgress?: (share: number) => void;
}

/** Milliseconds between two updates of the view while training. */
const UPDATE_EVERY = 100;

export class LabSession {
  readonly #experimentFor: (settings: Settings) => Promise<Experiment>;
  readonly #changed: (patch: Partial<LabView>) => void;
  #experiment: Experiment | undefined;
  #settings = DEFAULT_SETTINGS;
  #status: LabStatus = 'idle';
  #page: LabPage = 'result';
  #problem: string | null = null;
  #evaluation: Evaluation | null = null;
  #unseen: UnseenTask | null = null;
  #picture: Picture | null = null;
  #depths: readonly number[] = [];
  /** Number of the latest run; an older one that wakes up sees that it has been replaced. */
  #latest = 0;
  #cancelRequested = false;
  /** The place that a jump under way is going to. */
  #heading: number | undefined;
  /** The debugger that looks at the same run. */
  #follower: LabFollower | undefined;

  constructor(experimentFor: (settings: Settings) => Promise<Experiment>, changed: (patch: Partial<LabView>) => void) {
    this.#experimentFor = experimentFor;
    this.#changed = changed;
  }

  /**
   * Trains from the seed and judges the result on unseen tasks. A run already under way is given up.
   * @param place executed lines to return to (a restored panel)
   * @returns undefined when cancelled or diverged; what was trained until then stays and can be stepped through
   */
  async run(settings: Settings, watch: RunWatch, place?: number): Promise<DemoResult | undefined> {
    const number = ++this.#latest;
    this.#follower?.left();
    this.#follower = undefined;
    this.#cancelRequested = false;
    const replaced = () => number !== this.#latest;
    const cancelled = () => watch.cancelled() || this.#cancelRequested;
    this.#settings = settings;
    this.#evaluation = this.#unseen = this.#picture = this.#problem = null;
    this.#depths = [];
    this.#heading = undefined;
    this.#status = 'training';
    const experiment = await this.#experimentFor(settings);
    if (replaced()) return undefined;
    this.#experiment = experiment;
    this.#changed(this.view());
    let shown = performance.now();
    const onSlice = (iteration: number) => {
      if (performance.now() - shown < UPDATE_EVERY) return;
      shown = performance.now();
      watch.onProgress?.(iteration / settings.iterations);
      this.#changed({ trained: iteration, lossCurve: thinned(experiment.run.metaLoss) });
    };
    await inSlices(experiment.train(), { cancelled: () => cancelled() || replaced(), onSlice });
    return replaced() ? undefined : this.#judge(experiment, { cancelled, replaced }, place);
  }

  async #judge(
    experiment: Experiment,
    is: { readonly cancelled: () => boolean; readonly replaced: () => boolean },
    place: number | undefined,
  ): Promise<DemoResult | undefined> {
    const { run, settings } = experiment;
    const cutShort = is.cancelled();
    this.#status = 'evaluating';
    this.#changed({ status: this.#status, trained: run.iterations, lossCurve: thinned(run.metaLoss) });
    const theta = run.thetaAfter(run.iterations);
    this.#unseen = experiment.unseen(theta, 0);
    const evaluation = await inSlices(experiment.evaluate(theta), { cancelled: is.replaced });
    if (evaluation === undefined) return undefined;
    this.#evaluation = evaluation;
    this.#status = run.divergence !== undefined ? 'diverged' : cutShort ? 'cancelled' : 'ready';
    if (run.iterations > 0) {
      this.#depths = run.trace(0)!.steps.map((step) => DEPTH[step.line]);
      this.#goTo(place ?? run.iterations * this.#depths.length);
    }
    this.#changed(this.view());
    const [before, ...after] = evaluation.loss.mean;
    if (this.#status !== 'ready' || before === undefined) return undefined;
    return { seed: settings.seed, iterations: run.iterations, settings, before, after, metaLoss: run.metaLoss };
  }

  /** Stops a run under way; what it has trained stays and is judged. */
  cancel(): void {
    this.#cancelRequested = true;
  }

  /** Moves from where the learner is heading, so that quick key presses add up. */
  move(move: Move): Promise<void> {
    const from = this.#heading ?? this.#picture?.executed;
    if (this.#experiment === undefined || from === undefined) return Promise.resolve();
    return this.jump(moved(from, move, this.#depths, this.#experiment.run.iterations));
  }

  /** Goes to a place, replaying in slices; a newer wish replaces an older one on its way. */
  async jump(executed: number): Promise<void> {
    const experiment = this.#experiment;
    if (experiment === undefined || this.#picture === null) return;
    const { run } = experiment;
    const perIteration = this.#depths.length;
    const wish = Math.min(executed, (run.iterations + 1) * perIteration);
    this.#follower?.interrupt();
    this.#heading = wish;
    const overtaken = () => this.#heading !== wish || this.#experiment !== experiment;
    const { iteration } = placeOf(wish, perIteration);
    if (iteration < run.iterations) await inSlices(run.seek(iteration), { cancelled: overtaken });
    if (overtaken()) return;
    this.#goTo(wish);
    this.#heading = undefined;
    this.#follower?.moved(wish);
    this.#changed({ picture: this.#picture, status: this.#status, trained: run.iterations, lossCurve: thinned(run.metaLoss) });
  }

  /** Shows another unseen task. */
  showUnseen(index: number): void {
    const experiment = this.#experiment;
    if (experiment === undefined || this.#unseen === null) return;
    this.#follower?.interrupt();
    this.#unseen = experiment.unseen(experiment.run.thetaAfter(experiment.run.iterations), index);
    this.#changed({ unseen: this.#unseen });
  }

  /** The settings of a run that a debugger could join now. */
  joinable(): Settings | undefined {
    const busy = this.#status === 'training' || this.#status === 'evaluating';
    return busy || this.#follower !== undefined || this.#picture === null ? undefined : this.#settings;
  }

  /** A debugger joins the run, or one that begins with its settings where the lab shows another; undefined while the lab is busy. */
  async join(settings: Settings, follower: LabFollower): Promise<LabLink | undefined> {
    if (this.#status === 'training' || this.#status === 'evaluating' || this.#follower !== undefined) return undefined;
    const same = this.#picture !== null && JSON.stringify(settings) === JSON.stringify(this.#settings);
    if (!same && !(await this.#begin(settings))) return undefined;
    const experiment = this.#experiment;
    if (experiment === undefined || this.#picture === null) return undefined;
    this.#follower = follower;
    this.look('step');
    const mine = () => this.#follower === follower;
    return {
      experiment,
      executed: this.#picture.executed,
      hold: () => {
        if (mine()) this.#heading = undefined;
      },
      show: (executed) => {
        if (!mine() || placeOf(executed, this.#depths.length).iteration >= experiment.run.iterations) return;
        this.#heading = undefined;
        this.#goTo(executed);
        this.#changed({ picture: this.#picture, trained: experiment.run.iterations, lossCurve: thinned(experiment.run.metaLoss) });
      },
      leave: () => {
        if (mine()) this.#follower = undefined;
      },
    };
  }

  /** Shows a run at its start, nothing of it trained yet. */
  async #begin(settings: Settings): Promise<boolean> {
    const number = ++this.#latest;
    const experiment = await this.#experimentFor(settings);
    if (number !== this.#latest) return false;
    const first = experiment.run.trace(0);
    if (first === undefined) return false;
    this.#experiment = experiment;
    this.#settings = settings;
    this.#evaluation = this.#unseen = this.#problem = null;
    this.#heading = undefined;
    this.#depths = first.steps.map((step) => DEPTH[step.line]);
    this.#status = 'debugging';
    this.#goTo(0);
    this.#changed(this.view());
    return true;
  }

  /** Turns to the result or to the steps. */
  look(page: LabPage): void {
    this.#page = page;
    this.#changed({ page });
  }

  /** What brings this very place back after a reload; nothing before the first run. */
  saved(): SavedLab | undefined {
    if (this.#status === 'idle') return undefined;
    const executed = this.#picture?.executed ?? null;
    return { settings: { ...this.#settings }, executed, unseen: this.#unseen?.index ?? 0, page: this.#page };
  }

  view(): LabView {
    const experiment = this.#experiment;
    return {
      status: this.#status,
      page: this.#page,
      settings: this.#settings,
      listing: listingOf(this.#settings.algorithm),
      gridX: experiment?.gridX() ?? [],
      trained: experiment?.run.iterations ?? 0,
      lossCurve: thinned(experiment?.run.metaLoss ?? []),
      evaluation: this.#evaluation,
      unseen: this.#unseen,
      picture: this.#picture,
      problem: this.#problem,
    };
  }

  #goTo(executed: number): void {
    const perIteration = this.#depths.length;
    const trace = this.#experiment?.run.trace(placeOf(executed, perIteration).iteration);
    if (this.#experiment !== undefined && trace !== undefined) this.#picture = pictureAt(this.#experiment, trace, executed, perIteration);
    else this.#status = 'diverged';
  }
}
