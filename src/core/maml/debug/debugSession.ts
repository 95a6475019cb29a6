// The debugger's engine: stands at a place of a timeline, moves both ways, and stops where breakpoints, ends or divergence say so.
import { ExpressionError } from '../../expression';
import type { Experiment } from '../experiment';
import type { Settings } from '../settings';
import { familyOf } from '../tasks/families';
import type { Move } from '../trace/cursor';
import type { Line, Step } from '../trace/step';
import { breakpoint, holds, logText, type Breakpoint, type BreakpointRequest } from './breakpoints';
import { momentAt, type Moment } from './moment';
import { namesOf, valueOf } from './names';
import { Timeline } from './timeline';
import type { Value } from './values';
import { evaluateWatch, type WatchScope } from './watch';
import { parseWatch, type Watch } from './watchSyntax';

/** Why the debugger stands where it stands. */
export type StopReason = 'entry' | 'step' | 'goto' | 'pause' | 'breakpoint' | 'divergence' | 'start' | 'end' | 'restart' | 'frame';

export interface Stop {
  readonly reason: StopReason;
  readonly hit?: readonly number[];
}

function isSquared(settings: Settings): boolean {
  const model = familyOf(settings.family).model(settings);
  return model.kind === 'network' && model.spec.loss === 'squared';
}

/** Places looked through at once on the way back. */
const STRETCH = 4000;

const BACK: ReadonlySet<Move> = new Set(['back', 'backOver', 'backOut', 'previousIteration', 'start']);

export class DebugSession {
  readonly timeline: Timeline;
  /** Whether the iteration in which numbers become useless is an exception to stop at. */
  stopOnDivergence = true;
  readonly #say: (text: string, from?: Line) => void;
  #executed: number;
  #breakpoints: readonly Breakpoint[] = [];
  #nextId = 1;
  #moment: Moment | undefined;

  /** @param say where messages of logpoints go, with the line that they come from */
  constructor(experiment: Experiment, executed: number, say: (text: string, from?: Line) => void) {
    this.timeline = new Timeline(experiment);
    this.#executed = Math.min(executed, this.timeline.limit);
    this.#say = say;
  }

  /** Lines executed since the start of the run. */
  get executed(): number {
    return this.#executed;
  }

  get breakpoints(): readonly Breakpoint[] {
    return this.#breakpoints;
  }

  /** Sets all breakpoints anew and counts their hits from 0; a mistake in one is its result and leaves the others alone. */
  setBreakpoints(requests: readonly BreakpointRequest[]): (Breakpoint | Error)[] {
    const made = requests.map((request) => {
      try {
        return breakpoint(this.#nextId++, request);
      } catch (error) {
        return error instanceof Error ? error : new Error(String(error));
      }
    });
    this.#breakpoints = made.filter((one): one is Breakpoint => !(one instanceof Error));
    return made;
  }

  /** Takes over the breakpoints of the session that this one replaces. */
  inherit({ breakpoints, stopOnDivergence }: DebugSession): void {
    this.stopOnDivergence = stopOnDivergence;
    this.#breakpoints = breakpoints.map((one) => ({ ...one, hits: 0 }));
  }

  /** The place before the first line of a frame: of the outer iteration, the task, or the inner step. */
  startOfFrame(depth: 0 | 1 | 2): number {
    const { timeline } = this;
    const { iteration } = timeline.ahead(this.#executed);
    const { next } = this.moment();
    const begins = (step: Step) =>
      depth === 0 || (depth === 1 ? step.line === 'task' && step.task === next?.task : 'inner' in step && step.inner === next?.inner);
    const start = timeline.placeOf(iteration);
    if (depth === 0) return start;
    const steps = timeline.trace(iteration)?.steps ?? [];
    let at = this.#executed - start;
    // An inner step on the way back consists of its one line.
    if (depth === 2 && next?.line === 'second-order') return this.#executed;
    while (at > 0 && !(begins(steps[at]!) && (depth === 1 || !begins(steps[at - 1]!)))) at--;
    return start + at;
  }

  /** The nearest place at which a line comes next: ahead in this iteration, else behind in it. */
  nearest(label: Line): number {
    const { segment, iteration, index } = this.timeline.ahead(Math.min(this.#executed, this.timeline.limit - 1));
    const ahead = segment.labels.indexOf(label, index);
    return this.timeline.placeOf(iteration, ahead >= 0 ? ahead : segment.labels.lastIndexOf(label));
  }

  /** What is known here, or at another place. */
  moment(executed = this.#executed): Moment {
    if (this.#moment?.executed !== executed || this.#moment.iterations !== this.timeline.iterations) {
      this.#moment = momentAt(this.timeline, executed);
    }
    return this.#moment;
  }

  /** @throws ExpressionError when it cannot be read or evaluated here */
  evaluate(source: string): Value {
    return this.#evaluate(parseWatch(source), this.moment());
  }

  #evaluate(tree: Watch, moment: Moment): Value {
    const { experiment } = this.timeline.segmentOf(moment.iteration);
    const scope: WatchScope = {
      lookUp: (name) => valueOf(name, moment),
      names: namesOf(moment.settings.algorithm),
      loss: (parameters, rows) => experiment.lossOn(parameters, rows),
      squared: isSquared(moment.settings),
      parameterCount: moment.layout.parameterCount,
    };
    return evaluateWatch(tree, scope);
  }

  /** Stands somewhere else, without passing what lies between. */
  goTo(executed: number): void {
    this.#executed = Math.min(Math.max(executed, 0), this.timeline.limit);
    this.#moment = undefined;
  }

  /** One move of the transport; breakpoints that lie on the way stop it. Pauses wherever it can. */
  *step(move: Move): Generator<void, Stop> {
    const target = this.timeline.target(this.#executed, move);
    if (target === this.#executed) return { reason: BACK.has(move) ? 'start' : 'end' };
    return yield* BACK.has(move) ? this.#backward(target, 'step') : this.#forward(target);
  }

  /** A run that begins here reaches this line too: its breakpoints count and may stop it, its logpoints speak. */
  arrive(): Stop | undefined {
    return this.#arriveAt(this.#executed);
  }

  /** On to the next breakpoint, or to the end. */
  continue(): Generator<void, Stop> {
    return this.#forward(undefined);
  }

  /** Back to the breakpoint before this place, or to the start. */
  reverse(): Generator<void, Stop> {
    return this.#backward(0, 'start');
  }

  *#forward(target: number | undefined): Generator<void, Stop> {
    const { timeline } = this;
    for (;;) {
      const at = this.#executed;
      if (at === target) return { reason: 'step' };
      if (at >= timeline.limit) return { reason: 'end' };
      const { segment, iteration } = timeline.ahead(at);
      const lines = segment.depths.length;
      // An iteration that will be looked at is recorded as it is trained, rather than replayed for it.
      const watched = this.#breakpoints.length > 0 || (target !== undefined && target < timeline.placeOf(iteration) + 2 * lines);
      if (watched ? timeline.trace(iteration) === undefined : !(yield* timeline.reach(iteration))) return { reason: 'end' };
      const blown = timeline.divergedAt(iteration) ?? Infinity;
      const stopsHere = this.stopOnDivergence && at < blown;
      const end = Math.min(timeline.placeOf(iteration) + lines, target ?? Infinity, stopsHere ? blown : Infinity);
      for (let place = at + 1; this.#breakpoints.length > 0 && place <= end && place < timeline.limit; place++) {
        const stop = this.#arriveAt(place);
        if (stop === undefined) continue;
        this.goTo(place);
        return stop;
      }
      this.goTo(end);
      if (stopsHere && end === blown) return { reason: 'divergence' };
      yield;
    }
  }

  /** What breakpoints on the line that comes next at a place say to a run that gets there on its way forward. */
  #arriveAt(place: number): Stop | undefined {
    const hit = this.#hitsAt(place, true).filter((one) => this.#counts(one));
    return hit.length === 0 ? undefined : { reason: 'breakpoint', hit: hit.map(({ id }) => id) };
  }

  *#backward(target: number, reason: 'step' | 'start'): Generator<void, Stop> {
    let high = this.#executed;
    while (this.#breakpoints.length > 0 && high > target) {
      // Replay goes forward, so a stretch is looked through forward, and its last hit is the first one on the way back.
      const low = Math.max(target, high - STRETCH);
      const found: (readonly [place: number, hits: Breakpoint[]])[] = [];
      let iteration = -1;
      for (let place = low; place < high; place++) {
        const hits = this.#hitsAt(place, false);
        if (hits.length > 0) found.push([place, hits]);
        if (this.timeline.ahead(place).iteration === iteration) continue;
        iteration = this.timeline.ahead(place).iteration;
        yield;
      }
      for (const [place, hits] of found.reverse()) {
        const hit = hits.filter((one) => this.#counts(one));
        if (hit.length === 0) continue;
        this.goTo(place);
        return { reason: 'breakpoint', hit: hit.map(({ id }) => id) };
      }
      high = low;
    }
    this.goTo(target);
    return { reason };
  }

  /** Breakpoints on the line that comes next at a place, with a condition that holds there; logpoints speak on the way forward. */
  #hitsAt(place: number, speak: boolean): Breakpoint[] {
    const label = this.timeline.labelAt(place);
    const here = this.#breakpoints.filter((one) => one.label === label);
    if (here.length === 0) return here;
    const moment = momentAt(this.timeline, place);
    const evaluate = (tree: Watch) => this.#evaluate(tree, moment);
    return here.filter((one) => {
      try {
        if (!holds(one, evaluate)) return false;
      } catch (error) {
        if (!(error instanceof ExpressionError)) throw error;
        if (!one.reported) this.#say(error.message, one.label);
        one.reported = true;
        return false;
      }
      if (one.log === undefined) return true;
      if (speak && this.#counts(one)) this.#say(logText(one.log, evaluate), one.label);
      return false;
    });
  }

  /** Counts a hit and says whether it is one to stop at. */
  #counts(one: Breakpoint): boolean {
    one.hits++;
    return one.enough === undefined || one.enough(one.hits);
  }
}
