// Evaluations as something to read or to take away: one flat table, as text, CSV or plain data for JSON.
import type { Evaluation, Summary } from './evaluation';

/** One line: a model at one number of examples K, after one number of steps. */
export interface EvaluationRow {
  readonly name: string;
  readonly shots: number;
  readonly steps: number;
  readonly quantity: string;
  readonly mean: number;
  readonly halfWidth: number;
  readonly median: number;
  readonly tasks: number;
  readonly diverged: number;
}

const COLUMNS = [
  'name',
  'shots',
  'steps',
  'quantity',
  'mean',
  'halfWidth',
  'median',
  'tasks',
  'diverged',
] as const satisfies readonly (keyof EvaluationRow)[];

export function evaluationRows(name: string, shots: number, { loss, score, tasks, diverged }: Evaluation): EvaluationRow[] {
  const rows = (quantity: string, { mean, halfWidth, median }: Summary): EvaluationRow[] =>
    mean.map((value, steps) => ({
      name,
      shots,
      steps,
      quantity,
      mean: value,
      halfWidth: halfWidth[steps]!,
      median: median[steps]!,
      tasks,
      diverged: diverged.length,
    }));
  return [...rows('loss', loss), ...(score === null ? [] : rows(score.name, score))];
}

/** RFC 4180: a field with a comma, a quote or a line break stands in quotes. */
const field = (value: string | number): string =>
  /[",\r\n]/.test(String(value)) ? `"${String(value).replaceAll('"', '""')}"` : String(value);

export function evaluationCsv(rows: readonly EvaluationRow[]): string {
  return [COLUMNS.join(','), ...rows.map((row) => COLUMNS.map((column) => field(row[column])).join(','))].join('\r\n') + '\r\n';
}

/** Three decimals, columns aligned. */
export function evaluationText(rows: readonly EvaluationRow[]): string {
  const show = (value: string | number): string =>
    typeof value === 'number' && !Number.isInteger(value) ? value.toFixed(3) : String(value);
  const cells = [COLUMNS.map(String), ...rows.map((row) => COLUMNS.map((column) => show(row[column])))];
  const widths = COLUMNS.map((_, i) => Math.max(...cells.map((line) => line[i]!.length)));
  return cells.map((line) => line.map((cell, i) => (i === 0 ? cell.padEnd(widths[i]!) : cell.padStart(widths[i]!))).join('  ')).join('\n');
}
