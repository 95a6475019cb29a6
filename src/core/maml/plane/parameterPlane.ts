// The parameters of an iteration seen from above: θ, every φ_j and the support loss of one task, in the plane that holds most of the movement.
import type { Experiment } from '../experiment';
import type { Numbers } from '../machine/machine';
import type { Point } from '../tasks/scene';
import type { Task } from '../tasks/task';
import type { IterationTrace } from '../trace/step';
import { difference, dot } from '../vectors';
import { boxAround } from './boxAround';
import { principalPlane, type Plane } from './principalPlane';

export interface ParameterPlane {
  readonly iteration: number;
  readonly task: number;
  /** φ_0 = θ, φ_1, … of every task, from θ at (0, 0); in units of parameters. */
  readonly tracks: readonly (readonly Point[])[];
  /** θ after the outer update. */
  readonly moved: Point;
  /** Share of Σ‖φ_i − θ‖² over all tasks that lies in the plane, and of this task's ‖φ − θ‖² alone. */
  readonly share: number;
  readonly taskShare: number;
  /** L_s of the task on side × side points, row by row from the lower left to the upper right of `box`. */
  readonly side: number;
  readonly box: { readonly x: readonly [number, number]; readonly y: readonly [number, number] };
  readonly losses: readonly number[];
}

const LARGEST_SIDE = 25;
const SMALLEST_SIDE = 7;
/** Floating-point operations for all points of a grid: a second at most on a slow machine, in slices. */
const GRID_FLOPS = 2e9;

/** What a whole iteration's plane is drawn from: the same for each of its tasks. */
export interface IterationPlane {
  readonly tasks: readonly Task[];
  readonly theta: Numbers;
  readonly plane: Plane;
  readonly tracks: readonly (readonly Point[])[];
  readonly taskShares: readonly number[];
  readonly moved: Point;
}

/** Pauses often; undefined when nothing moves within a task (the baseline adapts to none). */
export function* iterationPlane({ before, after, steps }: IterationTrace): Generator<void, IterationPlane | undefined> {
  const { theta } = before;
  const sampled = steps[0];
  const tasks = sampled?.line === 'sample' ? sampled.tasks : [];
  const phi: Numbers[][] = tasks.map(() => []);
  for (const step of steps) if (step.line === 'inner-update') phi[step.task]!.push(step.phi);
  const movements = phi.map((track) => track.map((at) => difference(at, theta)));
  const finals = movements.flatMap((track) => track.slice(-1));
  if (finals.length === 0) return undefined;
  const outer = difference(after.theta, theta);
  // One task alone spans a line only: the way of θ itself is the second direction then.
  const plane = yield* principalPlane(tasks.length > 1 ? finals : [...movements.flat(), outer]);
  if (plane.share === 0) return undefined;
  const place = (movement: Numbers): Point => [dot(movement, plane.u), dot(movement, plane.w)];
  const squared = ([x, y]: Point) => x * x + y * y;
  yield;
  return {
    tasks,
    theta,
    plane,
    tracks: movements.map((track): Point[] => [[0, 0], ...track.map(place)]),
    taskShares: finals.map((movement) => squared(place(movement)) / Math.max(dot(movement, movement), Number.MIN_VALUE)),
    moved: place(outer),
  };
}

/** Evaluates the support loss of task number `task` on a grid, pausing after each point. */
export function* parameterPlane(
  experiment: Experiment,
  iteration: number,
  { tasks, theta, plane, tracks, taskShares, moved }: IterationPlane,
  task: number,
): Generator<void, ParameterPlane> {
  const chosen = tasks[task]!;
  const rows = chosen.collect === undefined ? chosen.support : experiment.act(theta, chosen, 0).rows;
  yield;
  const side = Math.max(SMALLEST_SIDE, Math.min(LARGEST_SIDE, Math.floor(Math.sqrt(GRID_FLOPS / (6 * rows.rows * theta.length)))));
  const box = boxAround([...tracks.flat(), moved]);
  const losses: number[] = [];
  const at = Float64Array.from(theta);
  for (let row = 0; row < side; row++) {
    const y = box.y[0] + ((box.y[1] - box.y[0]) * row) / (side - 1);
    for (let column = 0; column < side; column++) {
      const x = box.x[0] + ((box.x[1] - box.x[0]) * column) / (side - 1);
      for (let k = 0; k < at.length; k++) at[k] = theta[k]! + x * plane.u[k]! + y * plane.w[k]!;
      losses.push(experiment.lossOn(at, rows));
      yield;
    }
  }
  return { iteration, task, tracks, moved, share: plane.share, taskShare: taskShares[task] ?? 0, side, box, losses };
}
