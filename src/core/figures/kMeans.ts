// k-means by Lloyd's algorithm, one half-step at a time.

export type Point = readonly [x: number, y: number];

const squared = (a: Point, b: Point): number => (a[0] - b[0]) ** 2 + (a[1] - b[1]) ** 2;

/** The nearest centre of each point; the first of equally near ones. */
export function assign(points: readonly Point[], centres: readonly Point[]): number[] {
  return points.map((point) => {
    const distances = centres.map((centre) => squared(point, centre));
    return distances.indexOf(Math.min(...distances));
  });
}

/** The mean of each cluster; a centre without points stays. */
export function update(points: readonly Point[], assignment: readonly number[], centres: readonly Point[]): Point[] {
  return centres.map((centre, cluster) => {
    const own = points.filter((_, at) => assignment[at] === cluster);
    if (own.length === 0) return centre;
    const sum = own.reduce<Point>(([x, y], point) => [x + point[0], y + point[1]], [0, 0]);
    return [sum[0] / own.length, sum[1] / own.length];
  });
}

/** Σ of the squared distances to the own centre, which no half-step can raise. */
export const inertia = (points: readonly Point[], assignment: readonly number[], centres: readonly Point[]): number =>
  points.reduce((sum, point, at) => sum + squared(point, centres[assignment[at] ?? 0] ?? point), 0);

export interface KMeansState {
  readonly centres: readonly Point[];
  readonly assignment: readonly number[];
}

/** After `halfSteps`: an odd one assigns points, an even one moves centres. Nothing is assigned (−1) before the first. */
export function kMeansAfter(points: readonly Point[], start: readonly Point[], halfSteps: number): KMeansState {
  let state: KMeansState = { centres: start, assignment: points.map(() => -1) };
  for (let step = 1; step <= halfSteps; step++) {
    state =
      step % 2 === 1
        ? { ...state, assignment: assign(points, state.centres) }
        : { ...state, centres: update(points, state.assignment, state.centres) };
  }
  return state;
}
