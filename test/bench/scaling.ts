/** How the kernel's cost grows with tasks, examples and inner steps, all sizes interleaved with each other. */
import type { Engine } from './engine';
import { interleave, timesAs } from './rounds';
import { describe, FINN, flopsOf, type Workload } from './workload';

const SIZES: readonly Workload[] = [
  FINN,
  ...[5, 50, 100].map((tasks) => ({ ...FINN, tasks })),
  ...[5, 20, 50, 100].map((shots) => ({ ...FINN, shots })),
  ...[2, 5, 10].map((innerSteps) => ({ ...FINN, innerSteps })),
];

export interface ScalingRow {
  readonly workload: Workload;
  /** Milliseconds per meta-iteration. */
  readonly median: number;
  /** Time and arithmetic, both relative to Finn's setting: equal where cost is linear. */
  readonly time: number;
  readonly flops: number;
}

export async function measureScaling(
  engine: Engine,
  { rounds, share }: { readonly rounds: number; readonly share: number },
): Promise<ScalingRow[]> {
  const trainers = await Promise.all(SIZES.map((workload) => engine.prepare(workload)));
  const timings = await interleave(trainers, rounds, share);
  return timings.map((timing, i) => ({
    workload: SIZES[i]!,
    median: timing.median,
    time: timesAs(timing, timings[0]!),
    flops: flopsOf(SIZES[i]!) / flopsOf(FINN),
  }));
}

export function printScaling(rows: readonly ScalingRow[]): void {
  if (rows.length === 0) return;
  console.log('\nCost of the fused kernel, relative to the first row: time and arithmetic grow alike where it is linear');
  for (const { workload, median, time, flops } of rows) {
    const figures = [median.toFixed(3), `× ${time.toFixed(2)}`, `× ${flops.toFixed(2)}`, (time / flops).toFixed(2)];
    console.log(`  ${describe(workload).padEnd(34)} ${figures.map((figure) => figure.padStart(9)).join(' ')}`);
  }
}
