// Losses of every task at each φ_j reached: those that the trace holds, and the rest evaluated for the picture.
import type { Experiment } from '../experiment';
import type { Task } from '../tasks/task';
import type { TaskFold } from './taskFold';

export interface StepLosses {
  /** L_s(φ_0), L_s(φ_1), …. */
  readonly supportLoss: readonly number[];
  /** L_q(φ_0), L_q(φ_1), …; empty where examples are collected by acting, or where evaluating all tasks would take too long. */
  readonly queryLosses: readonly number[];
  /** L_q(φ_k), once the listing has computed it. */
  readonly queryLoss: number | null;
}

/** Floating-point operations that a picture may spend on losses of tasks out of focus: a few milliseconds. */
const OTHERS_FLOPS = 3e7;

export function stepLosses(
  experiment: Experiment,
  tasks: readonly Task[],
  folds: readonly TaskFold[],
  focus: number | null,
): readonly StepLosses[] {
  const rows = tasks[0] === undefined ? 0 : tasks[0].support.rows + tasks[0].query.rows;
  const parameters = folds[0]?.phi[0]?.length ?? 0;
  const points = folds.reduce((sum, { phi }) => sum + phi.length, 0);
  const all = 6 * rows * parameters * points <= OTHERS_FLOPS;
  return tasks.map((task, index) => {
    const fold = folds[index];
    if (fold === undefined) return { supportLoss: [], queryLosses: [], queryLoss: null };
    const { phi, supportLoss, queryLoss } = fold;
    if (task.collect !== undefined || !(all || index === focus)) return { supportLoss, queryLosses: [], queryLoss };
    return {
      supportLoss: phi.map((at, j) => supportLoss[j] ?? experiment.lossAt(at, task.support)),
      queryLosses: phi.map((at) => experiment.lossAt(at, task.query)),
      queryLoss,
    };
  });
}
