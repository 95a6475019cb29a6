// The lab's one truth: the experiment, what it is doing and where the cursor stands. Panel and debugger look at the same session.
import type { Evaluation } from '../../core/maml/evaluation';
import type { Experiment } from '../../core/maml/experiment';
import { listingOf } from '../../core/maml/listing/listing';
import { curveOf } from '../../core/maml/lossCurve';
import { DEFAULT_SETTINGS, MOST_ITERATIONS, type Settings } from '../../core/maml/settings';
import type { ImageBank } from '../../core/maml/tasks/imageBank';
import { placeOf, type Move } from '../../core/maml/trace/cursor';
import type { SpeedId } from '../../core/maml/trace/speeds';
import { DEPTH } from '../../core/maml/trace/step';
import { isUnderWay, type LabPage, type LabStatus, type LabView, type SavedLab } from '../../protocol/maml';
import { demoResultOf, type DemoResult, type RunWatch } from './demoResult';
import type { MakeExperiment } from './experimentMaker';
import { JoinedDebugger } from './joinedDebugger';
import { judgeInSlices, type Ends } from './judgeInSlices';
import { broughtTo, savedRun, type LabBeginning } from './labBeginning';
import { LabCursor } from './labCursor';
import type { LabFollower, LabLink } from './labLink';
import { Player } from './player';
import { trainInSlices } from './trainInSlices';
import type { Learned } from './trySession';
import { UnseenKeeper } from './unseenKeeper';
import { messageOf } from '../messageOf';

export class LabSession {
  readonly #experimentFor: MakeExperiment;
  readonly #changed: (patch: Partial<LabView>) => void;
  readonly #reasonOf: (error: unknown) => string;
  readonly player: Player;
  readonly #cursor: LabCursor;
  experiment: Experiment | undefined;
  learned: Learned | undefined;
  #settings = DEFAULT_SETTINGS;
  #status: LabStatus = 'idle';
  #page: LabPage = 'result';
  #problem: string | null = null;
  #evaluation: Evaluation | null = null;
  readonly #unseen = new UnseenKeeper();
  /** Number of the latest run; an older one that wakes up sees that it has been replaced. */
  #latest = 0;
  #cancelRequested = false;
  readonly joined = new JoinedDebugger();

  /** @param reasonOf words why a run broke off */
  constructor(experimentFor: MakeExperiment, changed: (patch: Partial<LabView>) => void, reasonOf = messageOf) {
    this.#experimentFor = experimentFor;
    this.#changed = changed;
    this.#reasonOf = reasonOf;
    this.player = new Player({ move: (move) => this.#playOne(move), changed: (playing) => changed({ playing }) });
    this.#cursor = new LabCursor((plane) => changed({ plane }));
  }

  /**
   * Trains from the seed and judges the result on unseen tasks. A run already under way is given up.
   * @returns undefined when cancelled or diverged; what was trained until then stays and can be stepped through
   */
  async run(settings: Settings, watch: RunWatch, { place, trained, images }: LabBeginning = {}): Promise<DemoResult | undefined> {
    const number = this.#begun();
    this.#settings = settings;
    this.#evaluation = null;
    this.#unseen.clear();
    this.#cursor.clear();
    this.experiment = undefined;
    return this.#told(number, async () => {
      const experiment = await this.#experimentFor(settings, { images: await images });
      if (number !== this.#latest) return undefined;
      this.experiment = experiment;
      experiment.extend(trained ?? settings.iterations);
      return this.#train(experiment, number, watch, place);
    });
  }

  /** Trains `iterations` beyond what is trained, judges again and goes to the new end. */
  async more(iterations: number, watch: RunWatch): Promise<DemoResult | undefined> {
    const experiment = this.experiment;
    if (experiment === undefined || this.#busy || this.joined.there || experiment.run.divergence !== undefined) return undefined;
    const number = this.#begun();
    experiment.extend(Math.min(experiment.run.iterations + iterations, MOST_ITERATIONS));
    this.#settings = experiment.settings;
    return this.#told(number, () => this.#train(experiment, number, watch));
  }

  /** A run that breaks off says why, and leaves the lab free for the next one. */
  async #told<T>(number: number, work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      if (number !== this.#latest) throw error;
      this.#status = 'failed';
      this.#problem = this.#reasonOf(error);
      this.#changed(this.view());
      throw error;
    }
  }

  /** Gives up whatever moves through the run. */
  #hold(): void {
    this.player.pause();
    this.#cursor.hold();
  }

  /** Number of a run that begins now; whoever else used the experiment has been told. */
  #begun(): number {
    this.#hold();
    this.joined.left();
    this.#cancelRequested = false;
    this.#problem = null;
    this.#status = 'training';
    return ++this.#latest;
  }

  async #train(experiment: Experiment, number: number, watch: RunWatch, place?: number): Promise<DemoResult | undefined> {
    const { iterations } = this.#settings;
    const replaced = () => number !== this.#latest;
    const cancelled = () => watch.cancelled() || this.#cancelRequested;
    this.#changed(this.view());
    await trainInSlices(
      experiment,
      watch,
      () => cancelled() || replaced(),
      (patch) => this.#changed(patch),
    );
    experiment.extend(iterations);
    const judging = replaced() ? undefined : this.#told(number, () => this.#judge(experiment, { cancelled, replaced }, place));
    if (!cancelled()) return judging;
    // Who waits is answered at once; a judgement that fails later has been told to the view.
    judging?.catch(() => undefined);
    return undefined;
  }

  async #judge(experiment: Experiment, is: Ends, place?: number): Promise<DemoResult | undefined> {
    const { run, settings } = experiment;
    const cutShort = is.cancelled() || run.iterations < settings.iterations;
    this.#status = 'evaluating';
    this.#changed({ status: this.#status, trained: run.iterations, lossCurve: curveOf(experiment.run) });
    const theta = run.thetaAfter(run.iterations);
    this.learned = { experiment, theta };
    const judged = await judgeInSlices(experiment, theta, this.#unseen, is.replaced, place);
    if (judged === undefined) return undefined;
    const { evaluation, ready } = judged;
    this.#evaluation = evaluation;
    this.#status = run.divergence !== undefined ? 'diverged' : cutShort ? 'cancelled' : 'ready';
    if (ready !== null && !this.#cursor.enter(experiment, ready.depths, ready.executed)) this.#status = 'diverged';
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
    const from = this.#cursor.picture?.executed;
    await this.#move(move);
    const to = this.#cursor.picture?.executed;
    const atEnd = this.experiment !== undefined && to === this.experiment.run.iterations * this.#cursor.perIteration;
    return to !== from && !(atEnd && this.player.playing === 'forward');
  }

  async #move(move: Move): Promise<void> {
    await this.#jump(this.#cursor.after(move));
  }

  async jump(executed: number): Promise<void> {
    this.player.pause();
    await this.#jump(executed);
  }

  /** Goes to a place, replaying in slices; a newer wish replaces an older one on its way. */
  async #jump(executed: number | undefined): Promise<void> {
    const experiment = this.experiment;
    // Training has the learner to itself: a replay in its pauses would leave it elsewhere.
    if (executed === undefined || experiment === undefined || this.#busy || this.#cursor.picture === null) return;
    const { run } = experiment;
    const trained = run.iterations;
    const wish = Math.min(executed, (run.iterations + 1) * this.#cursor.perIteration);
    this.joined.interrupt();
    if (!(await this.#cursor.reach(wish))) return;
    this.#stand(wish);
    this.joined.moved(wish);
    // A curve is too much to send at every step.
    const grown = run.iterations === trained ? {} : { trained: run.iterations, lossCurve: curveOf(experiment.run) };
    this.#changed({ picture: this.#cursor.picture, status: this.#status, ...grown });
  }

  setSpeed(speed: SpeedId): void {
    this.player.speed = speed;
    this.#changed({ speed });
  }

  /** Whether the view shows the parameters' plane, which costs work. */
  wantPlane(wanted: boolean): void {
    this.#cursor.wantPlane(wanted);
  }

  /** Shows another unseen task. */
  async showUnseen(index: number): Promise<void> {
    const experiment = this.experiment;
    if (experiment === undefined || this.#busy || this.#unseen.shown === null) return;
    this.joined.interrupt();
    if (await this.#unseen.look(experiment, index)) this.#changed({ unseen: this.#unseen.shown });
  }

  get #busy(): boolean {
    return isUnderWay(this.#status);
  }

  /** The settings of a run that a debugger could join now. */
  joinable(): (Settings & ReturnType<typeof broughtTo>) | undefined {
    const free = !this.#busy && !this.joined.there && this.#cursor.picture !== null;
    return free ? { ...this.#settings, ...broughtTo(this.experiment) } : undefined;
  }

  /** A debugger joins the run, or one that begins with its settings where the lab shows another; undefined while the lab is busy. */
  async join(settings: Settings, follower: LabFollower, images?: ImageBank): Promise<LabLink | undefined> {
    if (this.#busy || this.joined.there) return undefined;
    // The run at hand keeps its images, whatever has come into their folder since.
    const brings = (what: Settings, from: ImageBank | undefined) => JSON.stringify([what, from?.folder]);
    const same = this.#cursor.picture !== null && brings(settings, images) === brings(this.#settings, this.experiment?.images);
    if (!same && !(await this.#begin(settings, images))) return undefined;
    const experiment = this.experiment;
    const { picture } = this.#cursor;
    if (experiment === undefined || picture === null) return undefined;
    this.look('step');
    return this.joined.join(follower, experiment, picture.executed, {
      hold: () => this.#hold(),
      show: (executed) => {
        if (placeOf(executed, this.#cursor.perIteration).iteration >= experiment.run.iterations) return;
        this.#stand(executed);
        this.#changed({ picture: this.#cursor.picture, trained: experiment.run.iterations, lossCurve: curveOf(experiment.run) });
      },
    });
  }

  /** Shows a run at its start, nothing of it trained yet. */
  async #begin(settings: Settings, images?: ImageBank): Promise<boolean> {
    const number = ++this.#latest;
    const experiment = await this.#experimentFor(settings, { images });
    if (number !== this.#latest) return false;
    const first = experiment.run.trace(0);
    if (first === undefined) return false;
    this.experiment = experiment;
    this.#settings = settings;
    this.#evaluation = this.#problem = null;
    this.#unseen.clear();
    const depths = first.steps.map((step) => DEPTH[step.line]);
    this.#status = this.#cursor.enter(experiment, depths, 0) ? 'debugging' : 'diverged';
    this.#changed(this.view());
    return true;
  }

  /** Turns to the result or to the steps. */
  look(page: LabPage): void {
    this.#page = page;
    this.#changed({ page });
  }

  /** What brings this very place back after a reload; nothing while there is no run to come back to. */
  saved(): SavedLab | undefined {
    if (this.experiment === undefined || this.#busy) return undefined;
    const [executed, unseen] = [this.#cursor.picture?.executed ?? null, this.#unseen.shown?.index ?? 0];
    return savedRun(this.experiment, this.#settings, { executed, unseen, page: this.#page, speed: this.player.speed });
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
      lossCurve: curveOf(experiment?.run),
      evaluation: this.#evaluation,
      unseen: this.#unseen.shown,
      picture: this.#cursor.picture,
      plane: this.#cursor.plane,
      playing: this.player.playing,
      speed: this.player.speed,
      problem: this.#problem,
      divergence: experiment?.run.divergence ?? null,
    };
  }

  #stand(executed: number): void {
    if (!this.#cursor.stand(executed)) this.#status = 'diverged';
  }
}
