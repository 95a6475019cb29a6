/**
 * `npm run bench [-- --rounds 15 --share 60 --no-grid --json <file>]`: all engines side by side on Finn's setting, then the fast ones on a
 * grid of sizes. Times are medians over interleaved rounds; ratios compare medians of the same run.
 */
import { stat, writeFile } from 'node:fs/promises';
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { relativeError } from '../../src/core/maml/machine/gradientCheck';
import { builtKernel, kernelFile } from '../core/maml/machine/builtKernel';
import type { Engine, Trainer } from './engine';
import { float64Engine, kernelEngine } from './machineEngine';
import { peakMeter } from './peak';
import { findPyTorch } from './pytorch';
import { interleave } from './rounds';
import { fullTensorFlow, nestedBatchEngine, nestedLoopEngine, registeredKernelEngine } from './tensorEngines';
import { describe, FINN, flopsOf, GRID, type Workload } from './workload';

/** One engine on one workload. */
interface BenchRow {
  readonly engine: string;
  /** Milliseconds per meta-iteration. */
  readonly median: number;
  readonly least: number;
  readonly most: number;
  /** This engine's median over the fused kernel's. */
  readonly timesKernel: number;
  readonly gflops: number;
  /** ‖difference‖ / ‖float64‖ of the first meta-gradient. */
  readonly disagreement: number;
  readonly memoryBytes?: number;
}

interface BenchTable {
  readonly workload: Workload;
  readonly flops: number;
  readonly rows: readonly BenchRow[];
}

async function measure(engines: readonly Engine[], workload: Workload, rounds: number, share: number): Promise<BenchTable> {
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
      timesKernel: timing.median / timings[0]!.median,
      gflops: flops / timing.median / 1e6,
      disagreement: relativeError(gradients[i]!, reference),
      ...(memoryBytes === undefined ? {} : { memoryBytes }),
    };
  });
  for (const trainer of trainers) trainer.dispose?.();
  return { workload, flops, rows };
}

function print({ workload, flops, rows }: BenchTable, peak: number): void {
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

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      rounds: { type: 'string', default: '15' },
      share: { type: 'string', default: '60' },
      'no-grid': { type: 'boolean', default: false },
      json: { type: 'string' },
    },
  });
  const [rounds, share] = [Number(values.rounds), Number(values.share)];
  const [kernel, tf, meter, pyTorch] = [await builtKernel(), fullTensorFlow(), await peakMeter(), await findPyTorch()];
  if (!pyTorch) console.log('No python3 with torch was found, so PyTorch is not measured (Debian: apt-get install python3-torch).');
  const own = [kernelEngine(kernel), registeredKernelEngine(tf, kernel), float64Engine];
  const engines = [...own, nestedBatchEngine(tf, 'wasm'), nestedLoopEngine(tf), ...(pyTorch?.engines ?? [])];
  const peak = Math.max(...Array.from({ length: 25 }, meter));
  const machine = `${cpus()[0]?.model ?? 'unknown processor'}, Node ${process.versions.node}`;
  const bytes = (await stat(await kernelFile())).size;
  console.log(
    `${machine}; peak of one core without fused multiply-add ${peak.toFixed(1)} GFLOP/s; kernel ${(bytes / 1024).toFixed(1)} KiB`,
  );

  const tables: BenchTable[] = [];
  for (const workload of values['no-grid'] ? [FINN] : GRID) {
    const table = await measure(
      engines.filter(({ slow }) => workload === FINN || slow !== true),
      workload,
      rounds,
      share,
    );
    print(table, peak);
    tables.push(table);
  }
  pyTorch?.stop();
  if (values.json)
    await writeFile(values.json, JSON.stringify({ machine, peakGflops: peak, kernelBytes: bytes, rounds, tables }, undefined, 2));
}

main().catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
