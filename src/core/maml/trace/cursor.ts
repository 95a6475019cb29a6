// Where the learner stands in a run, and the moves of a debugger in both directions. Pure: a place is a count of executed lines.

/** How a step moves; the same words for the lab's transport and the debugger. */
export const MOVES = ['in', 'over', 'out', 'back', 'backOver', 'backOut', 'nextIteration', 'previousIteration', 'start', 'end'] as const;
export type Move = (typeof MOVES)[number];

/** A place by iteration: `count` lines of iteration `iteration` have been executed (0 only at the very start). */
export interface Place {
  readonly iteration: number;
  readonly count: number;
}

/** The place after `executed` lines in all, with `perIteration` lines in each iteration. */
export function placeOf(executed: number, perIteration: number): Place {
  if (executed === 0) return { iteration: 0, count: 0 };
  const iteration = Math.floor((executed - 1) / perIteration);
  return { iteration, count: executed - iteration * perIteration };
}

export const executedAt = ({ iteration, count }: Place, perIteration: number): number => iteration * perIteration + count;

/**
 * The number of executed lines after a move.
 * @param depths depth of every line of one iteration, in order of execution
 * @param trained iterations trained so far: 'end' goes there; forward moves may go one iteration beyond
 */
export function moved(executed: number, move: Move, depths: readonly number[], trained: number): number {
  const n = depths.length;
  const limit = (trained + 1) * n;
  const depthOfNext = (at: number) => depths[at % n]!;
  const { iteration, count } = placeOf(executed, n);
  /** First place in the direction from which a line of at most this depth comes next. */
  const walk = (direction: 1 | -1, depth: number) => {
    let at = executed + direction;
    while (at > 0 && at < limit && depthOfNext(at) > depth) at += direction;
    return Math.min(Math.max(at, 0), limit);
  };
  const here = depthOfNext(executed);
  const moves = {
    in: () => executed + 1,
    over: () => walk(1, here),
    out: () => walk(1, here - 1),
    back: () => executed - 1,
    backOver: () => walk(-1, here),
    backOut: () => walk(-1, here - 1),
    nextIteration: () => (count === n || executed === 0 ? (executed === 0 ? n : executed + n) : (iteration + 1) * n),
    previousIteration: () => (count === 0 ? 0 : iteration * n),
    start: () => 0,
    end: () => trained * n,
  } satisfies Record<Move, () => number>;
  return Math.min(Math.max(moves[move](), 0), limit);
}
