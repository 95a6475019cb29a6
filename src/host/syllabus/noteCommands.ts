// Commands around notes: search, the index of terms, flags, the learner's own notes, export as Markdown.
import * as vscode from 'vscode';
import type { RecordStore } from '../../core/progress/recordStore';
import { chooseTerm } from './chooseTerm';
import type { Content } from './contentLoader';
import { searchNotes, type FoundPlace } from './searchNotes';

export interface NoteCommands {
  readonly content: Content;
  readonly record: RecordStore;
  readonly subscriptions: vscode.Disposable[];
  readonly open: (place: FoundPlace) => Promise<string>;
  readonly openOwnNote: (slug: string) => Promise<vscode.Uri>;
  /** The page that the reader shows. */
  readonly onShow: () => string | undefined;
}

/** The slug that a menu names (a node of the tree) or a caller gives. */
function slugOf(argument: unknown): string | undefined {
  if (typeof argument === 'string') return argument;
  if (typeof argument !== 'object' || argument === null || !('slug' in argument)) return undefined;
  return typeof argument.slug === 'string' ? argument.slug : undefined;
}

export function registerNoteCommands({ content, record, subscriptions, open, openOwnNote, onShow }: NoteCommands): void {
  /** The topic that is meant: the one named, else the one on show. */
  function topicOf(argument: unknown): string {
    const slug = slugOf(argument) ?? onShow();
    if (slug === undefined) throw new Error(vscode.l10n.t('No note is open. Open one from the syllabus first.'));
    return slug;
  }

  async function exportNote(argument?: unknown): Promise<vscode.TextDocument> {
    const slug = topicOf(argument);
    const text = await content.markdown(slug);
    if (text === undefined) throw new Error(vscode.l10n.t('There is no note “{0}”.', slug));
    const document = await vscode.workspace.openTextDocument({ content: text, language: 'markdown' });
    await vscode.window.showTextDocument(document, { preview: false });
    return document;
  }

  async function flag(argument: unknown, flagged: boolean): Promise<void> {
    await record.append({ type: 'noteFlagged', slug: topicOf(argument), flagged });
  }

  const goTo = async (place: FoundPlace | undefined): Promise<string | undefined> => (place === undefined ? undefined : open(place));
  const rows: Readonly<Record<string, (argument?: unknown) => Promise<unknown>>> = {
    'eShikaku.search': async (query) => goTo(await searchNotes(content, typeof query === 'string' ? query : '')),
    'eShikaku.openTerms': async () => goTo(await chooseTerm(await content.terms())),
    'eShikaku.exportNote': exportNote,
    'eShikaku.openOwnNote': async (argument) => openOwnNote(topicOf(argument)),
    'eShikaku.flagNote': (argument) => flag(argument, true),
    'eShikaku.unflagNote': (argument) => flag(argument, false),
  };
  for (const [command, act] of Object.entries(rows)) subscriptions.push(vscode.commands.registerCommand(command, act));
}
