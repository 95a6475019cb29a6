// The lab's one truth: the experiment, what it is doing and where the cursor stands. Panel and debugger look at the same session.
import type { Evaluation } from '../../core/maml/evaluation';
import type { Experiment, UnseenTask } from '../../core/maml/experiment';
import { listingOf } from '../../core/maml/listing/listing';
import { thinned } from '../../core/maml/lossCurve';
import { DEFAULT_SETTINGS, MOST_ITERATIONS, type Settings } from '../../core/maml/settings';
import { moved, placeOf, type Move } from '../../core/maml/trace/cursor';
import { pictureAt, type Picture } from '../../core/maml/trace/picture';
import type { SpeedId } from '../../core/maml/trace/speeds';
import { DEPTH } from '../../core/maml/trace/step';
import type { LabPage, LabStatus, LabView, SavedLab } from '../../protocol/maml';
import { demoResultOf, type DemoResult, type RunWatch } from './demoResult';
import type { LabFollower, LabLink } from './labLink';
import { PlaneKeeper } from './planeKeeper';
import { Player } from './player';
import { inSlices, UPDATE_EVERY } from './slices';
import { readyAt, traceReady } from './traceReady';
import type { Learned } from './trySession';

export class LabSession {
  readonly #experimentFor: (settings: Settings) => Promise<Experiment>;
  readonly #changed: (patch: Partial<LabView>) => void;
  readonly player: Player;
  readonly #planes: PlaneKeeper;
  experiment: Experiment | undefined;
  learned: Learned | undefined;
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
    this.player = new Player({ move: (move) => this.#playOne(move), changed: (playing) => changed({ playing }) });
    this.#planes = new PlaneKeeper((plane) => changed({ plane }));
  }

  /**
   * Trains from the seed and judges the result on unseen tasks. A run already under way is given up.
   * @param place executed lines to return to (a restored panel)
   * @returns undefined when cancelled or diverged; what was trained until then stays and can be stepped through
   */
  async run(settings: Settings, watch: RunWatch, place?: number): Promise<DemoResult | undefined> {
    const number = this.#begun();
    this.#settings = settings;
    this.#evaluation = this.#unseen = this.#picture = this.#problem = null;
    this.#depths = [];
    this.#status = 'training';
    const experiment = await this.#experimentFor(settings);
    if (number !== this.#latest) return undefined;
    this.experiment = experiment;
    return this.#train(experiment, number, watch, place);
  }

  /** Trains `iterations` beyond what is trained, judges again and goes to the new end. */
  async more(iterations: number, watch: RunWatch): Promise<DemoResult | undefined> {
    const experiment = this.experiment;
    if (experiment === undefined || this.#busy || experiment.run.divergence !== undefined) return undefined;
    const number = this.#begun();
    experiment.extend(Math.min(experiment.run.iterations + iterations, MOST_ITERATIONS));
    this.#settings = experiment.settings;
    return this.#train(experiment, number, watch);
  }

  /** Number of a run that begins now; whoever else used the experiment has been told. */
  #begun(): number {
    this.player.pause();
    this.#follower?.left();
    this.#follower = undefined;
    this.#cancelRequested = false;
    this.#heading = undefined;
    return ++this.#latest;
  }

  async #train(experiment: Experiment, number: number, watch: RunWatch, place?: number): Promise<DemoResult | undefined> {
    const replaced = () => number !== this.#latest;
    const cancelled = () => watch.cancelled() || this.#cancelRequested;
    this.#status = 'training';
    this.#changed(this.view());
    let shown = performance.now();
    const onSlice = (iteration: number) => {
      if (performance.now() - shown < UPDATE_EVERY) return;
      shown = performance.now();
      watch.onProgress?.(iteration / experiment.settings.iterations);
      this.#changed({ trained: iteration, lossCurve: curveOf(experiment) });
    };
    await inSlices(experiment.train(), { cancelled: () => cancelled() || replaced(), onSlice });
    const judging = replaced() ? undefined : this.#judge(experiment, { cancelled, replaced }, place);
    return cancelled() ? undefined : judging;
  }

  async #judge(
    experiment: Experiment,
    is: { readonly cancelled: () => boolean; readonly replaced: () => boolean },
    place: number | undefined,
  ): Promise<DemoResult | undefined> {
    const { run, settings } = experiment;
    const cutShort = is.cancelled();
    this.#status = 'evaluating';
    this.#changed({ status: this.#status, trained: run.iterations, lossCurve: curveOf(experiment) });
    const theta = run.thetaAfter(run.iterations);
    this.learned = { experiment, theta };
    this.#unseen = experiment.unseen(theta, 0);
    const evaluation = await inSlices(experiment.evaluate(theta), { cancelled: is.replaced });
    if (evaluation === undefined) return undefined;
    this.#evaluation = evaluation;
    const ready = run.iterations > 0 ? await readyAt(run, place, is.replaced) : null;
    if (ready === undefined) return undefined;
    this.#status = run.divergence !== undefined ? 'diverged' : cutShort ? 'cancelled' : 'ready';
    if (ready !== null) {
      this.#depths = ready.depths;
      this.#goTo(ready.executed);
    }
    this.#changed(this.view());
    return this.#status === 'ready' ? demoResultOf(settings, run, evaluation) : undefined;
  }

  /** Stops a run under way: who waits for it is answered at once; what it has trained stays and is judged. */
  cancel(): void {
    this.#cancelRequested = true;
  }

  /** Moves from where the learner is heading, so that quick key presses add up. */
  async move(move: Move): Promise<void> {
    this.player.pause();
    await this.#move(move);
  }

  /** One move of the player; false at the end of what is trained, or where nothing moves. */
  async #playOne(move: Move): Promise<boolean> {
    const from = this.#picture?.executed;
    await this.#move(move);
    const to = this.#picture?.executed;
    const atEnd = this.experiment !== undefined && to === this.experiment.run.iterations * this.#depths.length;
    return to !== from && !(atEnd && this.player.playing === 'forward');
  }

  #move(move: Move): Promise<void> {
    const from = this.#heading ?? this.#picture?.executed;
    if (this.experiment === undefined || from === undefined) return Promise.resolve();
    return this.#jump(moved(from, move, this.#depths, this.experiment.run.iterations));
  }

  async jump(executed: number): Promise<void> {
    this.player.pause();
    await this.#jump(executed);
  }

  /** Goes to a place, replaying in slices; a newer wish replaces an older one on its way. */
  async #jump(executed: number): Promise<void> {
    const experiment = this.experiment;
    if (experiment === undefined || this.#picture === null) return;
    const { run } = experiment;
    const trained = run.iterations;
    const perIteration = this.#depths.length;
    const wish = Math.min(executed, (run.iterations + 1) * perIteration);
    this.#follower?.interrupt();
    this.#heading = wish;
    const overtaken = () => this.#heading !== wish || this.experiment !== experiment;
    if (!(await traceReady(run, wish, perIteration, overtaken))) return;
    this.#goTo(wish);
    this.#heading = undefined;
    this.#follower?.moved(wish);
    // A curve is too much to send at every step.
    const grown = run.iterations === trained ? {} : { trained: run.iterations, lossCurve: curveOf(experiment) };
    this.#changed({ picture: this.#picture, status: this.#status, ...grown });
  }

  setSpeed(speed: SpeedId): void {
    this.player.speed = speed;
    this.#changed({ speed });
  }

  /** Whether the view shows the parameters' plane, which costs work. */
  wantPlane(wanted: boolean): void {
    this.#planes.want(wanted, this.experiment, this.#picture);
  }

  /** Shows another unseen task. */
  showUnseen(index: number): void {
    const experiment = this.experiment;
    if (experiment === undefined || this.#unseen === null) return;
    this.#follower?.interrupt();
    this.#unseen = experiment.unseen(experiment.run.thetaAfter(experiment.run.iterations), index);
    this.#changed({ unseen: this.#unseen });
  }

  get #busy(): boolean {
    return this.#status === 'training' || this.#status === 'evaluating';
  }

  /** The settings of a run that a debugger could join now. */
  joinable(): Settings | undefined {
    return this.#busy || this.#follower !== undefined || this.#picture === null ? undefined : this.#settings;
  }

  /** A debugger joins the run, or one that begins with its settings where the lab shows another; undefined while the lab is busy. */
  async join(settings: Settings, follower: LabFollower): Promise<LabLink | undefined> {
    if (this.#busy || this.#follower !== undefined) return undefined;
    const same = this.#picture !== null && JSON.stringify(settings) === JSON.stringify(this.#settings);
    if (!same && !(await this.#begin(settings))) return undefined;
    const experiment = this.experiment;
    if (experiment === undefined || this.#picture === null) return undefined;
    this.#follower = follower;
    this.look('step');
    const mine = () => this.#follower === follower;
    return {
      experiment,
      executed: this.#picture.executed,
      hold: () => {
        if (!mine()) return;
        this.player.pause();
        this.#heading = undefined;
      },
      show: (executed) => {
        if (!mine() || placeOf(executed, this.#depths.length).iteration >= experiment.run.iterations) return;
        this.#heading = undefined;
        this.#goTo(executed);
        this.#changed({ picture: this.#picture, trained: experiment.run.iterations, lossCurve: curveOf(experiment) });
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
    this.experiment = experiment;
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
    return { settings: { ...this.#settings }, executed, unseen: this.#unseen?.index ?? 0, page: this.#page, speed: this.player.speed };
  }

  view(): LabView {
    const experiment = this.experiment;
    return {
      status: this.#status,
      page: this.#page,
      settings: this.#settings,
      listing: listingOf(this.#settings.algorithm),
      gridX: experiment?.gridX() ?? [],
      trained: experiment?.run.iterations ?? 0,
      lossCurve: curveOf(experiment),
      evaluation: this.#evaluation,
      unseen: this.#unseen,
      picture: this.#picture,
      plane: this.#planes.plane,
      playing: this.player.playing,
      speed: this.player.speed,
      problem: this.#problem,
      divergence: experiment?.run.divergence ?? null,
    };
  }

  #goTo(executed: number): void {
    const perIteration = this.#depths.length;
    const trace = this.experiment?.run.trace(placeOf(executed, perIteration).iteration);
    if (this.experiment !== undefined && trace !== undefined) this.#picture = pictureAt(this.experiment, trace, executed, perIteration);
    else this.#status = 'diverged';
    void this.#planes.look(this.experiment, this.#picture);
  }
}

const curveOf = (experiment: Experiment | undefined) => thinned(experiment?.run.metaLoss ?? [], experiment?.run.medianLoss);
