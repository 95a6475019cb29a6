// The index of terms as a quick pick: by Japanese, reading, English or abbreviation, each with its definition.
import * as vscode from 'vscode';
import { rowOf, type TermEntry } from '../../core/syllabus/termIndex';
import type { FoundPlace } from './searchNotes';

interface TermItem extends vscode.QuickPickItem {
  readonly place: FoundPlace | undefined;
}

/** Where the chosen term is defined; undefined when the learner thinks better of it. */
export async function chooseTerm(terms: readonly TermEntry[]): Promise<FoundPlace | undefined> {
  const items: TermItem[] = [];
  let row = '';
  for (const { ja, reading, en, abbr, slug, anchor, title, definition, new2026 } of terms) {
    if (rowOf(reading) !== row) items.push({ label: rowOf(reading), kind: vscode.QuickPickItemKind.Separator, place: undefined });
    row = rowOf(reading);
    const added = new2026 === true ? [vscode.l10n.t('new in 2026')] : [];
    items.push({
      label: ja,
      description: [reading, abbr === undefined ? en : `${en} (${abbr})`, title, ...added].join(' · '),
      detail: definition,
      place: { slug, anchor },
    });
  }
  const options = { placeHolder: vscode.l10n.t('{0} terms: type a word, its reading or English', terms.length), matchOnDescription: true };
  return (await vscode.window.showQuickPick(items, options))?.place;
}
