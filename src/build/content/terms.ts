// The index of terms: every term of every note with the sentence that defines it, in the order of the readings.
import type { TermEntry } from '../../core/syllabus/termIndex';
import type { CompiledNote } from './note';
import { noteText, type NoteSection, type Sentence } from './noteText';

/** A term and its definition with marks, for the page; the index itself holds the plain sentence. */
export interface DefinedTerm extends TermEntry {
  readonly definitionHtml: string;
}

/** Ways to write a term of the outline: `フィルタ・カーネル` also as its parts, `t分布（x）` also without the bracket. */
export function namesOf(ja: string): string[] {
  const bare = ja.replace(/[（(][^）)]*[）)]/g, '').trim();
  return [
    ...new Set([ja, bare, ...bare.split(/[・／/]/), ...[...ja.matchAll(/[（(]([^）)]*)[）)]/g)].map(([, inner = '']) => inner)]),
  ].filter((name) => name !== '');
}

/** The sentences of a heading and of the headings below it. */
export function sentencesUnder(sections: readonly NoteSection[], anchor: string): Sentence[] {
  const start = sections.findIndex((section) => section.anchor === anchor);
  if (start < 0) return [];
  const level = sections[start]!.level;
  const length = sections.slice(start + 1).findIndex((section) => section.level <= level);
  return sections.slice(start, length < 0 ? undefined : start + 1 + length).flatMap((section) => section.sentences);
}

/** The sentence that sets the term off, else the first prose that names it, else the first that stands there. */
function definitionOf(term: { ja: string; en: string; abbr?: string | undefined }, sentences: readonly Sentence[]): Sentence | undefined {
  const prose = sentences.filter((sentence) => sentence.prose);
  const names = [...namesOf(term.ja), term.abbr ?? '', term.en].filter((name) => name.length > 1 || name === term.ja);
  for (const name of names) {
    const found =
      prose.find(({ html }) => [...html.matchAll(/<strong>(.*?)<\/strong>/g)].some(([, inside = '']) => inside.includes(name))) ??
      prose.find(({ text }) => text.includes(name));
    if (found !== undefined) return found;
  }
  return prose[0];
}

/** @param notes in the order of the syllabus */
export function buildTerms(notes: readonly CompiledNote[]): DefinedTerm[] {
  return notes
    .flatMap(({ slug, title, note }) => {
      const sections = noteText(note.html);
      return note.terms.map((term): DefinedTerm => {
        const { ja, reading, en, abbr, anchor, new2026 } = term;
        const sentence = definitionOf(term, sentencesUnder(sections, anchor));
        return {
          ja,
          reading,
          en,
          ...(abbr === undefined ? {} : { abbr }),
          ...(new2026 === true ? { new2026 } : {}),
          slug,
          anchor,
          title,
          definition: sentence?.text ?? '',
          definitionHtml: sentence?.html ?? '',
        };
      });
    })
    .sort((a, b) => (a.reading < b.reading ? -1 : a.reading > b.reading ? 1 : 0));
}
