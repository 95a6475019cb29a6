// A long curve of losses thinned out for drawing: the mean of each of a few hundred equal stretches.

const MAX_POINTS = 300;

/** Iterations (middle of each stretch, from 1) and mean meta-losses. */
export function thinned(metaLoss: readonly number[]): { iteration: number[]; metaLoss: number[] } {
  const stretch = Math.max(1, Math.ceil(metaLoss.length / MAX_POINTS));
  const result: { iteration: number[]; metaLoss: number[] } = { iteration: [], metaLoss: [] };
  for (let start = 0; start < metaLoss.length; start += stretch) {
    const part = metaLoss.slice(start, start + stretch);
    result.iteration.push(start + (part.length + 1) / 2);
    result.metaLoss.push(part.reduce((sum, value) => sum + value, 0) / part.length);
  }
  return result;
}
