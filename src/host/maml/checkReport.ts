// The self-check as a page to read: what was compared, how far apart the results are, and whether that is within the limits.
import type * as vscode from 'vscode';
import type { CheckRow, Comparison } from '../../core/maml/machine/gradientCheck';
import { summariseChecks } from '../../core/maml/selfCheck';

/** The part of the editor's interface that translates. */
type Translator = { readonly l10n: Pick<typeof vscode.l10n, 't'> };

export interface CheckReport {
  readonly seed: number;
  readonly rows: readonly CheckRow[];
  /** Whether the fused kernel took part. */
  readonly withKernel: boolean;
  readonly seconds: number;
}

const mark = (passed: boolean) => (passed ? '✓' : '✗');
const scientific = (value: number) => (value === 0 ? '0' : value.toExponential(1));

/** A table in Markdown; all but the first and last columns are figures. */
const table = (heads: readonly string[], rows: readonly (readonly string[])[]): string[] =>
  [heads, heads.map((_, i) => (i === 0 || i === heads.length - 1 ? '---' : '--:')), ...rows].map((cells) => `| ${cells.join(' | ')} |`);

/** Markdown, in the language of the editor. */
export function checkReport({ seed, rows, withKernel, seconds }: CheckReport, vscode: Translator): string {
  const trainer = withKernel ? vscode.l10n.t('fused kernel (float32)') : vscode.l10n.t('plain JavaScript (float64)');
  const titles: Readonly<Record<Comparison, string>> = {
    finiteDifferences: vscode.l10n.t('plain JavaScript (float64) against central finite differences'),
    kernel: vscode.l10n.t('fused kernel (float32) against plain JavaScript (float64)'),
    nestedTensorFlow: vscode.l10n.t('{0} against nested tf.grads of TensorFlow.js', trainer),
    closedForm: vscode.l10n.t('quadratic bowls against their closed form'),
  };
  const summary = summariseChecks(rows);
  const failed = summary.reduce((sum, row) => sum + row.failed, 0);
  const verdict =
    failed === 0
      ? vscode.l10n.t('All {0} comparisons are within their limits.', rows.length)
      : vscode.l10n.t('{0} of {1} comparisons exceed their limit.', failed, rows.length);
  const missing = vscode.l10n.t('This host has no WebAssembly SIMD: plain JavaScript trains here, and there is no kernel to compare.');
  const details = summary.flatMap(({ comparison }) => [
    '',
    `## ${titles[comparison]}`,
    '',
    ...detailsOf(
      rows.filter((row) => row.comparison === comparison),
      vscode,
    ),
  ]);
  return [
    `# ${vscode.l10n.t('Are the meta-gradients right?')}`,
    '',
    vscode.l10n.t(
      'Implementations that share no code compute the same meta-gradient on random small problems. The error is ‖difference‖ / ‖reference‖.',
    ),
    ...(withKernel ? [] : ['', missing]),
    '',
    `**${mark(failed === 0)} ${verdict}** ${vscode.l10n.t('Seed {0}, {1} s. Each run draws other problems.', seed, seconds.toFixed(1))}`,
    '',
    ...table(
      ['', vscode.l10n.t('Largest error'), vscode.l10n.t('Limit'), vscode.l10n.t('Problems'), vscode.l10n.t('What is compared')],
      summary.map(({ comparison, problems, largest, limit, failed: wrong }) => [
        mark(wrong === 0),
        scientific(largest),
        limit.toExponential(0),
        String(problems),
        titles[comparison],
      ]),
    ),
    ...details,
    '',
  ].join('\n');
}

function detailsOf(rows: readonly CheckRow[], vscode: Translator): string[] {
  const heads = [
    '',
    vscode.l10n.t('Error'),
    vscode.l10n.t('Inner steps'),
    vscode.l10n.t('Support + query'),
    vscode.l10n.t('Parameters compared'),
    vscode.l10n.t('Network and loss'),
  ];
  return table(
    heads,
    rows.map(({ passed, error, problem, compared, leftOut }) => [
      mark(passed),
      scientific(error),
      String(problem.innerSteps),
      problem.rows.join(' + '),
      leftOut === 0 ? String(compared) : vscode.l10n.t('{0} (not {1} beside a kink of ReLU)', compared, leftOut),
      problem.network,
    ]),
  );
}
