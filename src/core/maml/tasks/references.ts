// Reference lines for evaluation: what one gets without any learning at all, and with perfect knowledge of the task.
import type { FamilyId } from './familyId';
import type { Task } from './task';

/** What an oracle reaches on a task: the loss of the true answer, and the score where the family has one. */
export interface OracleResult {
  readonly loss: number;
  readonly score: number | null;
}

const MAX_SPEED = 0.1;

/** Straight to the goal at full speed: −Σ of the distances after each step, until it is reached or the time is up. */
function straightReturn({ goalX = 0, goalY = 0 }: Task['parameters'], horizon: number): number {
  let [dx, dy] = [Math.abs(goalX), Math.abs(goalY)];
  let total = 0;
  for (let t = 0; t < horizon; t++) {
    dx -= Math.min(dx, MAX_SPEED);
    dy -= Math.min(dy, MAX_SPEED);
    total -= Math.sqrt(dx * dx + dy * dy);
    if (dx === 0 && dy === 0) break;
  }
  return total;
}

const rows = {
  /** The true function itself; there is no noise to be left over. */
  sinusoid: () => ({ loss: 0, score: null }),
  /** The bottom of the bowl. */
  bowls: () => ({ loss: 0, score: null }),
  symbols: () => ({ loss: 0, score: 1 }),
  images: () => ({ loss: 0, score: 1 }),
  navigation: (task, horizon) => ({ loss: NaN, score: straightReturn(task.parameters, horizon) }),
} satisfies Record<FamilyId, (task: Task, horizon: number) => OracleResult>;

export const oracle = (family: FamilyId, task: Task, horizon: number): OracleResult => rows[family](task, horizon);
