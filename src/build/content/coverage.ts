// Which note and heading explains each word of the outline; words that nothing explains are listed.
import { foldText } from '../../core/syllabus/searchTokens';
import type { CompiledNote } from './note';
import { noteText } from './noteText';
import { sectionsOf, type Outline } from './outline';
import { namesOf } from './terms';

export interface CoveredWord {
  readonly ja: string;
  readonly en: string;
  readonly scope: 'exam' | 'optional';
  /** How it is covered: defined as a term, or named in the text; null where no written note does either. */
  readonly by: 'term' | 'text' | null;
  readonly slug: string | null;
  readonly anchor: string | null;
  readonly heading: string | null;
}

export interface SectionCoverage {
  readonly ref: string;
  readonly title: string;
  readonly scope: 'exam' | 'optional';
  /** The pages of the topics that cover the section, and those of them that are written. */
  readonly pages: readonly string[];
  readonly written: readonly string[];
  readonly words: readonly CoveredWord[];
}

const fold = (text: string): string => foldText(text).replace(/[\s・\-‐–—=]/g, '');

interface Searched {
  readonly slug: string;
  readonly terms: readonly { readonly names: readonly string[]; readonly anchor: string }[];
  readonly sections: readonly { readonly anchor: string; readonly title: string; readonly text: string }[];
}

function searchable({ slug, note }: CompiledNote): Searched {
  return {
    slug,
    terms: note.terms.map(({ ja, en, abbr, anchor }) => ({ names: [...namesOf(ja), en, abbr ?? ''].filter(Boolean).map(fold), anchor })),
    sections: noteText(note.html).map(({ anchor, title, sentences }) => ({
      anchor,
      title,
      text: fold([title, ...sentences.map(({ text }) => text)].join('\n')),
    })),
  };
}

type Found = Pick<CoveredWord, 'by' | 'slug' | 'anchor' | 'heading'>;

function find(ja: string, en: string, notes: readonly Searched[]): Found {
  const names = [...namesOf(ja), en.replace(/\s*\([^)]*\)/g, '')].map(fold).filter((name) => name.length > 1);
  const place = (note: Searched, anchor: string, by: 'term' | 'text'): Found => ({
    by,
    slug: note.slug,
    anchor,
    heading: note.sections.find((section) => section.anchor === anchor)?.title ?? '',
  });
  for (const note of notes) {
    const term = note.terms.find((known) => known.names.some((name) => names.includes(name)));
    if (term !== undefined) return place(note, term.anchor, 'term');
  }
  for (const note of notes) {
    const section = note.sections.find(({ text }) => names.some((name) => text.includes(name)));
    if (section !== undefined) return place(note, section.anchor, 'text');
  }
  return { by: null, slug: null, anchor: null, heading: null };
}

/** Looks first in the notes of the section's own topics, then in all others. */
export function buildCoverage(outline: Outline, notes: ReadonlyMap<string, CompiledNote>): SectionCoverage[] {
  const all = [...notes.values()].map(searchable);
  return sectionsOf(outline).map((section) => {
    const pages = outline.topics
      .filter((topic) => topic.refs.includes(section.ref))
      .flatMap((topic) => (topic.chapter ?? [topic]).map(({ slug }) => slug));
    const own = pages.flatMap((slug) => all.filter((note) => note.slug === slug));
    const ordered = [...own, ...all.filter((note) => !own.includes(note))];
    const words = section.groups.flatMap((group) =>
      Object.entries(group.words).map(([ja, en]) => ({ ja, en, scope: group.scope ?? section.scope, ...find(ja, en, ordered) })),
    );
    return { ref: section.ref, title: section.title, scope: section.scope, pages, written: own.map(({ slug }) => slug), words };
  });
}

/** Words that no note explains although every page of their section is written. */
export const uncovered = (coverage: readonly SectionCoverage[]): { readonly section: SectionCoverage; readonly word: CoveredWord }[] =>
  coverage
    .filter(({ pages, written }) => written.length === pages.length)
    .flatMap((section) => section.words.filter(({ by }) => by === null).map((word) => ({ section, word })));
