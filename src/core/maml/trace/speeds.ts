// How fast a run plays: which move, and how many milliseconds after the last picture was drawn; a new speed is one row.
import type { Move } from './cursor';

export const SPEED_IDS = ['slow', 'line', 'quick', 'task', 'iteration'] as const;
export type SpeedId = (typeof SPEED_IDS)[number];

export interface Speed {
  readonly every: number;
  readonly forward: Move;
  readonly backward: Move;
}

export const SPEEDS: Readonly<Record<SpeedId, Speed>> = {
  slow: { every: 1500, forward: 'in', backward: 'back' },
  line: { every: 500, forward: 'in', backward: 'back' },
  quick: { every: 100, forward: 'in', backward: 'back' },
  task: { every: 400, forward: 'over', backward: 'backOver' },
  iteration: { every: 150, forward: 'nextIteration', backward: 'previousIteration' },
};
