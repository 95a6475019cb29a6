// The tree's filter: one command for each, a context key for the menus, and memory of the last choice.
import * as vscode from 'vscode';
import { isTreeFilter, treeFilters, type TreeFilter } from '../../core/syllabus/treeFilter';
import type { SyllabusTree } from './syllabusTree';

const filterKey = 'eShikaku.filter';

const commands: Readonly<Record<TreeFilter, string>> = {
  all: 'eShikaku.showAll',
  exam: 'eShikaku.showExam',
  unread: 'eShikaku.showUnread',
  weak: 'eShikaku.showWeak',
  flagged: 'eShikaku.showFlagged',
  new2026: 'eShikaku.showNew',
};

/** Builds the tree with the filter that was chosen last, and registers the commands that choose another. */
export function registerTreeFilter(
  memory: vscode.Memento,
  subscriptions: vscode.Disposable[],
  build: (filter: TreeFilter) => SyllabusTree,
): SyllabusTree {
  const kept = memory.get<unknown>(filterKey);
  const filter = isTreeFilter(kept) ? kept : 'all';
  const tree = build(filter);
  const tell = (chosen: TreeFilter): void => void vscode.commands.executeCommand('setContext', filterKey, chosen);
  tell(filter);
  for (const chosen of treeFilters) {
    subscriptions.push(
      vscode.commands.registerCommand(commands[chosen], async () => {
        await memory.update(filterKey, chosen);
        tell(chosen);
        tree.filterBy(chosen);
      }),
    );
  }
  return tree;
}
