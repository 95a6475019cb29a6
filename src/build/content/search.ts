// Builds the search: one document for each note, section, term and question, and MiniSearch's index over all of them.
import { withDraw } from '../../core/quiz/instance';
import MiniSearch from 'minisearch';
import { indexOptions, searchVersion, type SearchDocument, type SearchFile } from '../../core/syllabus/searchFile';
import type { CompiledNote } from './note';
import { noteText } from './noteText';
import type { CompiledQuestions } from './questionFile';
import type { DefinedTerm } from './terms';

const nonEmpty = (texts: readonly string[]): string[] => texts.filter((text) => text.trim() !== '');

function ofNote({ slug, title, titleEn, summary, note }: CompiledNote): SearchDocument[] {
  const sections = noteText(note.html).filter(({ anchor, sentences }) => anchor !== '' || sentences.length > 0);
  return [
    { kind: 'note', slug, anchor: '', title, names: nonEmpty([titleEn]), context: '', lines: nonEmpty([summary]) },
    ...sections.map(({ anchor, title: heading, sentences }): SearchDocument => ({
      kind: 'section',
      slug,
      anchor,
      title: heading === '' ? title : heading,
      names: [],
      context: title,
      lines: sentences.map(({ text }) => text),
    })),
  ];
}

const ofTerm = ({ ja, reading, en, abbr, slug, anchor, title, definition }: DefinedTerm): SearchDocument => ({
  kind: 'term',
  slug,
  anchor,
  title: ja,
  names: nonEmpty([reading, en, abbr ?? '']),
  context: title,
  lines: nonEmpty([definition]),
});

const ofQuestions = ({ file }: CompiledQuestions, titles: ReadonlyMap<string, string>): SearchDocument[] =>
  file.questions.map((question) => ({
    kind: 'question',
    slug: question.note.slug,
    anchor: question.note.anchor,
    title: titles.get(question.topic) ?? question.topic,
    names: [],
    context: '',
    lines: noteText(withDraw(question, 0).stemHtml).flatMap(({ sentences }) => sentences.map(({ text }) => text)),
  }));

/** @param notes in the order of the syllabus */
export function buildSearch(
  notes: readonly CompiledNote[],
  terms: readonly DefinedTerm[],
  questions: Iterable<CompiledQuestions>,
): SearchFile {
  const titles = new Map(notes.map(({ slug, title }) => [slug, title]));
  const documents = [...notes.flatMap(ofNote), ...terms.map(ofTerm), ...[...questions].flatMap((file) => ofQuestions(file, titles))];
  const engine = new MiniSearch(indexOptions);
  engine.addAll(documents.map(({ title, names, lines }, id) => ({ id, title, names: names.join(' '), text: lines.join(' ') })));
  return { version: searchVersion, documents, index: engine.toJSON() };
}
