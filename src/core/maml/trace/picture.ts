// What the learner sees at a place in a run: the lines executed so far in this iteration, folded into one picture of plain numbers.
import { points, type Curve, type Experiment } from '../experiment';
import type { Numbers } from '../machine/machine';
import type { Task } from '../tasks/task';
import { angle, difference, norm } from '../vectors';
import { DEPTH, type IterationTrace, type Line, type SplitGradient } from './step';
import { placeOf } from './cursor';

/** Lengths of the parts of a meta-gradient, and the angle between first-order part and whole in degrees. */
export interface GradientSize {
  readonly first: number;
  readonly second: number;
  readonly sum: number;
  readonly angle: number;
}

/** One task's progress within the iteration. */
export interface TaskProgress {
  readonly supportLoss: readonly number[];
  readonly queryLoss: number | null;
}

/** The task in focus, with the network at each φ_j reached so far. */
export interface FocusTask {
  readonly index: number;
  readonly parameters: Task['parameters'];
  readonly support: readonly (readonly [number, number])[];
  readonly query: readonly (readonly [number, number])[];
  readonly truth: Curve;
  readonly curves: readonly Curve[];
  /** ‖g_j‖ of each inner step. */
  readonly gradientNorm: readonly number[];
  readonly meta: GradientSize | null;
}

export interface Picture {
  /** Lines executed since the start of the run; the cursor's place. */
  readonly executed: number;
  readonly perIteration: number;
  readonly iteration: number;
  readonly count: number;
  /** The line just executed (none at the very start) and the one that comes next. */
  readonly line: Line | null;
  readonly next: Line;
  readonly inner: number | null;
  readonly tasks: readonly TaskProgress[];
  readonly focus: FocusTask | null;
  readonly metaLoss: number | null;
  readonly meta: GradientSize | null;
  /** ‖θ_new − θ‖ once θ has moved. */
  readonly thetaMoved: number | null;
}

const sizeOf = ({ first, second, sum }: SplitGradient): GradientSize => ({
  first: norm(first),
  second: norm(second),
  sum: norm(sum),
  angle: angle(first, sum),
});

interface TaskFold {
  readonly supportLoss: number[];
  readonly phi: Numbers[];
  readonly gradientNorm: number[];
  queryLoss: number | null;
  meta: GradientSize | null;
}

/**
 * The picture after `executed` lines.
 * @param trace of the iteration in which that place lies
 * @param perIteration lines in one iteration
 */
export function pictureAt(experiment: Experiment, trace: IterationTrace, executed: number, perIteration: number): Picture {
  const { iteration, count } = placeOf(executed, perIteration);
  const done = trace.steps.slice(0, count);
  const folds: TaskFold[] = [];
  let tasks: readonly Task[] = [];
  let metaLoss: number | null = null;
  let meta: GradientSize | null = null;
  let thetaMoved: number | null = null;
  for (const step of done) {
    const fold =
      'task' in step
        ? (folds[step.task] ??= { supportLoss: [], phi: [trace.before.theta], gradientNorm: [], queryLoss: null, meta: null })
        : null;
    if (step.line === 'sample') tasks = step.tasks;
    else if (step.line === 'support-gradient') {
      fold?.supportLoss.push(step.loss);
      fold?.gradientNorm.push(norm(step.gradient));
    } else if (step.line === 'inner-update') fold?.phi.push(step.phi);
    else if (step.line === 'query-loss' && fold !== null) fold.queryLoss = step.loss;
    else if (step.line === 'accumulate' && fold !== null) fold.meta = sizeOf(step);
    else if (step.line === 'meta-gradient') [metaLoss, meta] = [step.metaLoss, sizeOf(step)];
    else if (step.line === 'outer-update') thetaMoved = norm(difference(step.theta, trace.before.theta));
  }
  const last = done.at(-1);
  const focusIndex =
    last === undefined || tasks.length === 0
      ? null
      : 'task' in last
        ? last.task
        : DEPTH[last.line] === 0 && folds.length > 0
          ? folds.length - 1
          : 0;
  return {
    executed,
    perIteration,
    iteration,
    count,
    line: last?.line ?? null,
    next: trace.steps[count % perIteration]!.line,
    inner: last !== undefined && 'inner' in last ? last.inner : null,
    tasks: tasks.map((_, i) => ({ supportLoss: folds[i]?.supportLoss ?? [], queryLoss: folds[i]?.queryLoss ?? null })),
    focus: focusIndex === null ? null : focusOf(experiment, tasks[focusIndex]!, focusIndex, folds[focusIndex], trace.before.theta),
    metaLoss,
    meta,
    thetaMoved,
  };
}

function focusOf(experiment: Experiment, task: Task, index: number, fold: TaskFold | undefined, theta: Numbers): FocusTask {
  return {
    index,
    parameters: task.parameters,
    support: points(task.support),
    query: points(task.query),
    truth: experiment.truth(task),
    curves: (fold?.phi ?? [theta]).map((phi) => experiment.curve(phi)),
    gradientNorm: fold?.gradientNorm ?? [],
    meta: fold?.meta ?? null,
  };
}
