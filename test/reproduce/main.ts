// `npm run reproduce [-- --quick] [--json <file>]`: trains Finn's sinusoids as published and prints the paper's Table 2 beside ours.
import { readFileSync, writeFileSync } from 'node:fs';
import { Experiment } from '../../src/core/maml/experiment';
import { compileKernel } from '../../src/core/maml/machine/kernelModule';
import { createMachine } from '../../src/core/maml/model';
import { PRESETS } from '../../src/core/maml/presets';
import { decodeSettings } from '../../src/core/maml/settings';
import { familyOf } from '../../src/core/maml/tasks/families';

/** Finn, Abbeel, Levine 2017, Table 2: mean squared error on 5-shot sinusoids after 1, 5 and 10 gradient steps. */
const PAPER: Readonly<Record<string, readonly [number, number, number]>> = { maml: [0.67, 0.38, 0.35], pretrain: [2.41, 2.23, 2.19] };
const STEPS = [0, 1, 5, 10] as const;
const TASKS = 2000;

/** Fine-tuning the baseline takes the paper's step of 0.01 for five examples. */
const RUNS = [
  { name: 'MAML', settings: { ...PRESETS.faithful, algorithm: 'maml', seed: 1 } },
  { name: 'MAML', settings: { ...PRESETS.faithful, algorithm: 'maml', seed: 2 } },
  { name: 'MAML', settings: { ...PRESETS.faithful, algorithm: 'maml', seed: 3 } },
  { name: 'FOMAML', settings: { ...PRESETS.faithful, algorithm: 'fomaml', seed: 1 } },
  { name: 'pretrained, fine-tuned', settings: { ...PRESETS.faithful, algorithm: 'pretrain', alpha: 0.01, seed: 1 } },
] as const;

interface Row {
  readonly name: string;
  readonly seed: number;
  readonly seconds: number;
  readonly mean: readonly number[];
  readonly halfWidth: readonly number[];
  readonly diverged: number;
}

function drain<R>(work: Generator<unknown, R>): R {
  for (;;) {
    const next = work.next();
    if (next.done === true) return next.value;
  }
}

async function main(args: readonly string[]): Promise<void> {
  const kernel = await compileKernel(readFileSync('dist/maml-kernel.wasm'));
  const iterations = args.includes('--quick') ? { iterations: 2000 } : {};
  const rows: Row[] = [];
  for (const { name, settings: given } of RUNS) {
    const settings = decodeSettings({ ...given, ...iterations });
    const experiment = new Experiment(settings, createMachine(familyOf(settings.family).model(settings), kernel));
    const start = performance.now();
    drain(experiment.train());
    const seconds = (performance.now() - start) / 1000;
    const { loss, diverged } = drain(experiment.evaluate(experiment.run.thetaAfter(experiment.run.iterations), TASKS, 10));
    const at = (curve: readonly number[]) => STEPS.map((step) => curve[step]!);
    const row = { name, seed: settings.seed, seconds, mean: at(loss.mean), halfWidth: at(loss.halfWidth), diverged: diverged.length };
    rows.push(row);
    const cells = row.mean.map((mean, i) => `${mean.toFixed(2)} ± ${row.halfWidth[i]!.toFixed(2)}`).join('   ');
    const published = PAPER[settings.algorithm] ? `paper ${PAPER[settings.algorithm]!.join(' / ')}` : '';
    console.log(`${name.padEnd(24)} seed ${row.seed}   ${cells}   diverged ${row.diverged}   ${seconds.toFixed(0)} s   ${published}`);
  }
  console.log(`\nMean squared error on ${TASKS} fresh 5-shot tasks after ${STEPS.join(' / ')} steps, with 95 % confidence intervals.`);
  const file = args[args.indexOf('--json') + 1];
  if (args.includes('--json') && file !== undefined)
    writeFileSync(file, JSON.stringify({ tasks: TASKS, steps: STEPS, paper: PAPER, rows }, null, 2));
}

await main(process.argv.slice(2));
