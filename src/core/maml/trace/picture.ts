// What the learner sees at a place in a run: the lines executed so far in this iteration, folded into one picture of plain numbers.
import { trainingSteps } from '../algorithms/algorithm';
import type { Experiment } from '../experiment';
import type { Numbers } from '../machine/machine';
import { sceneOf, type TaskScene } from '../tasks/scene';
import { QUERY_EPISODE, type Task } from '../tasks/task';
import { angle, difference, norm } from '../vectors';
import { placeOf } from './cursor';
import type { IterationTrace, Line, SplitGradient } from './step';
import { foldTasks, fresh, type TaskFold } from './taskFold';
import { stepLosses, type StepLosses } from './stepLosses';

/** Lengths of a meta-gradient and of its parts; null where it has none, being a displacement. */
export interface GradientSize {
  readonly first: number | null;
  readonly second: number | null;
  readonly sum: number;
  /** Between first-order part and whole, in degrees. */
  readonly angle: number | null;
  /** False while the way back through the inner steps is still under way. */
  readonly complete: boolean;
}

/** One task's progress within the iteration. */
export interface TaskProgress extends StepLosses {
  /** Inner updates done. */
  readonly moved: number;
}

/** The task in focus, as far as it has come. */
export interface FocusTask {
  readonly index: number;
  readonly parameters: Task['parameters'];
  readonly scene: TaskScene;
  /** Examples in each set; 0 where they are collected by acting. */
  readonly rows: { readonly support: number; readonly query: number };
  /** ‖g_j‖ of each inner step, by the parameters that adapt. */
  readonly gradientNorm: readonly number[];
  /** ‖φ_{j+1} − φ_j‖ = ‖α ∘ g_j‖ of each inner update. */
  readonly stepNorm: readonly number[];
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
  /** The smallest and the largest of the rates that Meta-SGD has learned so far; null where α is one number. */
  readonly rates: readonly [smallest: number, largest: number] | null;
  /** How many numbers θ is. */
  readonly parameterCount: number;
}

const sizeOf = ({ first, second, sum }: SplitGradient, complete: boolean): GradientSize => ({
  first: first === undefined ? null : norm(first),
  second: second === undefined ? null : norm(second),
  sum: norm(sum),
  angle: first === undefined ? null : angle(first, sum),
  complete,
});

function extremes(values: Numbers): readonly [number, number] | null {
  let [low, high] = [Infinity, -Infinity];
  for (const value of values) [low, high] = [Math.min(low, value), Math.max(high, value)];
  return values.length === 0 ? null : [low, high];
}

/**
 * The picture after `executed` lines.
 * @param trace of the iteration in which that place lies
 * @param perIteration lines in one iteration
 */
export function pictureAt(experiment: Experiment, trace: IterationTrace, executed: number, perIteration: number): Picture {
  const { iteration, count } = placeOf(executed, perIteration);
  const done = trace.steps.slice(0, count);
  const last = done.at(-1);
  const { tasks, folds, focusIndex } = foldTasks(trace, done);
  const { theta } = trace.before;
  let metaLoss: number | null = null;
  let meta: GradientSize | null = null;
  let thetaMoved: number | null = null;
  for (const step of done.slice(-2)) {
    if (step.line === 'meta-gradient') [metaLoss, meta] = [step.metaLoss, sizeOf(step, true)];
    else if (step.line === 'outer-update') thetaMoved = norm(difference(step.theta, theta));
  }
  const at = (index: number) => folds[index] ?? fresh(theta);
  return {
    executed,
    perIteration,
    iteration,
    count,
    line: last?.line ?? null,
    next: trace.steps[count % perIteration]!.line,
    inner: last !== undefined && 'inner' in last ? last.inner : null,
    tasks: stepLosses(experiment, tasks, folds, focusIndex).map((losses, i) => ({ ...losses, moved: at(i).phi.length - 1 })),
    focus: focusIndex === null ? null : focusOf(experiment, tasks, focusIndex, at(focusIndex), folds),
    metaLoss,
    meta,
    thetaMoved,
    rates: extremes((last?.line === 'outer-update' ? trace.after : trace.before).alpha),
    parameterCount: theta.length,
  };
}

function focusOf(experiment: Experiment, tasks: readonly Task[], index: number, fold: TaskFold, folds: readonly TaskFold[]): FocusTask {
  const task = tasks[index]!;
  const { settings } = experiment;
  const others = folds.filter((other) => other !== fold).map(({ phi }) => phi.at(-1)!);
  const episodes = fold.phi.map((_, j) => (j < trainingSteps(settings) ? j : QUERY_EPISODE));
  return {
    index,
    parameters: task.parameters,
    scene: sceneOf(settings.family, experiment, { task, phi: fold.phi, episodes, others }),
    rows: { support: task.support.rows, query: task.query.rows },
    gradientNorm: fold.gradientNorm,
    stepNorm: fold.stepNorm,
    meta: fold.meta === null ? null : sizeOf(fold.meta(), fold.complete),
  };
}
