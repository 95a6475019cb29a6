// The search as a quick pick: notes, terms, sections and questions as one types, best first, each with the line that matches.
import * as vscode from 'vscode';
import type { SearchHit } from '../../core/syllabus/search';
import type { SearchKind } from '../../core/syllabus/searchFile';
import type { Content } from './contentLoader';

export interface FoundPlace {
  readonly slug: string;
  readonly anchor: string;
}

interface FoundItem extends vscode.QuickPickItem {
  readonly place: FoundPlace | undefined;
}

const icons: Readonly<Record<SearchKind, string>> = { note: 'book', term: 'symbol-keyword', section: 'list-tree', question: 'question' };

const kindWord = (kind: SearchKind): string =>
  ({
    note: vscode.l10n.t('note'),
    term: vscode.l10n.t('term'),
    section: vscode.l10n.t('section'),
    question: vscode.l10n.t('question'),
  })[kind];

function itemOf({ document, line }: SearchHit): FoundItem {
  const { kind, slug, anchor, title, names, context } = document;
  const beside = [kind === 'note' ? (names[0] ?? '') : context, ...(kind === 'term' ? names : [])].filter((text) => text !== '');
  return {
    label: `$(${icons[kind]}) ${title}`,
    description: [kindWord(kind), ...beside].join(' · '),
    detail: line,
    // What is listed has been found already: VS Code's own filter would hide readings and half-width kana.
    alwaysShow: true,
    place: { slug, anchor },
  };
}

/**
 * Asks what to look for, beginning with `query`.
 * @returns the chosen place; undefined when the learner thinks better of it
 */
export async function searchNotes(content: Content, query = ''): Promise<FoundPlace | undefined> {
  const pick = vscode.window.createQuickPick<FoundItem>();
  pick.placeholder = vscode.l10n.t('Search notes, terms and questions (Japanese, reading or English)');
  // Best first, as the search has them: by itself the editor sorts by label (microsoft/vscode#73904).
  Object.assign(pick, { sortByLabel: false });
  pick.busy = true;
  try {
    return await new Promise((resolve, reject) => {
      const search = content.search();
      const show = async (value: string): Promise<void> => {
        const hits = (await search).find(value);
        if (value !== pick.value) return;
        const nothing = { label: vscode.l10n.t('Nothing was found for “{0}”.', value), alwaysShow: true, place: undefined };
        pick.items = hits.length > 0 || value.trim() === '' ? hits.map(itemOf) : [nothing];
      };
      const look = (value: string): void => void show(value).catch(reject);
      pick.onDidChangeValue(look);
      pick.onDidAccept(() => {
        const place = pick.selectedItems[0]?.place;
        if (place !== undefined) resolve(place);
      });
      pick.onDidHide(() => resolve(undefined));
      pick.value = query;
      pick.show();
      search.then(() => (pick.busy = false), reject);
      look(query);
    });
  } finally {
    pick.dispose();
  }
}
