// A note as Markdown that any editor can show: values filled in, the house's own marks replaced by what everyone understands.
import { showingOf } from '../../core/syllabus/namedValues';
import { fillValues } from './markdown';
import type { Note } from '../../core/syllabus/page';

export interface ExportedNote {
  readonly title: string;
  readonly titleEn: string;
  readonly summary: string;
  readonly body: string;
  readonly values: ReadonlyMap<string, number>;
  readonly sources: Note['sources'];
}

/** The drawing's title as a caption in place of the drawing. */
function captionOf(svg: string): string {
  const title = /<title[^>]*>([\s\S]*?)<\/title>/.exec(svg)?.[1]?.trim() ?? '';
  return `*（図）${title}*`;
}

/** Applies `change` to the text outside fences of code. */
function outsideFences(text: string, change: (part: string) => string): string {
  return text
    .split(/(^```[\s\S]*?^```[ \t]*$)/m)
    .map((part) => (part.startsWith('```') ? part : change(part)))
    .join('');
}

/** @param titles of all notes by slug, for the links */
export function exportMarkdown(note: ExportedNote, titles: ReadonlyMap<string, string>): string {
  const filled = fillValues(note.body, showingOf(note.values), { report: () => undefined })
    .replace(/^```svg\n([\s\S]*?)^```[ \t]*$/gm, (_, svg: string) => captionOf(svg))
    .replace(/^(```\w+) .*$/gm, '$1'); // why a test does not run the code is no matter of the reader's
  const body = outsideFences(filled, (part) =>
    part
      .replace(/^(#{2,3} .*?)\s*\{#[\w-]+\}[ \t]*$/gm, '$1')
      .replace(/^\{\{[a-z]+:[a-z0-9-]+\}\}[ \t]*$/gm, '')
      .replace(/^:::details[ \t]+(.*)$/gm, '<details>\n<summary>$1</summary>\n')
      .replace(/^:::[ \t]*$/gm, '\n</details>')
      .replace(/\[([^\]]*)\]\((?:note:([a-z0-9-]+))?(?:#[a-z0-9-]+)?\)/g, (_, words: string, slug?: string) => {
        const title = titles.get(slug ?? '') ?? '';
        return title === '' || title === words ? `「${words}」` : `${words}（「${title}」）`;
      }),
  );
  const sources = note.sources.map(
    ({ title, authors, year, id, url }) =>
      `- ${authors} (${year}). *${title}*.${url === undefined ? (id === undefined ? '' : ` ${id}`) : ` <${url}>`}`,
  );
  return [`# ${note.title}`, `*${note.titleEn}*`, note.summary, body.trim(), ...(sources.length > 0 ? ['## 出典', sources.join('\n')] : [])]
    .join('\n\n')
    .replace(/\n{3,}/g, '\n\n')
    .concat('\n');
}
