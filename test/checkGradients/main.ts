/**
 * `npm run check:gradients [-- --cases 40 --seed 1 --json <file>]`: compares all implementations of the meta-gradient on random small
 * problems and prints one line per problem. Ends with code 1 where a limit is exceeded.
 */
import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { randomCases } from '../../src/core/maml/machine/checkCases';
import {
  checkBowls,
  checkFiniteDifferences,
  checkKernel,
  checkLimits,
  type CheckRow,
  type Comparison,
} from '../../src/core/maml/machine/gradientCheck';
import { createKernelMachine } from '../../src/core/maml/machine/kernelMachine';
import { loadTensorFlow } from '../../src/core/maml/tensor/loadTensorFlow';
import { checkNested } from '../../src/core/maml/tensor/nestedCheck';
import { builtKernel } from '../core/maml/machine/builtKernel';

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
  const [kernel, tf] = [await builtKernel(), await loadTensorFlow()];
  const cases = randomCases(Number(values.seed), Number(values.cases));
  const rows: CheckRow[] = [
    ...cases.map(checkFiniteDifferences),
    ...cases.map((problem) => checkKernel(kernel, problem)),
    ...cases.map((problem) => checkNested(tf, createKernelMachine(kernel, problem.spec), problem)),
    ...checkBowls(),
  ];
  const summary = comparisons().map((comparison) => summarise(comparison, rows));
  for (const { comparison } of summary) print(comparison, rows);
  console.log('\nlargest relative error');
  for (const { title, problems, largest, limit, failed } of summary) {
    console.log(
      `  ${title.padEnd(46)} ${largest.toExponential(1)}  limit ${limit.toExponential(0)}  ${problems} problems, ${failed} failed`,
    );
  }
  if (values.json) await writeFile(values.json, JSON.stringify({ seed: Number(values.seed), summary, rows }, undefined, 2));
  if (rows.some(({ passed }) => !passed)) process.exitCode = 1;
}

function comparisons(): Comparison[] {
  return (['finiteDifferences', 'kernel', 'nestedTensorFlow', 'closedForm'] as const).slice();
}

function summarise(comparison: Comparison, all: readonly CheckRow[]) {
  const rows = all.filter((row) => row.comparison === comparison);
  return {
    comparison,
    title: titles[comparison],
    problems: rows.length,
    largest: Math.max(...rows.map(({ error }) => error)),
    limit: checkLimits[comparison],
    failed: rows.filter(({ passed }) => !passed).length,
  };
}

function print(comparison: Comparison, rows: readonly CheckRow[]): void {
  console.log(`\n${titles[comparison]}`);
  for (const row of rows.filter((candidate) => candidate.comparison === comparison)) {
    const kinks = row.leftOut > 0 ? `, ${row.leftOut} next to a kink left out` : '';
    console.log(`  ${row.passed ? '✓' : '✗'} ${row.error.toExponential(1)}  ${row.problem} (${row.compared} parameters${kinks})`);
  }
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
