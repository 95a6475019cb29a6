// One sentence on what the lab is doing or has come to; where a run went wrong, at which iteration, why and what to change.
import type { LabView } from '../../protocol/maml';
import { significant } from '../shared/chart';
import { fill } from '../shared/words';
import { words } from './strings';

/** From this share of tasks on, a mean over the others would mislead. */
const MANY = 0.05;

/** The settings that would calm a run that blew up. */
function cure({ settings: { alpha, beta, outer } }: LabView): string {
  const lower = (value: number) => significant(value / 10);
  const gentleBeta = outer === 'adam' ? 0.003 : 0.1;
  if (beta > gentleBeta) return fill(words.cureBeta, significant(beta), lower(beta));
  return fill(words.cureAlpha, significant(alpha), lower(alpha));
}

const percent = (share: number): string => `${Math.round(100 * share)} %`;

/** What the unseen tasks are judged by, in words: the score that the family reports, else the loss. */
function judged(evaluation: LabView['evaluation']): {
  readonly text: string;
  readonly shown: (value: number) => string;
  readonly of: readonly number[];
} {
  const rows = {
    accuracy: { text: words.readyAccuracy, shown: percent },
    return: { text: words.readyReturn, shown: significant },
  };
  const score = evaluation?.score ?? null;
  return score === null
    ? { text: words.ready, shown: significant, of: evaluation?.loss.mean ?? [] }
    : { ...rows[score.name], of: score.mean };
}

function ready(lab: LabView): string {
  const { trained, evaluation, settings } = lab;
  const diverged = evaluation?.diverged.length ?? 0;
  const tasks = evaluation?.tasks ?? 0;
  if (diverged === tasks && tasks > 0)
    return fill(words.allTasksDiverged, trained, tasks, significant(settings.alpha), significant(settings.alpha / 10));
  const { text, shown, of } = judged(evaluation);
  const sentence = fill(text, trained, tasks, shown(of[0] ?? NaN), shown(of[1] ?? NaN));
  if (diverged < MANY * tasks || diverged === 0) return sentence;
  return `${sentence} ${fill(words.manyTasksDiverged, diverged, tasks, significant(settings.alpha), significant(settings.alpha / 10))}`;
}

const sentences: Record<LabView['status'], (lab: LabView) => string> = {
  idle: () => words.idle,
  debugging: () => words.debugging,
  training: ({ trained, settings, lossCurve }) =>
    fill(words.training, trained, settings.iterations, significant(lossCurve.metaLoss.at(-1) ?? NaN)),
  evaluating: () => words.evaluating,
  ready,
  cancelled: ({ trained }) => fill(words.cancelled, trained),
  diverged: (lab) => {
    const { iteration, metaLoss } = lab.divergence ?? { iteration: lab.trained, metaLoss: NaN };
    // Beyond every number, the loss arrives as none.
    const loss = Number.isFinite(metaLoss) ? significant(metaLoss) : '∞';
    return `${fill(words.diverged, iteration + 1, loss)} ${cure(lab)} ${words.divergedPictures}`;
  },
  failed: ({ problem }) => fill(words.failed, problem ?? ''),
};

export const statusSentence = (lab: LabView): string => sentences[lab.status](lab);

/** What a change of status is announced with: training as such, whose numbers the bar of progress carries. */
export const spokenSentence = (lab: LabView): string => (lab.status === 'training' ? words.trainingBegun : statusSentence(lab));
