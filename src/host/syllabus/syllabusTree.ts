// The tree of the syllabus in the side bar: areas, items, topics, each with how far it has been read.
import * as vscode from 'vscode';
import {
  buildTree,
  describe,
  facts,
  nodesShowing,
  pageState,
  withDescendants,
  type PageState,
  type TreeNode,
  type TreeWords,
} from '../../core/syllabus/treeModel';
import { noMarks, practiceByTopic, type Marks } from '../../core/syllabus/marks';
import { passes, type TreeFilter } from '../../core/syllabus/treeFilter';
import type { RecordStore } from '../../core/progress/recordStore';
import type { Content } from './contentLoader';

export const syllabusViewId = 'eShikaku.syllabus';
const openedKey = 'eShikaku.openedNotes';

/** Whether what a filter shows changes with the record. */
const followsRecord: Readonly<Record<TreeFilter, boolean>> = {
  all: false,
  exam: false,
  unread: true,
  weak: true,
  flagged: true,
  new2026: false,
};

const words = (): TreeWords => ({
  planned: vscode.l10n.t('in preparation'),
  plannedLong: vscode.l10n.t('The note is in preparation'),
  optional: vscode.l10n.t('optional'),
  optionalLong: vscode.l10n.t('Optional: not asked in the exam'),
  partlyOptional: vscode.l10n.t('Optional in part: {0}'),
  unread: vscode.l10n.t('unread'),
  flagged: vscode.l10n.t('flagged'),
  read: vscode.l10n.t('read'),
  opened: vscode.l10n.t('opened, not read to the end'),
  weak: vscode.l10n.t('weak in quizzes'),
  mastered: vscode.l10n.t('mastered'),
  progress: vscode.l10n.t('{0} of {1} notes read'),
  questions: vscode.l10n.t('{0} questions'),
  newWords: vscode.l10n.t('New in 2026: {0}'),
});

/** Shape first, colour second. */
const icons: Readonly<Record<PageState, readonly [icon: string, color?: string]>> = {
  planned: ['circle-slash', 'disabledForeground'],
  unread: ['book'],
  opened: ['bookmark', 'charts.blue'],
  read: ['pass', 'charts.green'],
  weak: ['flame', 'list.warningForeground'],
  mastered: ['pass-filled', 'charts.green'],
};

function iconOf(node: TreeNode, marks: Marks): vscode.ThemeIcon | undefined {
  if (node.kind === 'chapter') return new vscode.ThemeIcon('library');
  if (node.kind !== 'page') return undefined;
  const [icon, color] = icons[pageState(node, marks)];
  return new vscode.ThemeIcon(icon, color === undefined ? undefined : new vscode.ThemeColor(color));
}

function tooltipOf(node: TreeNode, lines: readonly string[], index: { readonly syllabus: string }): vscode.MarkdownString {
  const tip = new vscode.MarkdownString();
  const page = node.page ?? node.topic;
  tip.appendMarkdown('**').appendText(node.label).appendMarkdown('**');
  if (page !== undefined) tip.appendMarkdown('  \n').appendText(page.titleEn);
  if (page !== undefined && page.summary !== '') tip.appendMarkdown('\n\n').appendText(page.summary);
  if (node.topic !== undefined)
    tip.appendMarkdown('\n\n').appendText(`${vscode.l10n.t('Syllabus {0}', index.syllabus)}: ${node.topic.refs.join(', ')}`);
  for (const line of lines) tip.appendMarkdown('\n\n').appendText(line);
  return tip;
}

/** Words that menus ask for with `viewItem =~ /quiz/`. */
function contextOf(node: TreeNode, { flaggedNotes }: Marks): string {
  const mark = node.kind === 'page' && (flaggedNotes.has(node.slug ?? '') ? 'flagged' : 'unflagged');
  return [node.kind, node.page?.hasNote === true && 'note', (node.page?.questions ?? 0) > 0 && 'quiz', mark].filter(Boolean).join(' ');
}

/** How often the tree is told to select a note, and how long it is left to settle after each, in milliseconds. */
const REVEALS = 3;
const SETTLED = 400;

export class SyllabusTree implements vscode.TreeDataProvider<TreeNode>, vscode.Disposable {
  readonly #content: Content;
  readonly #record: RecordStore;
  readonly #changed = new vscode.EventEmitter<TreeNode | undefined>();
  readonly #view: vscode.TreeView<TreeNode>;
  readonly #disposables: vscode.Disposable[];
  readonly onDidChangeTreeData = this.#changed.event;
  #roots: readonly TreeNode[] = [];
  #syllabus = '';
  readonly #memory: vscode.Memento;
  /** What the tree shows now. */
  #marks: Marks = noMarks;
  /** Questions of each page. */
  #totals: ReadonlyMap<string, number> = new Map();
  #filter: TreeFilter;
  /** How much of everything has been read, in words. */
  #progress = '';
  #onShow: string | undefined;

  constructor(content: Content, record: RecordStore, memory: vscode.Memento, filter: TreeFilter = 'all') {
    this.#content = content;
    this.#record = record;
    this.#memory = memory;
    this.#filter = filter;
    this.#view = vscode.window.createTreeView(syllabusViewId, { treeDataProvider: this, showCollapseAll: true });
    const visible = this.#view.onDidChangeVisibility(() => void this.#reveal());
    this.#disposables = [this.#view, this.#changed, visible, record.onDidChange(() => this.#refresh())];
  }

  dispose(): void {
    for (const disposable of this.#disposables) disposable.dispose();
  }

  async getChildren(node?: TreeNode): Promise<TreeNode[]> {
    if (node === undefined) await this.#load();
    const shown = (node === undefined ? this.#roots : node.children).filter((child) => passes(child, this.#filter, this.#marks));
    if (node === undefined) this.#announce(shown.length === 0);
    return shown;
  }

  getParent(node: TreeNode): TreeNode | undefined {
    return node.parent;
  }

  getTreeItem(node: TreeNode): vscode.TreeItem {
    const { None, Collapsed, Expanded } = vscode.TreeItemCollapsibleState;
    const lines = facts(node, this.#marks, words());
    const item = new vscode.TreeItem(node.label, node.children.length === 0 ? None : node.kind === 'area' ? Expanded : Collapsed);
    item.id = node.id;
    item.description = describe(node, this.#marks, words());
    item.tooltip = tooltipOf(node, lines, { syllabus: this.#syllabus });
    item.contextValue = contextOf(node, this.#marks);
    item.accessibilityInformation = { label: [node.label, ...lines].join(', ') };
    const icon = iconOf(node, this.#marks);
    if (icon !== undefined) item.iconPath = icon;
    if (node.kind === 'page') item.command = { command: 'eShikaku.openNote', title: vscode.l10n.t('Open note'), arguments: [node.slug] };
    return item;
  }

  /** Selects the note that the reader shows, where the tree can be seen. */
  async show(slug: string): Promise<void> {
    this.#onShow = slug;
    const opened = this.#memory.get<readonly string[]>(openedKey) ?? [];
    if (!opened.includes(slug)) {
      await this.#memory.update(openedKey, [...opened, slug]);
      this.#refresh();
    }
    await this.#reveal();
  }

  showBadge(count: number, tooltip: string): void {
    this.#view.badge = count === 0 ? undefined : { value: count, tooltip };
  }

  /** Shows only what passes `filter`. */
  filterBy(filter: TreeFilter): void {
    this.#filter = filter;
    this.#changed.fire(undefined);
  }

  /** Says above the tree how much has been read, or that not everything is shown. */
  #announce(isEmpty: boolean): void {
    const shown = {
      all: this.#progress,
      exam: vscode.l10n.t('Shown: what the exam asks'),
      unread: vscode.l10n.t('Shown: unread notes'),
      weak: vscode.l10n.t('Shown: topics that are weak in quizzes'),
      flagged: vscode.l10n.t('Shown: flagged topics'),
      new2026: vscode.l10n.t('Shown: topics with words new in 2026'),
    }[this.#filter];
    this.#view.message = isEmpty && this.#filter !== 'all' ? `${shown} (${vscode.l10n.t('none')})` : shown;
  }

  /** Loads the outline once, and the record with it. */
  async #load(): Promise<void> {
    if (this.#roots.length > 0) return;
    const index = await this.#content.index();
    await this.#record.ready().catch(() => undefined);
    this.#syllabus = index.syllabus;
    this.#roots = buildTree(index);
    const pages = this.#roots.flatMap(withDescendants).flatMap(({ page }) => page ?? []);
    this.#totals = new Map(pages.map(({ slug, questions }) => [slug, questions]));
    this.#marks = this.#read();
    this.#summarise();
  }

  #find(slug: string): TreeNode | undefined {
    return this.#roots.flatMap(withDescendants).find((node) => node.kind === 'page' && node.slug === slug);
  }

  /** A tree that is just being drawn again loses what it is told to select: it is told once more, unless the learner has moved on. */
  async #reveal(): Promise<void> {
    const slug = this.#onShow;
    const before = this.#view.selection[0];
    for (let attempt = 0; attempt < REVEALS; attempt++) {
      if (!this.#view.visible || slug === undefined || slug !== this.#onShow) return;
      await this.#load();
      const node = this.#find(slug);
      const selected = this.#view.selection[0];
      if (node === undefined || !passes(node, this.#filter, this.#marks) || selected === node) return;
      if (selected !== undefined && selected !== before) return;
      await Promise.resolve(this.#view.reveal(node, { select: true, focus: false })).catch(() => undefined);
      await new Promise((resolve) => setTimeout(resolve, SETTLED));
    }
  }

  /** What the record and the memory say now. */
  #read(): Marks {
    const { readNotes, flaggedNotes, answers } = this.#record.state;
    const openedNotes = new Set(this.#memory.get<readonly string[]>(openedKey) ?? []);
    return { readNotes, flaggedNotes, openedNotes, practice: practiceByTopic(answers, this.#totals) };
  }

  /** Draws again only what has changed. */
  #refresh(): void {
    const [before, now] = [this.#marks, this.#read()];
    this.#marks = now;
    const differs = (slug: string): boolean =>
      (['readNotes', 'openedNotes', 'flaggedNotes'] as const).some((key) => before[key].has(slug) !== now[key].has(slug)) ||
      before.practice.get(slug) !== now.practice.get(slug);
    const changed = [...this.#totals.keys()].filter(differs);
    if (changed.length > 0 && followsRecord[this.#filter]) this.#changed.fire(undefined);
    else for (const node of new Set(changed.flatMap((slug) => nodesShowing(this.#roots, slug)))) this.#changed.fire(node);
    this.#summarise();
  }

  #summarise(): void {
    const pages = new Map(
      this.#roots.flatMap(withDescendants).flatMap((node) => (node.page?.hasNote === true ? [[node.page.slug, node] as const] : [])),
    );
    const read = [...pages.keys()].filter((slug) => this.#marks.readNotes.has(slug)).length;
    const share = new Intl.NumberFormat(vscode.env.language, { style: 'percent' }).format(read / Math.max(1, pages.size));
    this.#view.description = pages.size === 0 ? '' : `${read}/${pages.size} · ${share}`;
    // The only view of a container shows no description, so the message says it as well.
    this.#progress = pages.size === 0 ? '' : `${vscode.l10n.t('{0} of {1} notes read', read, pages.size)} · ${share}`;
    if (this.#filter === 'all') this.#announce(false);
  }
}
