/** Interleaved rounds: every engine takes its turn in every round, so that a busy moment of the machine falls on all of them. */
import type { Trainer } from './engine';

export interface Timing {
  /** Milliseconds per iteration. */
  readonly median: number;
  readonly least: number;
  readonly most: number;
  /** Of each round. */
  readonly rounds: readonly number[];
}

/** Each round gives every trainer about `share` milliseconds. */
export async function interleave(trainers: readonly Trainer[], rounds: number, share: number): Promise<Timing[]> {
  const iterations: number[] = [];
  for (const trainer of trainers) {
    const once = await trainer.run(1);
    const warm = await trainer.run(Math.max(1, Math.min(200, Math.round(share / once))));
    const count = Math.max(1, Math.min(200, Math.round(share / once)));
    iterations.push(Math.max(1, Math.round((share * count) / warm)));
  }
  const times: number[][] = trainers.map(() => []);
  for (let round = 0; round < rounds; round++) {
    for (const [i, trainer] of trainers.entries()) times[i]!.push((await trainer.run(iterations[i]!)) / iterations[i]!);
  }
  return times.map((list) => ({ median: median(list), least: Math.min(...list), most: Math.max(...list), rounds: list }));
}

/** How many times as long `a` takes as `b`: the median over rounds, in each of which both met the same machine. */
export const timesAs = (a: Timing, b: Timing): number => median(a.rounds.map((time, round) => time / b.rounds[round]!));

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return (sorted[(sorted.length - 1) >> 1]! + sorted[sorted.length >> 1]!) / 2;
}
