// The lines of an iteration executed so far, folded task by task.
import type { Numbers } from '../machine/machine';
import type { Task } from '../tasks/task';
import { difference, norm } from '../vectors';
import { DEPTH, splitGradient, type IterationTrace, type SplitGradient, type Step } from './step';

/** How far one task has come. */
export interface TaskFold {
  /** φ_0 = θ, φ_1, …. */
  readonly phi: Numbers[];
  readonly supportLoss: number[];
  /** ‖g_j‖ of each inner step, and ‖φ_{j+1} − φ_j‖ of each update. */
  readonly gradientNorm: number[];
  readonly stepNorm: number[];
  queryLoss: number | null;
  /** The task's meta-gradient taken apart, as far as it is known: from the query gradient on, or from the displacement. */
  meta: (() => SplitGradient) | null;
  /** Whether the task has handed its meta-gradient up. */
  complete: boolean;
}

/** A task that has just begun at θ. */
export const fresh = (theta: Numbers): TaskFold => ({
  phi: [theta],
  supportLoss: [],
  gradientNorm: [],
  stepNorm: [],
  queryLoss: null,
  meta: null,
  complete: false,
});

export interface Folded {
  readonly tasks: readonly Task[];
  /** Of the tasks begun, in order. */
  readonly folds: readonly TaskFold[];
  /** The task worked on last, or the first one before any is begun; null before tasks are drawn. */
  readonly focusIndex: number | null;
}

export function foldTasks({ before, steps }: IterationTrace, done: readonly Step[]): Folded {
  const displaces = steps.some(({ line }) => line === 'displacement');
  const folds: TaskFold[] = [];
  let tasks: readonly Task[] = [];
  let first: Numbers = before.theta;
  for (const step of done) {
    if (step.line === 'sample') tasks = step.tasks;
    if (!('task' in step)) continue;
    const fold = (folds[step.task] ??= fresh(before.theta));
    if (step.line === 'support-gradient') {
      fold.supportLoss.push(step.loss);
      fold.gradientNorm.push(norm(step.gradient));
    } else if (step.line === 'inner-update') {
      fold.stepNorm.push(norm(difference(step.phi, fold.phi.at(-1)!)));
      fold.phi.push(step.phi);
    } else if (step.line === 'query-loss') {
      [fold.queryLoss, first] = [step.loss, step.gradient];
      if (!displaces) fold.meta = split(first, step.gradient);
    } else if (step.line === 'second-order') fold.meta = split(first, step.meta);
    else if (step.line === 'displacement') fold.meta = () => ({ sum: step.meta });
    else if (step.line === 'accumulate') [fold.meta, fold.complete] = [() => step, true];
  }
  return { tasks, folds, focusIndex: focusOf(tasks, folds, done.at(-1)) };
}

const split = (first: Numbers, sum: Numbers) => () => splitGradient(sum, first);

function focusOf(tasks: readonly Task[], folds: readonly TaskFold[], last: Step | undefined): number | null {
  if (last === undefined || tasks.length === 0) return null;
  if ('task' in last) return last.task;
  return DEPTH[last.line] === 0 && folds.length > 0 ? folds.length - 1 : 0;
}
