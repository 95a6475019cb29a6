// A run of meta-training that remembers enough of its past to show any iteration again: checkpoints, replay, traces.
import { drain } from '../../pieces';
import type { BatchMetaGradient, Learner, LearnerState } from '../algorithms/learner';
import { iterationFlops } from '../cost';
import { median } from '../vectors';
import { recordingIteration, type IterationTrace } from './step';

/** Floating-point operations that a jump may replay: about a tenth of a second. */
const REPLAY_FLOPS = 1e9;
const MAX_BETWEEN_CHECKPOINTS = 100;
const TRACES_KEPT = 4;
const TRACE_NUMBERS = 5e7;
/** Numbers that all checkpoints together may hold: a run of wide networks keeps fewer of them, and replays longer. */
const CHECKPOINT_NUMBERS = 4e7;
/** A long replay leaves a state behind at every so many iterations, the latest ones kept: going on backwards from there replays little. */
const STONE_EVERY = 8;
const STONES_KEPT = 16;
/** A meta-loss beyond this is on its way to infinity: no task family here comes near it before training. */
const DIVERGED_ABOVE = 1e6;

/** Training blew up: the iteration's meta-loss is not a usable number. */
export interface Divergence {
  readonly iteration: number;
  readonly metaLoss: number;
}

export class Run {
  readonly learner: Learner;
  /** The iteration at which the run begins: 0, unless it continues another one with other settings. */
  readonly first: number;
  /** (1/T) Σ_i L_q(φ_i) of every finished iteration, from the first. */
  readonly metaLoss: number[] = [];
  /** The median of L_q(φ_i) over the tasks of every finished iteration: one task that explodes does not move it. */
  readonly medianLoss: number[] = [];
  #checkpointEvery: number;
  #divergence: Divergence | undefined;
  #checkpoints: LearnerState[];
  #stones: readonly LearnerState[] = [];
  #frontier: LearnerState | undefined;
  readonly #traces = new Map<number, IterationTrace>();
  readonly #iterate: () => Generator<unknown, number>;
  /** Whether an iteration may be given up half-way. */
  readonly #pauses: boolean;

  /** @param metaGradient trains the iterations that nobody watches, where the algorithm allows it */
  constructor(learner: Learner, metaGradient?: BatchMetaGradient) {
    this.learner = learner;
    this.first = learner.iteration;
    const whole = metaGradient !== undefined && learner.sendsPlainGradients ? metaGradient : undefined;
    this.#pauses = whole === undefined;
    this.#iterate = () => (whole === undefined ? learner.iterate() : atOnce(() => learner.iterateWith(whole)));
    this.#checkpointEvery = Math.max(1, Math.min(MAX_BETWEEN_CHECKPOINTS, Math.round(REPLAY_FLOPS / iterationFlops(learner.settings))));
    this.#checkpoints = [learner.state()];
  }

  /** Iterations trained so far, those before the first included. */
  get iterations(): number {
    return this.first + this.metaLoss.length;
  }

  /** Why training stopped, if it blew up; the run ends before that iteration. */
  get divergence(): Divergence | undefined {
    return this.#divergence;
  }

  /** Trains one iteration beyond the last one, pausing wherever it can; false when the run has diverged. */
  *advance(): Generator<void, boolean> {
    if (this.#divergence !== undefined) return false;
    const { learner } = this;
    if (this.#frontier !== undefined) learner.restore(this.#frontier);
    // Work that was given up half-way may have left the learner elsewhere.
    else if (learner.iteration !== this.iterations) yield* this.seek(this.iterations);
    // Who gives up in the middle of an iteration then returns to its start without a replay.
    this.#frontier = this.#pauses ? learner.state() : undefined;
    const metaLoss = yield* silent(this.#iterate());
    const { machine, metaGradient } = learner;
    // A loss may still be a number while its gradient no longer is, and θ has moved by that gradient.
    if (!(metaLoss <= DIVERGED_ABOVE && Number.isFinite(machine.dot(metaGradient, metaGradient)))) {
      this.#divergence = { iteration: this.iterations, metaLoss };
      this.rewind(this.iterations);
      return false;
    }
    this.#frontier = undefined;
    this.metaLoss.push(metaLoss);
    this.medianLoss.push(median(learner.taskLosses));
    if (this.metaLoss.length % this.#checkpointEvery === 0) this.#keep(learner.state());
    yield;
    return true;
  }

  #keep(state: LearnerState): void {
    this.#checkpoints.push(state);
    if (this.#checkpoints.length * 6 * state.theta.length <= CHECKPOINT_NUMBERS || this.#checkpoints.length < 3) return;
    this.#checkpoints = this.#checkpoints.filter((_, index) => index % 2 === 0);
    this.#checkpointEvery *= 2;
  }

  /**
   * The trace of iteration `iteration`, recorded again from the nearest checkpoint: byte-equal to the first pass.
   * Reaching for the iteration after the last one trains it. Undefined when that diverges.
   */
  trace(iteration: number): IterationTrace | undefined {
    return drain(this.tracing(iteration));
  }

  /** `trace`, pausing after each line; a trace kept from before comes at once. */
  *tracing(iteration: number): Generator<void, IterationTrace | undefined> {
    if (iteration === this.iterations) return yield* this.#trainAndTrace();
    if (iteration < this.first || iteration >= this.iterations)
      throw new RangeError(`Iteration ${iteration} is outside ${this.first}…${this.iterations}.`);
    const known = this.#traces.get(iteration);
    if (known !== undefined) return known;
    yield* this.seek(iteration);
    return yield* this.#record();
  }

  /** The next iteration, trained and then recorded from the very state it began with. */
  *#trainAndTrace(): Generator<void, IterationTrace | undefined> {
    yield* this.seek(this.iterations);
    const before = this.learner.state();
    if (!(yield* this.advance())) return undefined;
    this.learner.restore(before);
    return yield* this.#record();
  }

  *#record(): Generator<void, IterationTrace> {
    const trace = yield* recordingIteration(this.learner);
    this.#traces.set(trace.iteration, trace);
    // A trace of wide networks and many tasks is large: the fewer of them are kept.
    const numbers = trace.steps.length * trace.after.theta.length;
    const kept = Math.max(1, Math.min(TRACES_KEPT, Math.floor(TRACE_NUMBERS / numbers)));
    for (const old of [...this.#traces.keys()].slice(0, -kept)) this.#traces.delete(old);
    return trace;
  }

  /** Brings the learner to the start of `iteration`, pausing after each replayed iteration so that a host can breathe. */
  *seek(iteration: number): Generator<void> {
    const { learner } = this;
    this.#frontier ??= learner.iteration === this.iterations ? learner.state() : undefined;
    if (iteration === this.iterations && this.#frontier !== undefined) return learner.restore(this.#frontier);
    const start = this.#nearest(iteration);
    if (learner.iteration > iteration || learner.iteration < start.iteration) learner.restore(start);
    while (learner.iteration < iteration) {
      yield* silent(this.#iterate());
      yield;
      if (learner.iteration % STONE_EVERY === 0) this.#stones = [...this.#stones.slice(1 - STONES_KEPT), learner.state()];
    }
  }

  /** The latest state kept that is not after `iteration`. */
  #nearest(iteration: number): LearnerState {
    const checkpoint = this.#checkpoints[Math.floor((iteration - this.first) / this.#checkpointEvery)]!;
    const before = this.#stones.filter((stone) => stone.iteration <= iteration && stone.iteration > checkpoint.iteration);
    return before.reduce((best, stone) => (stone.iteration > best.iteration ? stone : best), checkpoint);
  }

  /** `advance` without pauses. */
  trainOne(): boolean {
    return drain(this.advance());
  }

  /** θ after `iteration` iterations. */
  thetaAfter(iteration: number): ReturnType<Learner['machine']['read']> {
    this.rewind(iteration);
    return this.learner.machine.read(this.learner.theta);
  }

  /** `seek` without pauses. */
  rewind(iteration: number): void {
    drain(this.seek(iteration));
  }
}

/** The same work with pauses that say nothing. */
function* silent(work: Generator<unknown, number>): Generator<void, number> {
  let next = work.next();
  for (; next.done !== true; next = work.next()) yield;
  return next.value;
}

/** Work that cannot pause, where work that can is expected. */
function* atOnce(work: () => number): Generator<never, number> {
  return work();
}
