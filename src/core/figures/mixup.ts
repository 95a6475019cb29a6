// The share λ ~ Beta(α, α) by which MixUp mixes two examples and their labels (Zhang et al. 2018, equation 1).
import { PURPOSE, randomStream, type RandomStream } from '../maml/random';

/** Gamma with shape `shape` and scale 1 (Marsaglia & Tsang 2000; below 1 by the boost U^(1/shape)). */
function gamma(shape: number, stream: RandomStream): number {
  if (shape < 1) return gamma(shape + 1, stream) * (1 - stream.uniform(0, 1)) ** (1 / shape);
  const d = shape - 1 / 3;
  for (;;) {
    const z = stream.normal();
    const v = (1 + z / Math.sqrt(9 * d)) ** 3;
    const u = 1 - stream.uniform(0, 1);
    if (v > 0 && Math.log(u) < z ** 2 / 2 + d - d * v + d * Math.log(v)) return d * v;
  }
}

/** `count` draws of λ. For two gammas of equal shape, G₁ / (G₁ + G₂) is Beta(α, α). */
export function mixingShares(alpha: number, count: number, seed: number): number[] {
  const stream = randomStream(seed, PURPOSE.train, 0);
  return Array.from({ length: count }, () => {
    const [a, b] = [gamma(alpha, stream), gamma(alpha, stream)];
    return a / (a + b);
  });
}

/** The part of the shares in each of `bins` equal intervals of [0, 1]. */
export function histogram(shares: readonly number[], bins: number): number[] {
  const counts = new Array<number>(bins).fill(0);
  for (const share of shares) counts[Math.min(bins - 1, Math.floor(share * bins))]! += 1;
  return counts.map((count) => count / shares.length);
}
