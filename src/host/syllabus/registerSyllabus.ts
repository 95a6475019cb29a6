// The syllabus room's door: the tree, the reader, and the commands that open notes.
import * as vscode from 'vscode';
import { continueAt } from '../../core/syllabus/outlineWalk';
import type { RecordStore } from '../../core/progress/recordStore';
import type { PageContext } from '../page';
import { chooseNote } from './chooseNote';
import type { Content } from './contentLoader';
import { ReaderPanel, readerViewType } from './readerPanel';
import { SyllabusTree } from './syllabusTree';

export interface SyllabusContext extends PageContext {
  readonly subscriptions: vscode.Disposable[];
  readonly content: Content;
  readonly record: RecordStore;
  /** Keeps which note was open last. */
  readonly memory: vscode.Memento;
}

const lastNoteKey = 'eShikaku.lastNote';

/** Where a caller wants to go: a slug, or an object (a node of the tree, a question's note) with `slug` and perhaps `anchor`. */
function targetOf(argument: unknown): { readonly slug: string; readonly anchor: string } | undefined {
  if (typeof argument === 'string') return { slug: argument, anchor: '' };
  if (typeof argument !== 'object' || argument === null || !('slug' in argument) || typeof argument.slug !== 'string') return undefined;
  return { slug: argument.slug, anchor: 'anchor' in argument && typeof argument.anchor === 'string' ? argument.anchor : '' };
}

/** Registers the view, the panel's serializer, `eShikaku.openNote` and `eShikaku.continueReading`; both return the slug on show. */
export function registerSyllabus(context: SyllabusContext): void {
  const { content, record, memory, subscriptions } = context;
  const tree = new SyllabusTree(content, record);
  const onShow = (slug: string): void => {
    void memory.update(lastNoteKey, slug);
    tree.show(slug).catch((error: unknown) => context.log.error(error instanceof Error ? error : String(error)));
  };
  const reader = new ReaderPanel({ ...context, onShow });

  async function openNote(argument?: unknown): Promise<string | undefined> {
    const target = targetOf(argument);
    if (target !== undefined) return reader.open(target.slug, target.anchor);
    await record.ready().catch(() => undefined);
    const slug = await chooseNote(await content.index(), record.state.readNotes);
    return slug === undefined ? undefined : reader.open(slug);
  }

  /** Where reading goes on; undefined only while no note is written. */
  async function suggestion(): Promise<string | undefined> {
    await record.ready().catch(() => undefined);
    return continueAt(await content.index(), memory.get<string>(lastNoteKey), record.state.readNotes)?.slug;
  }

  async function continueReading(): Promise<string | undefined> {
    const slug = await suggestion();
    return slug === undefined ? undefined : reader.open(slug);
  }

  subscriptions.push(
    tree,
    reader,
    vscode.commands.registerCommand('eShikaku.openNote', openNote),
    vscode.commands.registerCommand('eShikaku.continueReading', continueReading),
    vscode.window.registerWebviewPanelSerializer(readerViewType, {
      deserializeWebviewPanel: async (panel, state) => reader.restore(panel, state, (await suggestion()) ?? ''),
    }),
  );
}
