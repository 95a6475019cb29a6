// A long curve of losses thinned out for drawing: the mean of each of a few hundred equal stretches.

const MAX_POINTS = 300;

/** Points of a thinned curve: iterations (middle of each stretch, from 1), mean meta-losses, and means of the medians over tasks. */
export interface ThinnedCurve {
  readonly iteration: number[];
  readonly metaLoss: number[];
  /** Empty when no medians were given. */
  readonly median: number[];
}

export function thinned(metaLoss: readonly number[], median: readonly number[] = []): ThinnedCurve {
  const stretch = Math.max(1, Math.ceil(metaLoss.length / MAX_POINTS));
  const result: ThinnedCurve = { iteration: [], metaLoss: [], median: [] };
  const mean = (part: readonly number[]) => part.reduce((sum, value) => sum + value, 0) / part.length;
  for (let start = 0; start < metaLoss.length; start += stretch) {
    const part = metaLoss.slice(start, start + stretch);
    result.iteration.push(start + (part.length + 1) / 2);
    result.metaLoss.push(mean(part));
    if (median.length > 0) result.median.push(mean(median.slice(start, start + stretch)));
  }
  return result;
}

/** The curve of a run; empty where there is none. */
export const curveOf = (run: { readonly metaLoss: readonly number[]; readonly medianLoss: readonly number[] } | undefined): ThinnedCurve =>
  thinned(run?.metaLoss ?? [], run?.medianLoss);
