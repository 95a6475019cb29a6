// Asks which note to open: all written notes, by Japanese or English title.
import * as vscode from 'vscode';
import { allPlaces } from '../../core/syllabus/outlineWalk';
import type { ContentIndex } from '../../core/syllabus/contentIndex';

interface NoteItem extends vscode.QuickPickItem {
  readonly slug: string;
}

/** The slug of the chosen note; undefined when the learner thinks better of it. */
export async function chooseNote(index: ContentIndex, readNotes: ReadonlySet<string>): Promise<string | undefined> {
  const items: NoteItem[] = [];
  let area = '';
  for (const place of allPlaces(index)) {
    if (!place.page.hasNote) continue;
    if (place.area.ref !== area) items.push({ label: place.area.title, kind: vscode.QuickPickItemKind.Separator, slug: '' });
    area = place.area.ref;
    const icon = readNotes.has(place.page.slug) ? '$(pass-filled)' : '$(book)';
    const state = readNotes.has(place.page.slug) ? vscode.l10n.t('read') : vscode.l10n.t('unread');
    items.push({
      label: `${icon} ${place.page.title}`,
      description: `${place.page.titleEn} · ${place.topic.refs.join(', ')} · ${state}`,
      detail: place.page.summary,
      slug: place.page.slug,
    });
  }
  const options = { placeHolder: vscode.l10n.t('Which note do you want to read?'), matchOnDescription: true, matchOnDetail: true };
  return (await vscode.window.showQuickPick(items, options))?.slug;
}
