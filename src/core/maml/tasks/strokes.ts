// Draws symbols: each class is a few curved strokes, each drawing of it varies as a hand does.
import { cos, sin } from '../portableMath';
import type { RandomStream } from '../random';

/** Pixels along each side. */
export const SIDE = 14;
const SEGMENTS = 6;
/** Half the width of the pen, in units of the drawing square. */
export const PEN = 0.055;
/** Ink fades to nothing this far from a stroke. */
const REACH = 1.5 * PEN;

/** x to the right and y down, both in 0…1. */
export type Point = readonly [number, number];
export type Polyline = readonly Point[];
/** A quadratic Bézier curve: start, control point, end. */
type Stroke = readonly [Point, Point, Point];
export type Symbol = readonly Stroke[];

/** A new symbol of two to four strokes, often joined, spread over the square. */
export function drawSymbol(random: RandomStream): Symbol {
  const point = (): Point => [random.uniform(0.12, 0.88), random.uniform(0.12, 0.88)];
  const strokes: Stroke[] = [];
  const count = 2 + random.integer(3);
  for (let i = 0; i < count; i++) {
    const previous = strokes.at(-1);
    const start = previous !== undefined && random.uniform(0, 1) < 0.6 ? previous[2] : point();
    let end = point();
    while ((end[0] - start[0]) ** 2 + (end[1] - start[1]) ** 2 < 0.09) end = point();
    strokes.push([start, point(), end]);
  }
  return strokes;
}

/** One drawing of the symbol as polylines: points shaken, the whole turned, sized and shifted a little. */
export function variation(symbol: Symbol, random: RandomStream): Polyline[] {
  const angle = 0.12 * random.normal();
  const size = 1 + 0.08 * random.normal();
  const [c, s] = [size * cos(angle), size * sin(angle)];
  const shift: Point = [0.03 * random.normal(), 0.03 * random.normal()];
  const place = ([x, y]: Point): Point => {
    const [u, v] = [x - 0.5 + 0.025 * random.normal(), y - 0.5 + 0.025 * random.normal()];
    return [0.5 + c * u - s * v + shift[0], 0.5 + s * u + c * v + shift[1]];
  };
  return symbol.map(([a, b, e]) => flatten(place(a), place(b), place(e)));
}

/** Polylines in the unit square as the pen leaves them: [SIDE × SIDE] ink in 0…1, row-major; a line of one point is a dot. */
export function inkOfLines(lines: readonly Polyline[]): Float32Array {
  const nearest = new Float64Array(SIDE * SIDE).fill(Infinity);
  for (const line of lines) {
    if (line.length === 1) approach(nearest, line[0]!, line[0]!);
    for (let i = 1; i < line.length; i++) approach(nearest, line[i - 1]!, line[i]!);
  }
  const image = new Float32Array(SIDE * SIDE);
  for (let i = 0; i < image.length; i++) image[i] = Math.min(1, Math.max(0, 1.5 - Math.sqrt(nearest[i]!) / PEN));
  return image;
}

/** One drawing of the symbol as the network sees it. */
export const drawVariation = (symbol: Symbol, random: RandomStream): Float32Array => inkOfLines(variation(symbol, random));

/** Points along the curve (1−t)²a + 2t(1−t)b + t²e. */
function flatten(a: Point, b: Point, e: Point): Point[] {
  return Array.from({ length: SEGMENTS + 1 }, (_, i) => {
    const t = i / SEGMENTS;
    const mix = (k: 0 | 1) => (1 - t) * (1 - t) * a[k] + 2 * t * (1 - t) * b[k] + t * t * e[k];
    return [mix(0), mix(1)];
  });
}

/** First and last pixel along one side that ink between two coordinates can reach. */
const pixels = (a: number, b: number): readonly [first: number, last: number] => [
  Math.max(0, Math.floor((Math.min(a, b) - REACH) * SIDE - 0.5)),
  Math.min(SIDE - 1, Math.ceil((Math.max(a, b) + REACH) * SIDE - 0.5)),
];

/** Lowers the squared distance of each pixel to its nearest stroke, where the segment from a to b can leave ink. */
function approach(nearest: Float64Array, [ax, ay]: Point, [bx, by]: Point): void {
  const [dx, dy] = [bx - ax, by - ay];
  const [left, right] = pixels(ax, bx);
  const [top, bottom] = pixels(ay, by);
  for (let row = top; row <= bottom; row++) {
    for (let column = left; column <= right; column++) {
      const px = (column + 0.5) / SIDE - ax;
      const py = (row + 0.5) / SIDE - ay;
      const t = Math.min(1, Math.max(0, (px * dx + py * dy) / (dx * dx + dy * dy || 1)));
      const [ex, ey] = [px - t * dx, py - t * dy];
      nearest[row * SIDE + column] = Math.min(nearest[row * SIDE + column]!, ex * ex + ey * ey);
    }
  }
}
