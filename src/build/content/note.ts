// Reads one note: front matter, then Markdown; checks both and renders the page's text.
import type { Note } from '../../core/syllabus/page';
import { nameValues, showingOf } from '../../core/syllabus/namedValues';
import { checkShape, type Schema } from './checkShape';
import type { Markdown } from './markdown';
import { placeFigures } from './movableFigures';
import { pagesOf, type Outline } from './outline';
import type { Report } from './problems';
import { startRendering, type NoteLink } from './rendering';
import type { StyleClasses } from './styleClasses';
import { readYaml, type YamlSource } from './yamlSource';

interface FrontMatter {
  readonly slug: string;
  readonly title: string;
  readonly titleEn: string;
  readonly chapter?: string;
  readonly syllabus: { readonly version: string; readonly ref: string };
  readonly scope: 'exam' | 'optional';
  readonly summary: string;
  readonly terms: readonly {
    readonly ja: string;
    readonly reading: string;
    readonly en: string;
    readonly abbr?: string;
    readonly anchor: string;
    readonly new2026?: boolean;
  }[];
  readonly values?: Readonly<Record<string, string | number>>;
  readonly sources: readonly { readonly title: string; readonly authors: string; readonly year: number; readonly id?: string }[];
}

export interface CompiledNote {
  readonly slug: string;
  readonly title: string;
  readonly titleEn: string;
  readonly summary: string;
  readonly demo: boolean;
  readonly note: Note;
  /** The text as written, and the values that it shows. */
  readonly body: string;
  readonly values: ReadonlyMap<string, number>;
  readonly anchors: ReadonlySet<string>;
  /** Links out of the note, with the line in its file. */
  readonly links: readonly NoteLink[];
}

export interface NoteTools {
  readonly outline: Outline;
  readonly schema: Schema;
  readonly markdown: Markdown;
  readonly classes: StyleClasses;
}

/** Characters that a reader of Japanese technical text takes in during one minute. */
const charactersPerMinute = 450;

/** Claims that a note on an optional topic must not make. */
const claims = /出題されます|出題される|頻出|必ず出|よく出(る|ます)|試験に出(る|ます)/;

/** The address that an id stands for, where it stands for one. */
function addressOf(id: string): string | undefined {
  if (id.startsWith('https://')) return id;
  if (/^arxiv:/i.test(id)) return `https://arxiv.org/abs/${id.slice(6).trim()}`;
  return /^doi:/i.test(id) ? `https://doi.org/${id.slice(4).trim()}` : undefined;
}

function checkAgainstOutline(front: FrontMatter, fileSlug: string, outline: Outline, source: YamlSource, report: Report): void {
  const wrong = (key: string, what: string, remedy: string): void => report(source.lineAt([key]), what, remedy);
  const entry = pagesOf(outline).get(front.slug);
  if (front.slug !== fileSlug) wrong('slug', `The slug “${front.slug}” is not the file's name.`, `Write ${fileSlug}, or rename the file.`);
  if (entry === undefined)
    return wrong('slug', `The outline has no page “${front.slug}”.`, 'Correct the slug, or add it to syllabus/outline.yaml.');
  const { topic } = entry;
  if (front.syllabus.version !== outline.version)
    wrong('syllabus', `The note follows syllabus ${front.syllabus.version}.`, `The outline is ${outline.version}.`);
  if (!topic.refs.includes(front.syllabus.ref))
    wrong('syllabus', `The note stands at ${front.syllabus.ref}.`, `The outline has “${front.slug}” at ${topic.refs.join(', ')}.`);
  if (front.scope !== topic.scope) wrong('scope', `The scope is ${front.scope}.`, `The outline says ${topic.scope}.`);
  if (topic.chapter === undefined ? front.chapter !== undefined : front.chapter !== topic.slug) {
    wrong(
      'chapter',
      `The chapter is ${front.chapter ?? 'missing'}.`,
      topic.chapter === undefined ? 'Remove it.' : `Write chapter: ${topic.slug}.`,
    );
  }
}

/** The compiled note, or undefined when nothing can be made of it; all mistakes are reported. */
export function compileNote(
  text: string,
  fileSlug: string,
  { outline, schema, markdown, classes }: NoteTools,
  report: Report,
): CompiledNote | undefined {
  const match = /^---\r?\n([\s\S]*?)\r?\n---\r?\n/.exec(text);
  if (match === null) {
    report(1, 'The note has no front matter.', 'Begin the file with --- and end the front matter with ---.');
    return undefined;
  }
  const source = readYaml(match[1] ?? '', 2, report);
  if (source === undefined || !checkShape(source, schema, report)) return undefined;
  const front = source.value as FrontMatter;
  checkAgainstOutline(front, fileSlug, outline, source, report);

  const { values, mistakes } = nameValues(front.values ?? {});
  for (const { name, what } of mistakes)
    report(source.lineAt(['values', name]), `The value “${name}” cannot be computed: ${what}.`, 'Correct its expression.');

  const body = text.slice(match[0].length);
  const firstLine = match[0].split('\n').length;
  const rendering = startRendering('note', (line, what, remedy) => report(firstLine + line, what, remedy), classes);
  const html = placeFigures(markdown.render(body, showingOf(values), rendering), front.slug);
  const anchors = new Set(rendering.headings.map((heading) => heading.anchor));

  front.terms.forEach((term, index) => {
    if (!anchors.has(term.anchor))
      report(
        source.lineAt(['terms', index]),
        `The term “${term.ja}” points to #${term.anchor}, which no heading has.`,
        'Correct the anchor.',
      );
    if (!/^[ぁ-ゖー・ ]+$/.test(term.reading))
      report(source.lineAt(['terms', index]), `The reading “${term.reading}” is not hiragana.`, 'Write it in hiragana.');
  });
  if (front.scope === 'optional') {
    body.split('\n').forEach((line, index) => {
      const claim = claims.exec(line);
      if (claim !== null)
        report(
          firstLine + index,
          `“${claim[0]}” is claimed on an optional topic.`,
          'Optional topics are not asked: say what may be asked of the idea instead.',
        );
    });
  }
  return {
    slug: front.slug,
    title: front.title,
    titleEn: front.titleEn,
    summary: front.summary.trim(),
    demo: rendering.actions.has('action:demo'),
    body,
    values,
    anchors,
    links: rendering.links.map((link) => ({ ...link, line: firstLine + link.line })),
    note: {
      html,
      toc: rendering.headings.map(({ level, anchor, html: label }) => ({ level, anchor, html: label })),
      terms: front.terms.map(({ abbr = '', ...term }) => (abbr === '' ? term : { ...term, abbr })),
      glossary: [],
      sources: front.sources.map((given) => {
        const url = addressOf(given.id ?? '');
        return url === undefined ? { ...given } : { ...given, url };
      }),
      minutes: Math.max(1, Math.ceil(body.replace(/```svg[\s\S]*?```/g, '').replace(/\s/g, '').length / charactersPerMinute)),
    },
  };
}
