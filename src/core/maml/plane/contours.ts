// Lines of equal height on a grid (marching squares), as an SVG path in grid units.

/** Heights row by row on a grid of `side` × `side` points. */
export interface Heights {
  readonly side: number;
  readonly values: ArrayLike<number>;
}

/**
 * The line at `level`: segments in grid units (column to the right, row upwards).
 * A saddle is cut by the mean of its corners.
 */
export function contour({ side, values }: Heights, level: number): [number, number, number, number][] {
  const segments: [number, number, number, number][] = [];
  for (let row = 0; row + 1 < side; row++) {
    for (let column = 0; column + 1 < side; column++) {
      const at = row * side + column;
      const above = values[at]! >= level;
      // Most cells lie on one side of the level.
      if (values[at + 1]! >= level === above && values[at + side + 1]! >= level === above && values[at + side]! >= level === above)
        continue;
      const corners = [values[at]!, values[at + 1]!, values[at + side + 1]!, values[at + side]!] as const;
      const crossing = (a: 0 | 1 | 2 | 3, b: 0 | 1 | 2 | 3): [number, number] => {
        const t = (level - corners[a]) / (corners[b] - corners[a]);
        const [x, y] = [CORNERS[a][0] + t * (CORNERS[b][0] - CORNERS[a][0]), CORNERS[a][1] + t * (CORNERS[b][1] - CORNERS[a][1])];
        return [column + x, row + y];
      };
      const crossed = EDGES.filter(([a, b]) => corners[a] >= level !== corners[b] >= level).map(([a, b]) => crossing(a, b));
      const join = (i: number, j: number) => segments.push([...crossed[i]!, ...crossed[j]!]);
      if (crossed.length === 2) join(0, 1);
      else if (crossed.length === 4) {
        const inside = (corners[0] + corners[1] + corners[2] + corners[3]) / 4 >= level;
        const pairs = inside === corners[0] >= level ? SADDLE_AROUND_1_3 : SADDLE_AROUND_0_2;
        for (const [i, j] of pairs) join(i, j);
      }
    }
  }
  return segments;
}

/** Corners of a cell anticlockwise from the lower left, and its edges in the same order: bottom, right, top, left. */
const CORNERS = [
  [0, 0],
  [1, 0],
  [1, 1],
  [0, 1],
] as const;
const EDGES = [
  [0, 1],
  [1, 2],
  [2, 3],
  [3, 0],
] as const;
const SADDLE_AROUND_1_3 = [
  [0, 1],
  [2, 3],
] as const;
const SADDLE_AROUND_0_2 = [
  [3, 0],
  [1, 2],
] as const;

/** Levels between the lowest and the highest value, closer together near the bottom, where adaptation happens. */
export function levels(values: ArrayLike<number>, count: number): number[] {
  const sound = Array.from(values).filter(Number.isFinite);
  const [low, high] = [Math.min(...sound), Math.max(...sound)];
  if (!(high > low)) return [];
  return Array.from({ length: count }, (_, i) => low + (high - low) * ((i + 1) / (count + 1)) ** 2);
}
