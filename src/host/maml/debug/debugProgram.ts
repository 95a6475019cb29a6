// The program under the debugger: one run that is launched, moved in slices and stopped, alone or together with the lab.
import { executableFrom, lineOf, listingDocument, type ListingDocument } from '../../../core/maml/debug/listingDocument';
import { DebugSession, type Stop } from '../../../core/maml/debug/debugSession';
import { settableName } from '../../../core/maml/debug/names';
import { decodeSettings, type Settings } from '../../../core/maml/settings';
import type { AlgorithmId } from '../../../core/maml/algorithms/algorithm';
import type { ImageBank } from '../../../core/maml/tasks/imageBank';
import type { Line } from '../../../core/maml/trace/step';
import type { MakeExperiment } from '../experimentMaker';
import type { LabFollower, LabLink } from '../labLink';
import { inSlices } from '../slices';
import type { DebugWords } from './debugWords';
import { decodeLaunchPlan, type LaunchPlan } from './launchPlan';
import { messageOf } from '../../messageOf';

/** What the debugger needs from around it. */
export interface DebugHost {
  readonly experimentFor: MakeExperiment;
  readonly words: DebugWords;
  readonly pathOf: (algorithm: AlgorithmId) => string;
  /** Joins the lab in a run with these settings; undefined when it is busy with another. */
  readonly joinLab?: (settings: Settings, follower: LabFollower, images: ImageBank | undefined) => Promise<LabLink | undefined>;
  /** What a folder of images holds now. */
  readonly imagesIn?: (folder: string) => Promise<ImageBank>;
  readonly onStop: (stop: Stop) => void;
  /** A move that the editor has not asked for begins. */
  readonly onMove: () => void;
  readonly say: (text: string, line?: number) => void;
}

export class DebugProgram {
  readonly #host: DebugHost;
  #given: Readonly<Record<string, unknown>> = {};
  #plan: LaunchPlan | undefined;
  #session: DebugSession | undefined;
  #document: ListingDocument | undefined;
  #link: LabLink | undefined;
  /** Number of the latest travel; an older one that wakes up sees that it has been replaced. */
  #latest = 0;
  #running = false;
  #ended = false;

  constructor(host: DebugHost) {
    this.#host = host;
  }

  /** The engine, standing still. */
  get stopped(): DebugSession {
    if (this.#session === undefined) throw new Error(this.#host.words.notLaunched());
    if (this.#running) throw new Error(this.#host.words.notStopped());
    return this.#session;
  }

  /** The engine, whatever it is doing. */
  get session(): DebugSession {
    if (this.#session === undefined) throw new Error(this.#host.words.notLaunched());
    return this.#session;
  }

  get document(): ListingDocument {
    if (this.#document === undefined) throw new Error(this.#host.words.notLaunched());
    return this.#document;
  }

  get algorithm(): AlgorithmId {
    return this.session.timeline.segments[0]!.experiment.settings.algorithm;
  }

  get path(): string {
    return this.#host.pathOf(this.algorithm);
  }

  /** Prepares the run of a launch configuration; `start` then sets off. */
  async launch(given: Readonly<Record<string, unknown>>): Promise<void> {
    const plan = decodeLaunchPlan(given);
    this.#interrupt();
    const images = plan.imageFolder === undefined ? undefined : await this.#host.imagesIn?.(plan.imageFolder);
    const link = plan.withLab ? await this.#host.joinLab?.(plan.settings, this.#follower(), images) : undefined;
    const experiment = link?.experiment ?? (await this.#host.experimentFor(plan.settings, { images }));
    if (this.#ended) return void link?.leave();
    const start = plan.startIteration === undefined ? (link?.executed ?? 0) : 0;
    const former = this.#session;
    this.#given = given;
    this.#plan = plan;
    this.#link = link;
    // Its lines are the same in every language.
    this.#document = listingDocument(plan.settings.algorithm, 'en');
    this.#session = new DebugSession(experiment, start, (text, from) => this.#host.say(text, this.lineOf(from)));
    if (former !== undefined) this.#session.inherit(former);
  }

  /** Runs the same launch, or a changed one, from its beginning; values set while stopped are forgotten, breakpoints stay. */
  async restart(given: Readonly<Record<string, unknown>> = this.#given): Promise<void> {
    this.#link?.leave();
    this.#link = undefined;
    await this.launch(given);
    this.session.goTo(0);
  }

  /** Sets off: to the first iteration that is wanted, and on from there unless the launch is to stop on entry. */
  start(reason: 'entry' | 'restart'): void {
    const { timeline } = this.session;
    const { startIteration = 1, stopOnEntry } = this.#plan!;
    const wanted = startIteration - 1;
    const session = this.session;
    const work = function* (): Generator<void, Stop> {
      if (wanted > 0) {
        yield* timeline.reach(wanted - 1);
        session.goTo(timeline.placeOf(wanted));
      }
      const arrival = session.arrive();
      return stopOnEntry ? { ...arrival, reason } : (arrival ?? (yield* session.continue()));
    };
    void this.travel(work());
  }

  /** Moves in slices until there is a reason to stop. */
  async travel(work: Generator<void, Stop>): Promise<void> {
    const number = ++this.#latest;
    this.#running = true;
    this.#link?.hold();
    let stop: Stop | undefined;
    try {
      stop = await inSlices(work, { cancelled: () => number !== this.#latest });
    } catch (error) {
      this.#host.say(messageOf(error));
    }
    if (number === this.#latest) this.#stop(stop ?? { reason: 'pause' });
  }

  #stop(stop: Stop): void {
    this.#running = false;
    if (this.#ended) return;
    this.#link?.show(this.session.executed);
    this.#host.onStop(stop);
  }

  /** Stops a travel under way where it has come to. */
  pause(): void {
    if (!this.#running) return;
    this.#interrupt();
    this.#stop({ reason: 'pause' });
  }

  #interrupt(): void {
    this.#latest++;
    this.#running = false;
  }

  /** Stands at another place at once. */
  goTo(executed: number, reason: Stop['reason']): void {
    this.stopped.goTo(executed);
    this.#stop({ reason });
  }

  /**
   * Gives a hyper-parameter a new value. The iteration under way keeps its values; the run goes on with the new one from the next
   * iteration, and what had been computed beyond is forgotten.
   * @returns the value and the iteration (from 1) from which it holds
   */
  async set(name: string, source: string): Promise<{ readonly value: number; readonly iteration: number }> {
    const { words } = this.#host;
    const session = this.stopped;
    const { timeline } = session;
    const key = settableName(name);
    if (key === undefined) throw new Error(words.cannotSet(name));
    const value = session.evaluate(source);
    if (value.kind !== 'number') throw new Error(words.notNumber(source));
    const { iteration, index } = timeline.ahead(session.executed);
    const from = index === 0 ? iteration : iteration + 1;
    if (from >= timeline.iterations) throw new Error(words.tooLate());
    const { settings: before, images } = timeline.segmentOf(from).experiment;
    if (key === 'alpha' && before.algorithm === 'metaSgd') throw new Error(words.learnedAlpha());
    const settings = decodeSettings({ ...before, [key]: value.value });
    const state = timeline.stateBefore(from);
    const experiment = await this.#host.experimentFor(settings, { from: state, images });
    if (this.#session !== session || this.#ended) throw new Error(words.notStopped());
    timeline.branch(experiment);
    session.goTo(session.executed);
    if (this.#link !== undefined) {
      this.#link.leave();
      this.#link = undefined;
      this.#host.say(words.leavesLab());
    }
    this.#host.say(words.setFrom(name, String(value.value), from + 1));
    return { value: value.value, iteration: from + 1 };
  }

  lineOf(label: Line | undefined): number {
    return lineOf(this.document, label);
  }

  /** The label at which a breakpoint asked for on `line` belongs, and its line. */
  placeOfBreakpoint(line: number): { readonly label: Line; readonly line: number } {
    const at = executableFrom(this.document, line);
    return { label: this.document.labels[at - 1]!, line: at };
  }

  end(): void {
    this.#ended = true;
    this.#interrupt();
    this.#link?.leave();
    this.#link = undefined;
  }

  #follower(): LabFollower {
    return {
      interrupt: () => this.pause(),
      moved: (executed) => {
        if (this.#running || this.#session === undefined || this.#session.executed === executed) return;
        this.#host.onMove();
        this.#session.goTo(executed);
        this.#host.onStop({ reason: 'goto' });
      },
      left: () => (this.#link = undefined),
    };
  }
}
