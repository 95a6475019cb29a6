/** MAML and its baselines on tasks with a score: 5-way 3-shot symbols (accuracy) and 2-D navigation (return), each on the same seeds. */
import type { Summary } from '../../src/core/maml/evaluation';
import { evaluationTask } from '../../src/core/maml/evaluation';
import { PRESETS } from '../../src/core/maml/presets';
import { oracle } from '../../src/core/maml/tasks/references';
import { experimentOf, judged, trained, withIntervals, type Trained } from './training';

const STEPS = [0, 1, 2, 3] as const;
const SEEDS = [1, 2, 3] as const;
/** The baseline gets the best of these steps for fine-tuning, chosen on the very tasks that judge it: more than fair. */
const RATES = [0.01, 0.03, 0.1, 0.3, 1] as const;

export interface ScoreRow {
  readonly name: string;
  readonly seed: number;
  /** α in adapting. */
  readonly alpha: number;
  readonly seconds: number;
  readonly score: Summary;
}

const KINDS = {
  symbols: { given: PRESETS.symbols, tasks: 600, digits: 3, title: 'Accuracy on 5-way 3-shot symbols of unseen classes' },
  navigation: { given: PRESETS.navigation, tasks: 100, digits: 2, title: 'Return in 2-D navigation to unseen goals' },
} as const;
export type Kind = keyof typeof KINDS;

/** @param scale share of the usual iterations and tasks, for a quick look */
export async function compareBaselines(kind: Kind, scale: number): Promise<ScoreRow[]> {
  const { given, digits, title } = KINDS[kind];
  const tasks = Math.ceil(KINDS[kind].tasks * scale);
  console.log(`\n${title}, after ${STEPS.join(' / ')} steps: mean of ${tasks} tasks with 95 % confidence interval`);
  const usual = (await experimentOf(given)).settings.iterations;
  const rows: ScoreRow[] = [];
  const add = (row: ScoreRow) => {
    rows.push(row);
    const about = `seed ${row.seed}   α ${row.alpha}`.padEnd(18);
    console.log(`  ${row.name.padEnd(24)} ${about} ${withIntervals(row.score, STEPS, digits)}   ${row.seconds.toFixed(0)} s`);
  };
  for (const seed of SEEDS) {
    const settings = { ...given, seed, iterations: Math.ceil(usual * scale) };
    const maml = await trained({ ...settings, algorithm: 'maml' });
    const { score } = await judged(maml, { tasks, steps: 3 });
    add({ name: 'MAML', seed, alpha: maml.experiment.settings.alpha, seconds: maml.seconds, score: score! });
    add({ name: 'pretrained, fine-tuned', seed, ...(await best(await trained({ ...settings, algorithm: 'pretrain' }), tasks)) });
    add({ name: 'random initialisation', seed, ...(await best(await untrained(settings), tasks)) });
  }
  const { settings } = await experimentOf(given);
  const perfect = Array.from(
    { length: tasks },
    (_, i) => oracle(settings.family, evaluationTask(settings, i), settings.horizon).score ?? NaN,
  );
  console.log(`  ${'oracle'.padEnd(24)} ${(perfect.reduce((sum, value) => sum + value, 0) / tasks).toFixed(digits)}`);
  return rows;
}

async function untrained(settings: object): Promise<Trained> {
  const experiment = await experimentOf(settings);
  return { experiment, theta: experiment.run.thetaAfter(0), seconds: 0 };
}

/** Fine-tuned with the step that ends best. */
async function best(model: Trained, tasks: number): Promise<Pick<ScoreRow, 'alpha' | 'score' | 'seconds'>> {
  const tried: { readonly alpha: number; readonly score: Summary }[] = [];
  for (const alpha of RATES) {
    const { score } = await judged(model, { tasks, steps: 3, alpha });
    if (score !== null && Number.isFinite(score.mean[3])) tried.push({ alpha, score });
  }
  const winner = tried.reduce((a, b) => (b.score.mean[3]! > a.score.mean[3]! ? b : a));
  return { ...winner, seconds: model.seconds };
}
