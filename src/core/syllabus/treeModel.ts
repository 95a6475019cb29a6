// The syllabus as a tree: what stands where, how far it has been read, and the words for it. No view in here.
import type { ContentIndex, Leaf, Topic } from './contentIndex';
import type { Marks, Practice } from './marks';

export type NodeKind = 'area' | 'item' | 'chapter' | 'page';
export type ReadingState = 'planned' | 'unread' | 'partly' | 'read';

/** A node of the tree; one object for its whole life, so that views may compare by identity. */
export interface TreeNode {
  /** Unique in the tree: a topic of two items stands in both. */
  readonly id: string;
  readonly kind: NodeKind;
  /** Of a page or a chapter. */
  readonly slug: string | undefined;
  readonly label: string;
  readonly parent: TreeNode | undefined;
  readonly children: readonly TreeNode[];
  readonly topic: Topic | undefined;
  readonly page: Leaf | undefined;
}

/** How much of a node there is to read, and how much has been read. */
export interface Reading {
  readonly state: ReadingState;
  readonly read: number;
  readonly written: number;
}

/** The words that a node is described with; `{0}`, `{1}` stand for what is filled in. */
export interface TreeWords {
  readonly planned: string;
  readonly plannedLong: string;
  readonly optional: string;
  readonly optionalLong: string;
  readonly partlyOptional: string;
  readonly unread: string;
  readonly flagged: string;
  readonly read: string;
  readonly opened: string;
  readonly weak: string;
  readonly mastered: string;
  readonly progress: string;
  readonly questions: string;
  readonly newWords: string;
}

/** The roots of the tree. */
export function buildTree(index: ContentIndex): readonly TreeNode[] {
  const node = (given: Omit<TreeNode, 'children'>, fill: (parent: TreeNode) => TreeNode[]): TreeNode => {
    const children: TreeNode[] = [];
    const made = { ...given, children };
    children.push(...fill(made));
    return made;
  };
  const page = (leaf: Leaf, topic: Topic, parent: TreeNode): TreeNode =>
    node({ id: `${parent.id}/${leaf.slug}`, kind: 'page', slug: leaf.slug, label: leaf.title, parent, topic, page: leaf }, () => []);
  const chapter = (topic: Topic, parent: TreeNode): TreeNode =>
    node(
      { id: `${parent.id}/${topic.slug}`, kind: 'chapter', slug: topic.slug, label: topic.title, parent, topic, page: undefined },
      (self) => topic.chapter.map((leaf) => page(leaf, topic, self)),
    );
  return index.areas.map((area) =>
    node(
      {
        id: area.ref,
        kind: 'area',
        slug: undefined,
        label: `${area.ref}. ${area.title}`,
        parent: undefined,
        topic: undefined,
        page: undefined,
      },
      (self) =>
        area.items.map((item) =>
          node(
            {
              id: item.ref,
              kind: 'item',
              slug: undefined,
              label: `${item.ref.replace(/^.*\./, '')} ${item.title}`,
              parent: self,
              topic: undefined,
              page: undefined,
            },
            (inner) => item.topics.map((topic) => (topic.chapter.length > 0 ? chapter(topic, inner) : page(topic, topic, inner))),
          ),
        ),
    ),
  );
}

/** A node and everything below it, parents first. */
export const withDescendants = (node: TreeNode): TreeNode[] => [node, ...node.children.flatMap(withDescendants)];

/** Every node that shows `slug`, with the nodes above it: those that change when it is read. */
export function nodesShowing(roots: readonly TreeNode[], slug: string): TreeNode[] {
  const found = new Set<TreeNode>();
  for (const node of roots.flatMap(withDescendants)) {
    if (node.slug !== slug) continue;
    for (let at: TreeNode | undefined = node; at !== undefined; at = at.parent) found.add(at);
  }
  return [...found];
}

export function readingOf(node: TreeNode, readNotes: ReadonlySet<string>): Reading {
  const slugs = new Set(withDescendants(node).flatMap(({ page }) => (page?.hasNote === true ? [page.slug] : [])));
  const read = [...slugs].filter((slug) => readNotes.has(slug)).length;
  const state = slugs.size === 0 ? 'planned' : read === slugs.size ? 'read' : read > 0 ? 'partly' : 'unread';
  return { state, read, written: slugs.size };
}

/** Fills `{0}`, `{1}` in a word. */
const fill = (word: string, ...values: readonly (string | number)[]): string =>
  values.reduce<string>((text, value, index) => text.replace(`{${index}}`, String(value)), word);

const isLeaf = (node: TreeNode): boolean => node.kind === 'page';

function scopeWords({ topic, kind }: TreeNode, words: TreeWords, long: boolean): string[] {
  if (topic === undefined || (kind !== 'page' && kind !== 'chapter')) return [];
  if (topic.scope === 'optional') return [long ? words.optionalLong : words.optional];
  return long && topic.optionalPart !== undefined ? [fill(words.partlyOptional, topic.optionalPart)] : [];
}

const isFlagged = ({ kind, slug }: TreeNode, { flaggedNotes }: Marks): boolean =>
  kind === 'page' && slug !== undefined && flaggedNotes.has(slug);

/** The one state of a page that its icon shows: how the questions went says more than that the note was read. */
export type PageState = 'planned' | 'unread' | 'opened' | 'read' | 'weak' | 'mastered';

const ofPractice: Readonly<Record<Practice, PageState | undefined>> = {
  none: undefined,
  some: undefined,
  weak: 'weak',
  mastered: 'mastered',
};

export function pageState({ page }: TreeNode, marks: Marks): PageState {
  if (page?.hasNote !== true) return 'planned';
  const practised = ofPractice[marks.practice.get(page.slug) ?? 'none'];
  if (practised !== undefined) return practised;
  return marks.readNotes.has(page.slug) ? 'read' : marks.openedNotes.has(page.slug) ? 'opened' : 'unread';
}

/** What is said of a page's reading, whatever its questions say. */
function readingWord({ slug }: TreeNode, { readNotes, openedNotes }: Marks, words: TreeWords): string {
  if (slug !== undefined && readNotes.has(slug)) return words.read;
  return slug !== undefined && openedNotes.has(slug) ? words.opened : words.unread;
}

function practiceWords(node: TreeNode, marks: Marks, words: TreeWords): string[] {
  const state = isLeaf(node) ? pageState(node, marks) : undefined;
  return state === 'weak' ? [words.weak] : state === 'mastered' ? [words.mastered] : [];
}

/** The short text beside the label. */
export function describe(node: TreeNode, marks: Marks, words: TreeWords): string {
  const { state, read, written } = readingOf(node, marks.readNotes);
  const progress = state === 'planned' ? [words.planned] : isLeaf(node) ? [] : [`${read}/${written}`];
  return [
    ...(isFlagged(node, marks) ? [words.flagged] : []),
    ...practiceWords(node, marks, words),
    ...scopeWords(node, words, false),
    ...progress,
  ].join(' · ');
}

/** Everything about a node as one sentence for a screen reader; also the tooltip's facts. */
export function facts(node: TreeNode, marks: Marks, words: TreeWords): string[] {
  const { state, read, written } = readingOf(node, marks.readNotes);
  const reading =
    state === 'planned' ? words.plannedLong : isLeaf(node) ? readingWord(node, marks, words) : fill(words.progress, read, written);
  const questions = node.page?.questions ?? (node.kind === 'chapter' ? (node.topic?.questions ?? 0) : 0);
  const added = isLeaf(node) || node.kind === 'chapter' ? (node.topic?.new2026 ?? []) : [];
  return [
    reading,
    ...practiceWords(node, marks, words),
    ...(isFlagged(node, marks) ? [words.flagged] : []),
    ...scopeWords(node, words, true),
    ...(questions > 0 ? [fill(words.questions, questions)] : []),
    ...(added.length > 0 ? [fill(words.newWords, added.join(', '))] : []),
  ];
}
