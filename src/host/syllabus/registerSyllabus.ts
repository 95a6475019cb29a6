// The syllabus room's door: the tree, the reader, and the commands that open notes.
import * as vscode from 'vscode';
import { continueAt } from '../../core/syllabus/outlineWalk';
import type { RecordStore } from '../../core/progress/recordStore';
import type { PageContext } from '../page';
import { chooseNote } from './chooseNote';
import { registerNoteCommands } from './noteCommands';
import { registerTreeFilter } from './registerTreeFilter';
import type { Content } from './contentLoader';
import { openOwnNote as openOwnNoteFile } from './ownNotes';
import { ReaderPanel, readerViewType } from './readerPanel';
import { SyllabusTree } from './syllabusTree';

export interface SyllabusContext extends PageContext {
  readonly subscriptions: vscode.Disposable[];
  readonly content: Content;
  readonly record: RecordStore;
  /** The extension's own folder, for the learner's notes. */
  readonly storage: vscode.Uri;
  /** Of the learner, in every window: which note was open last, which were opened, and how far each was read. */
  readonly memory: vscode.Memento;
  /** Of the window: how the tree is filtered. */
  readonly view: vscode.Memento;
}

const lastNoteKey = 'eShikaku.lastNote';

/** Where a caller wants to go: a slug, or an object (a node of the tree, a question's note) with `slug` and perhaps `anchor`. */
function targetOf(argument: unknown): { readonly slug: string; readonly anchor: string } | undefined {
  if (typeof argument === 'string') return { slug: argument, anchor: '' };
  if (typeof argument !== 'object' || argument === null || !('slug' in argument) || typeof argument.slug !== 'string') return undefined;
  return { slug: argument.slug, anchor: 'anchor' in argument && typeof argument.anchor === 'string' ? argument.anchor : '' };
}

export interface Syllabus {
  /** Puts a number on the view's icon; 0 takes it away. */
  showBadge(count: number, tooltip: string): void;
}

/** Registers the view, the panel's serializer, `eShikaku.openNote` and `eShikaku.continueReading`; both return the slug on show. */
export function registerSyllabus(context: SyllabusContext): Syllabus {
  const { content, record, memory, view, subscriptions } = context;
  const tree = registerTreeFilter(view, subscriptions, (filter) => new SyllabusTree(content, record, memory, filter));
  const onShow = (slug: string): void => {
    void memory.update(lastNoteKey, slug);
    tree.show(slug).catch((error: unknown) => context.log.error(error instanceof Error ? error : String(error)));
  };
  const openOwnNote = async (slug: string): Promise<vscode.Uri> => openOwnNoteFile(context.storage, slug, await content.noteTitle(slug));
  const reader = new ReaderPanel({ ...context, openOwnNote, onShow });

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

  registerNoteCommands({
    content,
    record,
    subscriptions,
    openOwnNote,
    open: (place) => reader.open(place.slug, place.anchor),
    onShow: () => reader.slug,
  });
  subscriptions.push(
    tree,
    reader,
    vscode.commands.registerCommand('eShikaku.openNote', openNote),
    vscode.commands.registerCommand('eShikaku.continueReading', continueReading),
    vscode.window.registerWebviewPanelSerializer(readerViewType, {
      deserializeWebviewPanel: async (panel, state) => reader.restore(panel, state, (await suggestion()) ?? ''),
    }),
  );
  return tree;
}
