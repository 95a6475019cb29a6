/** The exported PyTorch scripts against the lab: trained alike from several seeds, do their evaluations agree? */
import { pythonFileName, pythonScript } from '../../src/core/maml/export/pythonScript';
import { decodeSettings } from '../../src/core/maml/settings';
import { drain } from '../../src/core/pieces';
import { findTorch, runScript, withScripts } from '../core/maml/python';
import { trained } from '../reproduce/training';

/** Short trainings; where evaluation is costly, fewer tasks. */
const RUNS = [
  ...(['maml', 'fomaml', 'reptile', 'anil', 'metaSgd', 'pretrain'] as const).map((algorithm) => ({
    given: { family: 'sinusoid', algorithm, iterations: 600, metaBatch: 10 },
    tasks: 200,
  })),
  { given: { family: 'bowls', algorithm: 'maml', iterations: 100, beta: 0.02 }, tasks: 200 },
  { given: { family: 'symbols', algorithm: 'maml', iterations: 40 }, tasks: 50 },
  { given: { family: 'navigation', algorithm: 'maml', iterations: 3, metaBatch: 10 }, tasks: 20 },
];
const SEEDS = [1, 2, 3, 4, 5, 6];
/** Of Student's t with SEEDS.length − 1 degrees of freedom, 97.5 %. */
const T = 2.571;
/** Steps of adaptation whose losses are compared. */
const STEPS = [0, 1, 5] as const;

interface Spread {
  readonly mean: number;
  /** Variance of the mean over seeds. */
  readonly variance: number;
}

interface Agreement {
  readonly name: string;
  readonly steps: number;
  readonly lab: Spread;
  readonly script: Spread;
  /** Half the width of the 95 % interval of the difference. */
  readonly within: number;
  readonly agrees: boolean;
}

function spread(values: readonly number[]): Spread {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return { mean, variance: squares / (values.length - 1) / values.length };
}

const told = ({ mean, variance }: Spread) => `${mean.toPrecision(3)} ± ${(T * Math.sqrt(variance)).toPrecision(2)}`.padStart(18);

/** Losses after `STEPS` steps, seed by seed. */
async function compared({ given, tasks }: (typeof RUNS)[number], torch: string): Promise<Agreement[]> {
  const [lab, script]: [(readonly number[])[], (readonly number[])[]] = [[], []];
  for (const seed of SEEDS) {
    const { experiment, theta } = await trained({ ...given, seed });
    lab.push(drain(experiment.evaluate(theta, tasks)).loss.mean);
  }
  const settings = decodeSettings(given);
  const name = pythonFileName(settings);
  withScripts({ [name]: pythonScript(settings)! }, (pathOf) => {
    for (const seed of SEEDS) script.push(runScript(torch, pathOf(name), ['--tasks', String(tasks), '--seed', String(seed)]).mean);
  });
  return STEPS.map((steps) => {
    const [ours, theirs] = [spread(lab.map((losses) => losses[steps]!)), spread(script.map((losses) => losses[steps]!))];
    const within = T * Math.sqrt(ours.variance + theirs.variance);
    return { name, steps, lab: ours, script: theirs, within, agrees: Math.abs(ours.mean - theirs.mean) <= within };
  });
}

export async function benchScripts(): Promise<Agreement[]> {
  const torch = findTorch();
  console.log(
    `\nLoss on unseen tasks after training from ${SEEDS.length} seeds: the lab, the exported script, both with 95 % intervals over seeds`,
  );
  if (torch === undefined) {
    console.log('  not measured: no python3 with torch was found (Debian: apt-get install python3-torch)');
    return [];
  }
  const all: Agreement[] = [];
  for (const run of RUNS) {
    for (const row of await compared(run, torch)) {
      const { name, steps, lab, script, agrees } = row;
      const verdict = agrees ? 'agree' : 'DIFFER';
      console.log(`  ${name.padEnd(22)} ${steps} steps ${told(lab)} ${told(script)}   ${verdict}`);
      all.push(row);
    }
  }
  return all;
}
