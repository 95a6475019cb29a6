// Tasks that a learner makes: points on the plane, or drawings by class with one more to be told apart.
import type { ExampleRows } from '../machine/machine';
import { SIDE, type Point } from '../tasks/strokes';
import { meanRows, type Task } from '../tasks/task';
import { drawingInk, type Drawing } from './drawing';

/** Adapted on and judged by the same points: a learner's hand knows no others. */
export function pointTask(points: readonly Point[]): Task {
  const rows = meanRows(
    Float64Array.from(points, ([x]) => x),
    Float64Array.from(points, ([, y]) => y),
    points.length,
  );
  return { parameters: {}, support: rows, query: rows };
}

/** One-hot rows of drawings, each with its class. */
export function drawnRows(drawings: readonly (readonly [drawing: Drawing, label: number])[], ways: number): ExampleRows {
  const x = new Float32Array(drawings.length * SIDE * SIDE);
  const y = new Float32Array(drawings.length * ways);
  drawings.forEach(([drawing, label], row) => {
    x.set(drawingInk(drawing), row * SIDE * SIDE);
    y[row * ways + label] = 1;
  });
  return meanRows(x, y, drawings.length);
}

/** Drawings by class; empty ones do not count. Undefined as long as a class has none. */
export function drawnSupport(classes: readonly (readonly Drawing[])[]): ExampleRows | undefined {
  const drawn = classes.map((drawings) => drawings.filter((drawing) => drawing.length > 0));
  if (drawn.some((drawings) => drawings.length === 0)) return undefined;
  const labelled = drawn.flatMap((drawings, label) => drawings.map((drawing) => [drawing, label] as const));
  return drawnRows(labelled, classes.length);
}
