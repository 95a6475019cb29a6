// All that is known at a place of a run: the lines executed so far in this iteration, folded into values by name.
import type { Numbers } from '../machine/machine';
import type { Layout } from '../machine/network';
import { modelLayout } from '../model';
import type { Settings } from '../settings';
import { familyOf } from '../tasks/families';
import type { Task } from '../tasks/task';
import { DEPTH, type Line, type SplitGradient } from '../trace/step';
import type { Timeline } from './timeline';

/** How far one task has come. */
export interface TaskMoment {
  readonly index: number;
  readonly task: Task;
  /** φ_0 = θ, φ_1, …. */
  readonly phi: Numbers[];
  /** g_j = ∇L_s(φ_j). */
  readonly gradients: Numbers[];
  readonly supportLoss: number[];
  queryLoss?: number;
  queryGradient?: Numbers;
  /** v: ∇L_q(φ_k), then with second-order terms, or θ − φ_k. */
  v?: Numbers;
  /** What the task has handed up. */
  sent?: SplitGradient;
}

/** Where the line that comes next stands: the frames of the call stack, innermost last. */
export interface Standing {
  readonly line: Line;
  readonly depth: 0 | 1 | 2;
  readonly task?: number;
  readonly inner?: number;
}

/** The state of the outer optimiser: Adam's moments and how many updates it has made. */
export interface Optimiser {
  readonly updates: number;
  readonly first: Numbers;
  readonly second: Numbers;
}

export interface Moment {
  readonly executed: number;
  readonly settings: Settings;
  readonly layout: Layout;
  /** Iteration of the line that comes next, from 0, and how many there are. */
  readonly iteration: number;
  readonly iterations: number;
  readonly next: Standing | undefined;
  readonly theta: Numbers;
  /** Meta-SGD's α, per parameter. */
  readonly alpha: Numbers | undefined;
  readonly optimiser: Optimiser;
  readonly tasks: readonly Task[];
  readonly progress: readonly TaskMoment[];
  /** The task whose values φ, g and v are: the one that was worked on last. */
  readonly focus: TaskMoment | undefined;
  /** The loss computed last. */
  readonly loss: number | undefined;
  readonly metaLoss: number | undefined;
  readonly meta: SplitGradient | undefined;
}

/** The moment at a place that can be shown. Values of the finished iteration stay until the next one draws its tasks, as in a program. */
export function momentAt(timeline: Timeline, executed: number): Moment {
  const { iteration, count } = timeline.behind(executed);
  const trace = timeline.trace(iteration);
  if (trace === undefined) throw new RangeError(`Iteration ${iteration + 1} has not been computed.`);
  const ahead = timeline.ahead(executed);
  const { settings } = ahead.segment.experiment;
  const progress: TaskMoment[] = [];
  let tasks: readonly Task[] = [];
  let [loss, metaLoss, meta]: [number | undefined, number | undefined, SplitGradient | undefined] = [undefined, undefined, undefined];
  const done = trace.steps.slice(0, count);
  for (const step of done) {
    if ('loss' in step) loss = step.loss;
    if (step.line === 'sample') tasks = step.tasks;
    else if (step.line === 'meta-gradient') [metaLoss, meta] = [step.metaLoss, step];
    if (!('task' in step)) continue;
    const at = (progress[step.task] ??= {
      index: step.task,
      task: tasks[step.task]!,
      phi: [trace.before.theta],
      gradients: [],
      supportLoss: [],
    });
    if (step.line === 'support-gradient') {
      at.gradients.push(step.gradient);
      at.supportLoss.push(step.loss);
    } else if (step.line === 'inner-update') at.phi.push(step.phi);
    else if (step.line === 'query-loss') [at.queryLoss, at.queryGradient, at.v] = [step.loss, step.gradient, step.gradient];
    else if (step.line === 'second-order' || step.line === 'displacement') at.v = step.meta;
    else if (step.line === 'accumulate') [at.sent, at.v] = [step, step.sum];
  }
  const finished = done.at(-1)?.line === 'outer-update';
  const state = finished ? trace.after : trace.before;
  return {
    executed,
    settings,
    layout: modelLayout(familyOf(settings.family).model(settings)),
    iteration: ahead.iteration,
    iterations: timeline.iterations,
    next: standing(timeline, executed, finished),
    theta: state.theta,
    alpha: state.alpha.length > 0 ? state.alpha : undefined,
    optimiser: { updates: state.iteration, first: state.first, second: state.second },
    tasks,
    progress,
    focus: progress.at(-1),
    loss,
    metaLoss,
    meta,
  };
}

function standing(timeline: Timeline, executed: number, finished: boolean): Standing | undefined {
  if (executed >= timeline.limit) return undefined;
  // Known without computing the iteration that it begins.
  if (finished) return { line: 'sample', depth: 0 };
  const step = timeline.next(executed);
  if (step === undefined) return undefined;
  const depth = DEPTH[step.line];
  const { line } = step;
  return {
    line,
    depth,
    ...('task' in step ? { task: step.task } : {}),
    ...('inner' in step ? { inner: step.inner } : {}),
  };
}
