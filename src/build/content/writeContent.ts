// Writes the compiled content that ships: index, pages, questions, terms, search, exported notes and the style sheet of formulas.
import fs from 'node:fs';
import path from 'node:path';
import { allPlaces } from '../../core/syllabus/outlineWalk';
import { termsVersion, type TermsFile } from '../../core/syllabus/termIndex';
import { exportMarkdown } from './exportMarkdown';
import { createGlossary, markTerms } from './glossary';
import type { CompiledNote } from './note';
import type { Outline } from './outline';
import { buildIndex, buildPages, type Compiled } from './pages';
import { buildSearch } from './search';
import { buildTerms } from './terms';

export function writeContent(outDir: string, outline: Outline, compiled: Compiled, css: string): void {
  fs.rmSync(outDir, { recursive: true, force: true });
  const write = (name: string, text: string): void => {
    fs.mkdirSync(path.dirname(path.join(outDir, name)), { recursive: true });
    fs.writeFileSync(path.join(outDir, name), text);
  };
  const index = buildIndex(outline, compiled);
  const order = allPlaces(index).map(({ page }) => page.slug);
  const notes = order.flatMap((slug) => compiled.notes.get(slug) ?? []);
  const terms = buildTerms(notes);
  const glossary = createGlossary(terms, order);
  const marked = new Map(
    notes.map((compiledNote): [string, CompiledNote] => {
      const own = new Set(compiledNote.note.terms.flatMap(({ ja, abbr }) => (abbr === undefined ? [ja] : [ja, abbr])));
      const text = markTerms(compiledNote.note.html, compiledNote.slug, own, glossary);
      return [compiledNote.slug, { ...compiledNote, note: { ...compiledNote.note, ...text } }];
    }),
  );

  write('index.json', JSON.stringify(index));
  for (const page of buildPages(outline, index, { ...compiled, notes: marked })) write(`notes/${page.slug}.json`, JSON.stringify(page));
  for (const [slug, { file }] of compiled.questions) write(`questions/${slug}.json`, JSON.stringify(file));
  const file: TermsFile = { version: termsVersion, terms };
  write(
    'terms.json',
    JSON.stringify(file, (key, value: unknown) => (key === 'definitionHtml' ? undefined : value)),
  );
  write('search.json', JSON.stringify(buildSearch(notes, terms, compiled.questions.values())));
  const titles = new Map(notes.map(({ slug, title }) => [slug, title]));
  for (const { slug, title, titleEn, summary, body, values, note } of notes)
    write(`markdown/${slug}.md`, exportMarkdown({ title, titleEn, summary, body, values, sources: note.sources }, titles));
  write('math.css', css);
}
