/**
 * `npm run reproduce [-- --only sinusoid,symbols,navigation --quick --tasks 10000 --json <file> --csv <file>]`: trains Finn's sinusoids as
 * published and prints the paper's Table 2 beside ours; travels through the finished run; then MAML against its baselines where tasks have
 * a score. `--quick` takes a thirtieth of the iterations, to see that all runs.
 */
import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { evaluationCsv, evaluationRows, evaluationText, type EvaluationRow } from '../../src/core/maml/evaluationTable';
import { PRESETS } from '../../src/core/maml/presets';
import { compareBaselines, type ScoreRow } from './baselines';
import { measureJump, rememberAt, type JumpFigures } from './jump';
import { judged, trained, withIntervals } from './training';

/** Finn, Abbeel, Levine 2017, Table 2: mean squared error on 5-shot sinusoids after 1, 5 and 10 gradient steps. */
const PAPER: Readonly<Record<string, string>> = { maml: '0.67 / 0.38 / 0.35', pretrain: '2.41 / 2.23 / 2.19' };
const STEPS = [0, 1, 5, 10] as const;
const JUMP = { from: 60_000, to: 137 } as const;
const SHOTS = [5, 10, 20] as const;
const PARTS = ['sinusoid', 'symbols', 'navigation'] as const;

/** Fine-tuning the baseline takes the paper's step of 0.01 for five examples. */
const RUNS = [
  { name: 'MAML', settings: { ...PRESETS.faithful, algorithm: 'maml', seed: 1 } },
  { name: 'MAML', settings: { ...PRESETS.faithful, algorithm: 'maml', seed: 2 } },
  { name: 'MAML', settings: { ...PRESETS.faithful, algorithm: 'maml', seed: 3 } },
  { name: 'FOMAML', settings: { ...PRESETS.faithful, algorithm: 'fomaml', seed: 1 } },
  { name: 'pretrained, fine-tuned', settings: { ...PRESETS.faithful, algorithm: 'pretrain', alpha: 0.01, seed: 1 } },
] as const;

interface SinusoidRow {
  readonly name: string;
  readonly seed: number;
  readonly seconds: number;
  readonly mean: readonly number[];
  readonly halfWidth: readonly number[];
  readonly median: readonly number[];
  readonly diverged: readonly number[];
}

interface Sinusoids {
  readonly rows: readonly SinusoidRow[];
  readonly jump: JumpFigures | undefined;
  readonly table: readonly EvaluationRow[];
}

async function sinusoids(tasks: number, scale: number): Promise<Sinusoids> {
  console.log(`Mean squared error on ${tasks} fresh 5-shot tasks after ${STEPS.join(' / ')} steps, with 95 % confidence intervals`);
  const rows: SinusoidRow[] = [];
  const table: EvaluationRow[] = [];
  let jump: JumpFigures | undefined;
  const iterations = Math.ceil(70_000 * scale);
  const travel = { from: Math.floor(JUMP.from * scale), to: JUMP.to };
  for (const [index, { name, settings }] of RUNS.entries()) {
    const past = rememberAt(travel.to);
    const model = await trained({ ...settings, iterations }, index === 0 ? past.visit : undefined);
    const { loss, diverged } = await judged(model, { tasks, steps: 10 });
    const { seconds } = model;
    rows.push({ name, seed: settings.seed, seconds, ...loss, diverged });
    const published = PAPER[settings.algorithm];
    const end = `diverged ${diverged.length}   ${seconds.toFixed(0)} s${published === undefined ? '' : `   paper ${published}`}`;
    console.log(`  ${name.padEnd(24)} seed ${settings.seed}   ${withIntervals(loss, STEPS)}   ${end}`);
    if (index === 0) jump = measureJump(model.experiment, travel.from, travel.to, past.theta());
    if (settings.seed !== 1) continue;
    for (const shots of SHOTS) table.push(...evaluationRows(name, shots, await judged(model, { tasks: 600, steps: 10, shots })));
  }
  if (jump !== undefined) {
    const times = `${jump.median.toFixed(0)} ms (longest of 21: ${jump.longest.toFixed(0)} ms)`;
    console.log(
      `\nFrom iteration ${jump.from} back to ${jump.to}: ${times}, parameters ${jump.equal ? 'equal byte for byte' : 'NOT equal'}`,
    );
  }
  console.log(`\nTrained with 5 shots, judged with ${SHOTS.join(', ')} on 600 tasks\n${evaluationText(table)}`);
  return { rows, jump, table };
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      only: { type: 'string', default: PARTS.join() },
      quick: { type: 'boolean', default: false },
      tasks: { type: 'string', default: '10000' },
      json: { type: 'string' },
      csv: { type: 'string' },
    },
  });
  const wanted = values.only.split(',');
  const unknown = wanted.filter((part) => !PARTS.some((known) => known === part));
  if (unknown.length > 0) throw new Error(`There is no part ${unknown.join()}; there are ${PARTS.join()}.`);
  const scale = values.quick ? 1 / 30 : 1;
  const tasks = Math.ceil(Number(values.tasks) * scale);
  const sinusoid = wanted.includes('sinusoid') ? await sinusoids(tasks, scale) : undefined;
  const scores: Record<string, readonly ScoreRow[]> = {};
  for (const kind of ['symbols', 'navigation'] as const) if (wanted.includes(kind)) scores[kind] = await compareBaselines(kind, scale);
  if (values.json) await writeFile(values.json, JSON.stringify({ tasks, steps: STEPS, paper: PAPER, sinusoid, scores }, null, 2));
  if (values.csv) await writeFile(values.csv, evaluationCsv(sinusoid?.table ?? []));
}

main().catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
