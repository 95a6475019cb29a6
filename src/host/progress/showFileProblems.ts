// Tells the learner, once and in a sentence, which files of the record could not be read and where they are now.
import * as vscode from 'vscode';
import type { FileProblem } from '../../core/progress/readFolder';
import { pathOf } from './pathOf';

/** What was wrong with a file, in the learner's language. */
function reason(damage: FileProblem['damage']): string {
  if (damage === 'newer') return vscode.l10n.t('written by a later version');
  switch (damage.kind) {
    case 'empty':
      return vscode.l10n.t('empty');
    case 'zeros':
      return vscode.l10n.t('nothing but zeros');
    case 'heading':
      return vscode.l10n.t('no heading of a record');
    case 'cut':
      return vscode.l10n.t('ends too early');
    case 'line':
      return vscode.l10n.t('line {0} is not an event', damage.line);
    case 'trouble':
      return vscode.l10n.t('could not be opened');
  }
}

const listOf = (problems: readonly FileProblem[]) => problems.map(({ file, damage }) => `${file} (${reason(damage)})`).join(', ');

function sentences(problems: readonly FileProblem[], folder: vscode.Uri): string[] {
  const newer = problems.filter(({ damage }) => damage === 'newer');
  const stayed = problems.filter(({ movedTo }) => movedTo === null);
  const damaged = problems.filter((problem) => !newer.includes(problem) && !stayed.includes(problem));
  const where = pathOf(folder);
  const result: string[] = [];
  if (damaged.length > 0)
    result.push(
      vscode.l10n.t(
        'Part of your learning record was damaged: {0}. It was set aside in {1}; everything that could be read was kept.',
        listOf(damaged),
        where,
      ),
    );
  if (newer.length > 0)
    result.push(
      vscode.l10n.t(
        'Part of your learning record was written by a later version: {0}. It is kept in {1} and counts again after an update.',
        listOf(newer),
        where,
      ),
    );
  if (stayed.length > 0)
    result.push(
      vscode.l10n.t('Part of your learning record could not be opened: {0}. It was left where it is; the rest was read.', listOf(stayed)),
    );
  return result;
}

export function showFileProblems(problems: readonly FileProblem[], folder: vscode.Uri, log: vscode.LogOutputChannel): void {
  for (const { file, error } of problems) if (error !== undefined) log.warn(`${file}: ${error}`);
  for (const sentence of sentences(problems, folder)) {
    log.warn(sentence);
    void vscode.window.showWarningMessage(sentence);
  }
}
