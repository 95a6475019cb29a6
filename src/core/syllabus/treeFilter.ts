// Which topics the tree shows: all of them, or those that a learner wants to see just now.
import type { Marks } from './marks';
import { withDescendants, type TreeNode } from './treeModel';

export const treeFilters = ['all', 'exam', 'unread', 'weak', 'flagged', 'new2026'] as const;
export type TreeFilter = (typeof treeFilters)[number];

export const isTreeFilter = (value: unknown): value is TreeFilter => treeFilters.some((filter) => filter === value);

/** One row for each filter: whether a page is shown. */
const rows: Readonly<Record<TreeFilter, (page: TreeNode, marks: Marks) => boolean>> = {
  all: () => true,
  exam: ({ topic }) => topic?.scope === 'exam',
  unread: ({ slug, page }, { readNotes }) => page?.hasNote === true && slug !== undefined && !readNotes.has(slug),
  weak: ({ slug }, { practice }) => slug !== undefined && practice.get(slug) === 'weak',
  flagged: ({ slug }, { flaggedNotes }) => slug !== undefined && flaggedNotes.has(slug),
  new2026: ({ topic }) => (topic?.new2026.length ?? 0) > 0,
};

/** Whether a node is shown: a page that passes, or anything above one. */
export const passes = (node: TreeNode, filter: TreeFilter, marks: Marks): boolean =>
  withDescendants(node).some((below) => below.kind === 'page' && rows[filter](below, marks));
