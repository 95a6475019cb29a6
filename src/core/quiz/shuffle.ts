// Orders of questions and choices from a seed: the same on every machine, and with every item exactly once.
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import type { RandomGenerator } from 'pure-rand/types/RandomGenerator';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

/** FNV-1a over the UTF-16 units of `text`, 32 bits: gives every purpose its own stream under one seed. @returns 0 to 2³² − 1 */
export function hashText(text: string): number {
  let value = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
  return value >>> 0;
}

/** Finaliser of MurmurHash3: seeds that differ by one bit start unrelated streams. */
function mix(value: number): number {
  const once = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  const twice = Math.imul(once ^ (once >>> 13), 0xc2b2ae35);
  return twice ^ (twice >>> 16);
}

/** The stream of chance for one purpose under one seed. @param seed any 32-bit integer */
export const streamOf = (seed: number, purpose: string): RandomGenerator => xoroshiro128plus(mix(seed ^ hashText(purpose)));

/**
 * The numbers 0 … count − 1 in an order that depends on seed and purpose only (Fisher–Yates).
 * @param seed any 32-bit integer
 * @param purpose what is being ordered, e.g. a question's id
 */
export function shuffledOrder(count: number, seed: number, purpose: string): number[] {
  const generator = streamOf(seed, purpose);
  const order = Array.from({ length: count }, (_, index) => index);
  for (let i = count - 1; i > 0; i--) {
    const j = uniformInt(generator, 0, i);
    [order[i], order[j]] = [order[j]!, order[i]!];
  }
  return order;
}
