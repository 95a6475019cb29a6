// Chance from a seed: every number is a pure function of (seed, purpose, index), so any iteration can be drawn again without its past.
import { xoroshiro128plusFromState } from 'pure-rand/generator/xoroshiro128plus';
import { cos, log } from './portableMath';

/** What a stream is for; streams of different purposes never share numbers. */
export const PURPOSE = { initial: 1, train: 2, evaluate: 3, symbol: 4, rollout: 5, check: 6, own: 7 } as const;
export type Purpose = (typeof PURPOSE)[keyof typeof PURPOSE];

/** Finaliser of MurmurHash3: mixes 32 bits so that neighbouring seeds give unrelated streams. */
function mix(value: number): number {
  let h = value | 0;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
}

/** A stream of random numbers (xoroshiro128+). */
export interface RandomStream {
  /** Uniform in [low, high), a multiple of 2⁻³² of the range. */
  uniform(low: number, high: number): number;
  /** A whole number in [0, count). */
  integer(count: number): number;
  /** Standard normal (Box–Muller, one branch). */
  normal(): number;
  /** A new array with the items in random order (Fisher–Yates). */
  shuffled<T>(items: readonly T[]): T[];
}

/**
 * The stream of `purpose` number `index` under `seed`.
 * @param seed any 32-bit integer
 * @param index e.g. the iteration, or the number of a test task
 */
export function randomStream(seed: number, purpose: Purpose, index: number): RandomStream {
  const base = mix(seed ^ mix(purpose)) ^ mix(index + 0x9e3779b9);
  const state = [1, 2, 3, 4].map((word) => mix(base + Math.imul(word, 0x9e3779b9)));
  const generator = xoroshiro128plusFromState(state);
  const unit = () => (generator.next() >>> 0) / 4294967296;
  const uniform = (low: number, high: number) => low + (high - low) * unit();
  const integer = (count: number) => Math.floor(unit() * count);
  return {
    uniform,
    integer,
    normal: () => Math.sqrt(-2 * log(1 - unit())) * cos(2 * Math.PI * unit()),
    shuffled: (items) => {
      const result = [...items];
      for (let i = result.length - 1; i > 0; i--) {
        const j = integer(i + 1);
        [result[i], result[j]] = [result[j]!, result[i]!];
      }
      return result;
    },
  };
}
