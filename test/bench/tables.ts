/** All engines on one workload: measured side by side, printed as a table, and held against the limits that were promised. */
import { relativeError } from '../../src/core/maml/machine/gradientCheck';
import type { Engine, Trainer } from './engine';
import { float64Engine } from './machineEngine';
import { interleave, timesAs, type Timing } from './rounds';
import { describe, flopsOf, type Workload } from './workload';

/** One engine on one workload. */
export interface BenchRow extends Timing {
  readonly engine: string;
  /** This engine's time over the fused kernel's, in the same rounds. */
  readonly timesKernel: number;
  readonly gflops: number;
  /** ‖difference‖ / ‖float64‖ of the first meta-gradient. */
  readonly disagreement: number;
  readonly memoryBytes?: number;
}

export interface BenchTable {
  readonly workload: Workload;
  readonly flops: number;
  readonly rows: readonly BenchRow[];
}

export async function measure(
  engines: readonly Engine[],
  workload: Workload,
  { rounds, share }: { readonly rounds: number; readonly share: number },
): Promise<BenchTable> {
  const trainers: Trainer[] = [];
  for (const engine of engines) trainers.push(await engine.prepare(workload));
  const gradients: number[][] = [];
  for (const trainer of trainers) gradients.push(Array.from(await trainer.metaGradient()));
  const reference = gradients[engines.indexOf(float64Engine)]!;
  const timings = await interleave(trainers, rounds, share);
  const flops = flopsOf(workload);
  const memory: (number | undefined)[] = [];
  for (const trainer of trainers) memory.push(await trainer.memoryBytes?.());
  const rows = timings.map((timing, i) => {
    const memoryBytes = memory[i];
    return {
      engine: engines[i]!.name,
      ...timing,
      timesKernel: timesAs(timing, timings[0]!),
      gflops: flops / timing.median / 1e6,
      disagreement: relativeError(gradients[i]!, reference),
      ...(memoryBytes === undefined ? {} : { memoryBytes }),
    };
  });
  for (const trainer of trainers) trainer.dispose?.();
  return { workload, flops, rows };
}

export function printTable({ workload, flops, rows }: BenchTable, peak: number): void {
  console.log(`\n${describe(workload)}: ${(flops / 1e6).toFixed(2)} MFLOP per meta-iteration`);
  console.log(`  ${'engine'.padEnd(54)}   median ms      (range)      × kernel  GFLOP/s  of peak  against float64   memory`);
  for (const row of rows) {
    const range = `(${row.least.toFixed(2)}–${row.most.toFixed(2)})`;
    const memory = row.memoryBytes === undefined ? '' : `${(row.memoryBytes / 1024).toFixed(0)} KiB`;
    const cells = [
      row.median.toFixed(3).padStart(11),
      range.padStart(17),
      row.timesKernel.toFixed(2).padStart(9),
      row.gflops.toFixed(1).padStart(8),
    ];
    const more = [
      `${((100 * row.gflops) / peak).toFixed(0)} %`.padStart(8),
      row.disagreement.toExponential(0).padStart(14),
      memory.padStart(13),
    ];
    console.log(`  ${row.engine.padEnd(54)} ${[...cells, ...more].join(' ')}`);
  }
}

/** At most these shares of what else computes the same, on Finn's setting. */
const LIMITS = [
  { against: 'vmap(grad)', limit: 0.15 },
  { against: 'nested tf.grads, batched', limit: 0.07 },
] as const;

/** The kernel, and the kernel as the lab uses it, against PyTorch and plain TensorFlow.js. */
export function printLimits({ rows }: BenchTable): void {
  for (const { against, limit } of LIMITS) {
    const other = rows.find(({ engine }) => engine.includes(against));
    if (other === undefined) continue;
    for (const row of rows.slice(0, 2)) {
      const share = timesAs(row, other);
      console.log(`  ${share <= limit ? '✓' : '✗'} ${row.engine}: ${share.toFixed(3)} × ${other.engine} (limit ${limit})`);
    }
  }
}
