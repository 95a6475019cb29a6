// The debugger's run as one line of places: iterations computed with the settings of the launch, then with those set while stopped.
import type { LearnerState } from '../algorithms/learner';
import type { Experiment } from '../experiment';
import { moved, type Move } from '../trace/cursor';
import { DEPTH, recordIteration, type IterationTrace, type Line, type Step } from '../trace/step';
import { norm } from '../vectors';

/** A loss beyond this is on its way to infinity, as for the run itself. */
const UNUSABLE = 1e6;

/** Iterations from `from` on, all with the same settings; place `offset` is before the first of them. */
export interface Segment {
  readonly from: number;
  readonly offset: number;
  readonly experiment: Experiment;
  /** Label and depth of each line of an iteration. */
  readonly labels: readonly Line[];
  readonly depths: readonly number[];
}

/** A place seen from the line that comes next. `index` counts lines of the iteration. */
export interface Ahead {
  readonly segment: Segment;
  readonly iteration: number;
  readonly index: number;
}

const FORWARD: ReadonlySet<Move> = new Set(['in', 'over', 'out', 'nextIteration', 'end']);

export class Timeline {
  #segments: Segment[];
  #blown: { readonly experiment: Experiment; readonly trace: IterationTrace } | undefined;

  /** @param experiment from its first iteration on */
  constructor(experiment: Experiment) {
    this.#segments = [];
    this.branch(experiment);
  }

  /** The iterations from the experiment's first one on are computed by it; what lay there before is forgotten. */
  branch(experiment: Experiment): void {
    const from = experiment.run.first;
    const kept = this.#segments.filter((segment) => segment.from < from);
    const last = kept.at(-1);
    const offset = last === undefined ? 0 : last.offset + (from - last.from) * last.depths.length;
    this.#segments = kept;
    const trace = this.#traceIn(experiment, from);
    if (trace === undefined) throw new RangeError(`There is no iteration ${from} to compute.`);
    const labels = trace.steps.map(({ line }) => line);
    this.#segments = [...kept, { from, offset, experiment, labels, depths: labels.map((label) => DEPTH[label]) }];
  }

  /** Forgets every setting made while stopped. */
  reset(): void {
    this.#segments = this.#segments.slice(0, 1);
  }

  get segments(): readonly Segment[] {
    return this.#segments;
  }

  get #last(): Segment {
    return this.#segments.at(-1)!;
  }

  #latest(holds: (segment: Segment) => boolean): Segment {
    return this.#segments.filter(holds).at(-1) ?? this.#segments[0]!;
  }

  /** Iterations that the settings ask for. */
  get iterations(): number {
    const { settings, run } = this.#last.experiment;
    return run.divergence?.iteration ?? Math.max(settings.iterations, run.iterations);
  }

  /** The last place: after all iterations, or after the lines of the one that diverges. */
  get limit(): number {
    const { from, offset, depths, experiment } = this.#last;
    const ends = this.iterations + (experiment.run.divergence === undefined ? 0 : 1);
    return offset + (ends - from) * depths.length;
  }

  /** The place seen from the line just executed: `count` lines of `iteration` are done (0 only at the very start). */
  behind(executed: number): { readonly segment: Segment; readonly iteration: number; readonly count: number } {
    const segment = this.#latest(({ offset }) => offset < executed);
    const lines = segment.depths.length;
    const within = executed - segment.offset;
    const done = within === 0 ? 0 : Math.floor((within - 1) / lines);
    return { segment, iteration: segment.from + done, count: within - done * lines };
  }

  ahead(executed: number): Ahead {
    const segment = this.#latest(({ offset }) => offset <= executed);
    const within = executed - segment.offset;
    const lines = segment.depths.length;
    return { segment, iteration: segment.from + Math.floor(within / lines), index: within % lines };
  }

  /** The place before line `index` of `iteration`. */
  placeOf(iteration: number, index = 0): number {
    const segment = this.segmentOf(iteration);
    return segment.offset + (iteration - segment.from) * segment.depths.length + index;
  }

  segmentOf(iteration: number): Segment {
    return this.#latest(({ from }) => from <= iteration);
  }

  /** Where a move leads, by the same rules as the lab's transport. */
  target(executed: number, move: Move): number {
    const { segment } = FORWARD.has(move) ? this.ahead(executed) : this.behind(executed);
    const next = this.#segments[this.#segments.indexOf(segment) + 1];
    const lines = segment.depths.length;
    const length = ((next?.offset ?? this.limit) - segment.offset) / lines;
    return segment.offset + moved(executed - segment.offset, move, segment.depths, length - 1);
  }

  /** Trains until `iteration` can be shown, pausing wherever it can; false when the run diverges before it. */
  *reach(iteration: number): Generator<void, boolean> {
    const { run } = this.segmentOf(iteration).experiment;
    while (run.iterations <= iteration) if (!(yield* run.advance())) break;
    return run.iterations > iteration || run.divergence?.iteration === iteration;
  }

  trace(iteration: number): IterationTrace | undefined {
    return this.#traceIn(this.segmentOf(iteration).experiment, iteration);
  }

  #traceIn(experiment: Experiment, iteration: number): IterationTrace | undefined {
    const { run } = experiment;
    while (run.iterations < iteration) if (!run.trainOne()) break;
    const trace = run.divergence?.iteration === iteration ? undefined : run.iterations < iteration ? undefined : run.trace(iteration);
    if (trace !== undefined || run.divergence?.iteration !== iteration) return trace;
    // The run ends before the iteration that diverges; the debugger walks through it all the same, to see the numbers grow.
    if (this.#blown?.experiment !== experiment) {
      run.rewind(iteration);
      this.#blown = { experiment, trace: recordIteration(run.learner) };
    }
    return this.#blown.trace;
  }

  /** The label of the line that comes next at a place, known without computing it. */
  labelAt(executed: number): Line | undefined {
    const { segment, index } = this.ahead(executed);
    return executed >= this.limit ? undefined : segment.labels[index];
  }

  /** The step that comes next at a place; undefined at the end, and before lines that are not computed yet. */
  next(executed: number): Step | undefined {
    const { iteration, index } = this.ahead(executed);
    return executed >= this.limit ? undefined : this.trace(iteration)?.steps[index];
  }

  /** The state from which `iteration` starts. */
  stateBefore(iteration: number): LearnerState | undefined {
    return iteration > this.#segments[0]!.from ? this.trace(iteration - 1)?.after : this.trace(iteration)?.before;
  }

  /** The first place at which a number of the diverging iteration is of no use any more. */
  divergedAt(iteration: number): number | undefined {
    const { experiment } = this.segmentOf(iteration);
    if (experiment.run.divergence?.iteration !== iteration) return undefined;
    const steps = this.trace(iteration)?.steps ?? [];
    const bad = steps.findIndex((step) => !sound(step));
    return this.placeOf(iteration) + (bad < 0 ? steps.length : bad + 1);
  }
}

/** Whether the numbers of a step are still good for anything. */
function sound(step: Step): boolean {
  if ('loss' in step && !(Math.abs(step.loss) <= UNUSABLE)) return false;
  if ('metaLoss' in step && !(Math.abs(step.metaLoss) <= UNUSABLE)) return false;
  return !('gradient' in step) || Number.isFinite(norm(step.gradient));
}
