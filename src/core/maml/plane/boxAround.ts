// The frame of a picture of parameter space.
import type { Point } from '../tasks/scene';

const MARGIN = 1.3;
const RATIO = 1.5;

/** A box in the proportion 3 : 2 around all points, with a margin, so that directions and lengths are drawn true. */
export function boxAround(points: readonly Point[]): { x: [number, number]; y: [number, number] } {
  const middle = (k: 0 | 1) => (Math.min(...points.map((p) => p[k])) + Math.max(...points.map((p) => p[k]))) / 2;
  const half = (k: 0 | 1) => Math.max(...points.map((p) => Math.abs(p[k] - middle(k))));
  const y = Math.max(half(1), half(0) / RATIO, 1e-9) * MARGIN;
  const around = (centre: number, reach: number): [number, number] => [centre - reach, centre + reach];
  return { x: around(middle(0), y * RATIO), y: around(middle(1), y) };
}
