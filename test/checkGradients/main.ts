/**
 * `npm run check:gradients [-- --cases 40 --seed 1 --json <file>]`: compares all implementations of the meta-gradient on random small
 * problems and prints one line per problem. Ends with code 1 where a limit is exceeded.
 */
import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import type { CheckRow, Comparison } from '../../src/core/maml/machine/gradientCheck';
import { selfCheck, summariseChecks } from '../../src/core/maml/selfCheck';
import { loadTensorFlow } from '../../src/core/maml/tensor/loadTensorFlow';
import { builtKernel } from '../core/maml/machine/builtKernel';
import { drain } from '../../src/core/pieces';

const titles: Record<Comparison, string> = {
  finiteDifferences: 'float64 against central finite differences',
  kernel: 'float32 kernel against float64',
  nestedTensorFlow: 'float32 kernel against nested tf.grads',
  closedForm: 'quadratic bowls against their closed form',
};

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { cases: { type: 'string', default: '40' }, seed: { type: 'string', default: '1' }, json: { type: 'string' } },
  });
  const [seed, cases] = [Number(values.seed), Number(values.cases)];
  const rows = drain(selfCheck({ seed, cases, kernel: await builtKernel(), tensorFlow: await loadTensorFlow() }));
  const summary = summariseChecks(rows);
  for (const { comparison } of summary) print(comparison, rows);
  console.log('\nlargest relative error');
  for (const { comparison, problems, largest, limit, failed } of summary) {
    const figures = `${largest.toExponential(1)}  limit ${limit.toExponential(0)}  ${problems} problems, ${failed} failed`;
    console.log(`  ${titles[comparison].padEnd(46)} ${figures}`);
  }
  if (values.json) await writeFile(values.json, JSON.stringify({ seed, summary, rows }, undefined, 2));
  if (rows.some(({ passed }) => !passed)) process.exitCode = 1;
}

function print(comparison: Comparison, all: readonly CheckRow[]): void {
  console.log(`\n${titles[comparison]}`);
  for (const { passed, error, problem, compared, leftOut } of all.filter((row) => row.comparison === comparison)) {
    const { network, innerSteps, rows } = problem;
    const kinks = leftOut > 0 ? `, ${leftOut} next to a kink left out` : '';
    const what = `${network}, ${innerSteps} step${innerSteps > 1 ? 's' : ''}, ${rows.join(' + ')} rows`;
    console.log(`  ${passed ? '✓' : '✗'} ${error.toExponential(1)}  ${what} (${compared} parameters${kinks})`);
  }
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
