// The trace: every line that an outer iteration executed, with the numbers that it produced, as plain data.
import { drain } from '../../pieces';
import { algorithmOf } from '../algorithms/algorithm';
import type { Learner, LearnerState, Pause } from '../algorithms/learner';
import type { Numbers, Vec } from '../machine/machine';
import type { Task } from '../tasks/task';
import { difference } from '../vectors';

export type Line =
  | 'sample'
  | 'task'
  | 'support-gradient'
  | 'inner-update'
  | 'query-loss'
  | 'second-order'
  | 'displacement'
  | 'accumulate'
  | 'meta-gradient'
  | 'outer-update';

/** The frame in which the line stands: 0 outer iteration, 1 task, 2 inner step (forward or on the way back). */
export const DEPTH = {
  sample: 0,
  task: 0,
  'support-gradient': 2,
  'inner-update': 2,
  'query-loss': 1,
  'second-order': 2,
  displacement: 1,
  accumulate: 1,
  'meta-gradient': 0,
  'outer-update': 0,
} as const satisfies Record<Line, 0 | 1 | 2>;

/** A meta-gradient taken apart: what FOMAML keeps, what it drops, and both together. A displacement (Reptile) has no such parts. */
export interface SplitGradient {
  /** ∇L_q(φ_k). */
  readonly first?: Numbers;
  /** −α Σ H v, the second-order part. */
  readonly second?: Numbers;
  readonly sum: Numbers;
}

/** The sum with its first-order part and what is left of it without that. */
export const splitGradient = (sum: Numbers, first: Numbers): SplitGradient => ({ first, second: difference(sum, first), sum });

export type Step =
  | { readonly line: 'sample'; readonly tasks: readonly Task[] }
  | { readonly line: 'task'; readonly task: number }
  /** The gradient is by the parameters that adapt: 0 elsewhere. */
  | { readonly line: 'support-gradient'; readonly task: number; readonly inner: number; readonly loss: number; readonly gradient: Numbers }
  | { readonly line: 'inner-update'; readonly task: number; readonly inner: number; readonly phi: Numbers }
  | { readonly line: 'query-loss'; readonly task: number; readonly loss: number; readonly gradient: Numbers }
  | { readonly line: 'second-order'; readonly task: number; readonly inner: number; readonly meta: Numbers }
  | { readonly line: 'displacement'; readonly task: number; readonly meta: Numbers }
  | ({ readonly line: 'accumulate'; readonly task: number; readonly loss: number } & SplitGradient)
  | ({ readonly line: 'meta-gradient'; readonly metaLoss: number } & SplitGradient)
  | { readonly line: 'outer-update'; readonly metaLoss: number; readonly theta: Numbers };

/** One outer iteration from before its first line to after its last. */
export interface IterationTrace {
  readonly iteration: number;
  readonly before: LearnerState;
  readonly steps: readonly Step[];
  readonly after: LearnerState;
}

/** Runs the learner's next iteration and keeps every line. */
export const recordIteration = (learner: Learner): IterationTrace => drain(recordingIteration(learner));

/** `recordIteration`, pausing after each line. */
export function* recordingIteration(learner: Learner): Generator<void, IterationTrace> {
  const before = learner.state();
  const steps: Step[] = [];
  for (const pause of learner.iterate()) {
    steps.push(recordStep(learner, pause));
    yield;
  }
  return { iteration: before.iteration, before, steps, after: learner.state() };
}

function recordStep(learner: Learner, pause: Pause): Step {
  const { machine, work, theta, metaGradient, firstOrder, settings } = learner;
  const { sends } = algorithmOf(settings.algorithm);
  const split = (sum: Vec, first: Vec): SplitGradient =>
    sends === 'displacement' ? { sum: machine.read(sum) } : splitGradient(machine.read(sum), machine.read(first));
  switch (pause.line) {
    case 'sample':
    case 'task':
      return pause;
    case 'support-gradient':
      return { ...pause, loss: work.supportLoss[pause.inner]!, gradient: learner.supportGradient(pause.inner) };
    case 'inner-update':
      return { ...pause, phi: machine.read(work.phi[pause.inner + 1]!) };
    case 'query-loss':
      return { ...pause, gradient: machine.read(work.queryGradient) };
    case 'second-order':
    case 'displacement':
      return { ...pause, meta: machine.read(work.meta) };
    case 'accumulate':
      return { ...pause, ...split(work.meta, work.queryGradient) };
    case 'meta-gradient':
      return { ...pause, ...split(metaGradient, firstOrder) };
    case 'outer-update':
      return { ...pause, theta: machine.read(theta) };
  }
}
