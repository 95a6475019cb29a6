// The ways of practising as items to choose from, each with how much it would ask now.
import * as vscode from 'vscode';
import { selectQuestions, type SelfChosenMode, type Situation } from '../../core/quiz/selection';
import { modeTitle } from './quizContent';

export interface ModeItem extends vscode.QuickPickItem {
  readonly choice: { readonly mode: SelfChosenMode };
}

interface Row {
  readonly mode: SelfChosenMode;
  readonly icon: string;
  readonly detail?: () => string;
}

/** In the order in which they are offered. */
const rows: readonly Row[] = [
  { mode: 'due', icon: 'history' },
  { mode: 'quick', icon: 'watch' },
  { mode: 'mixed', icon: 'list-unordered' },
  { mode: 'missed', icon: 'debug-restart' },
  { mode: 'weakest', icon: 'graph-line' },
  { mode: 'cram', icon: 'flame', detail: () => vscode.l10n.t('leaves the review schedule as it is') },
];

export const countOf = (count: number): string => (count === 1 ? vscode.l10n.t('1 question') : vscode.l10n.t('{0} questions', count));

function descriptionOf({ mode, detail }: Row, count: number, { plan }: Situation): string {
  if (mode === 'due' && count > 0) return vscode.l10n.t('{0} to review, {1} new', plan.due.length, plan.fresh.length);
  return detail ? `${countOf(count)}, ${detail()}` : countOf(count);
}

/** Ways that have nothing to ask now are left out. */
export function modeItems(situation: Situation): ModeItem[] {
  return rows.flatMap((row) => {
    const count = selectQuestions(row.mode, situation).length;
    if (count === 0) return [];
    const label = `$(${row.icon}) ${modeTitle(row.mode)}`;
    return [{ label, description: descriptionOf(row, count, situation), choice: { mode: row.mode } }];
  });
}
