// A run as files to take away: everything in one JSON document, the evaluation and the meta-loss as CSV.
import type { Evaluation } from '../evaluation';
import { evaluationCsv, evaluationRows } from '../evaluationTable';
import type { Settings } from '../settings';

/** What of a run is written out. */
export interface FinishedRun {
  readonly settings: Settings;
  /** Outer iterations trained; fewer than `settings.iterations` when the run was stopped or blew up. */
  readonly trained: number;
  /** (1/T) Σ_i L_q(φ_i) of every iteration, from the first. */
  readonly metaLoss: readonly number[];
  readonly evaluation: Evaluation;
  /** Of the extension. */
  readonly version: string;
  /** float32 in the fused kernel, float64 in plain JavaScript. */
  readonly precision: string;
  /** Opens the same experiment. */
  readonly link: string;
}

/** Version of the JSON document; raised when a field changes its meaning or goes away. */
export const RUN_VERSION = 1;

/**
 * The JSON document:
 * `format`, `version` — 'eShikaku.mamlRun' and 1;
 * `extension`, `precision`, `link` — what computed it, in which arithmetic, and how to open it again;
 * `settings` — all settings by name: with the same extension they give the same numbers;
 * `trained`, `metaLoss` — iterations done and the mean query loss of each, the first iteration first;
 * `evaluation` — `tasks` unseen tasks, of which those numbered in `diverged` are left out of the means, and for `loss` (and `score`, with
 * its `name`) `mean`, `halfWidth` (1.96 σ/√n: half the 95 % confidence interval) and `median` after 0, 1, 2, … inner steps.
 * A number that is not finite is null.
 */
export function runJson({ settings, trained, metaLoss, evaluation, version, precision, link }: FinishedRun): string {
  const document = {
    format: 'eShikaku.mamlRun',
    version: RUN_VERSION,
    extension: version,
    precision,
    link,
    settings,
    trained,
    evaluation,
    metaLoss,
  };
  return JSON.stringify(document, null, 1) + '\n';
}

/** One line for each number of steps, with its interval (RFC 4180). */
export const runEvaluationCsv = ({ settings, evaluation }: FinishedRun): string =>
  evaluationCsv(evaluationRows(settings.algorithm, settings.shots, evaluation));

/** One line for each outer iteration, counted from 1 (RFC 4180). */
export const runMetaLossCsv = ({ metaLoss }: FinishedRun): string =>
  ['iteration,metaLoss', ...metaLoss.map((loss, index) => `${index + 1},${loss}`)].join('\r\n') + '\r\n';

/** Start of the name of every file of a run: what distinguishes it from the others of an evening. */
export const runFileName = ({ family, algorithm, seed }: Settings): string => `${algorithm}-${family}-seed${seed}`;
