// The content compiler: reads syllabus/, reports every mistake, and writes what the extension ships in dist/content.
import fs from 'node:fs';
import path from 'node:path';
import { bankReport, duplicates, summaryOf, type BankReport } from './bankReport';
import type { Schema } from './checkShape';
import { checkLinks } from './checkLinks';
import { buildCoverage, uncovered, type SectionCoverage } from './coverage';
import { createMarkdown } from './markdown';
import { mathCss } from './mathCss';
import { compileNote } from './note';
import { pagesOf, readOutline } from './outline';
import type { Compiled } from './pages';
import { createProblems } from './problems';
import { compileQuestions } from './questionFile';
import { createStyleClasses } from './styleClasses';
import { writeContent } from './writeContent';

export interface ContentOptions {
  /** The folder that holds `syllabus` and `node_modules`. */
  readonly root: string;
  readonly outDir: string;
  /** Where to write the problems, and which note and heading explains each word of the outline, as JSON as well. */
  readonly report?: string;
  /** Accepts pages of the outline without a note or without questions, as a try-out of single files needs. */
  readonly partial?: boolean;
  /** Hears the bank's report in a few lines. */
  readonly tell?: (summary: string) => void;
}

/** The files of a folder with the given ending, sorted; none when the folder is missing. */
function filesIn(folder: string, ending: string): string[] {
  return fs.existsSync(folder)
    ? fs
        .readdirSync(folder)
        .filter((name) => name.endsWith(ending))
        .sort()
    : [];
}

/**
 * Compiles all content.
 * @returns every problem as "file:line: what is wrong. Remedy."; with none, `outDir` holds index.json, notes, questions and math.css
 */
export async function buildContent({ root, outDir, report: reportFile, tell, partial = false }: ContentOptions): Promise<string[]> {
  const problems = createProblems();
  const syllabus = path.join(root, 'syllabus');
  const read = (...parts: string[]): string => fs.readFileSync(path.join(syllabus, ...parts), 'utf8');
  const schema = (name: string): Schema => JSON.parse(read('schema', `${name}.schema.json`)) as Schema;
  const outlineText = read('outline.yaml');
  const lineOfWord = (word: string): number => outlineText.split('\n').findIndex((line) => line.includes(`${word}:`)) + 1 || 1;
  const outline = readOutline(outlineText, schema('outline'), 'syllabus/outline.yaml', problems);
  const finish = (coverage: readonly SectionCoverage[] = [], bank: BankReport | null = null): string[] => {
    const list = problems.list();
    if (reportFile !== undefined) fs.writeFileSync(reportFile, `${JSON.stringify({ problems: list, coverage, bank }, null, 2)}\n`);
    return list;
  };
  if (outline === undefined) return finish();

  const tools = { outline, markdown: createMarkdown(), classes: createStyleClasses() };
  const compiled: Compiled = { notes: new Map(), questions: new Map() };
  /** Notes with so much wrong that their anchors are not known. */
  const broken = new Set<string>();
  for (const name of filesIn(path.join(syllabus, 'notes'), '.md')) {
    const slug = name.slice(0, -3);
    const note = compileNote(read('notes', name), slug, { ...tools, schema: schema('note') }, problems.in(`syllabus/notes/${name}`));
    if (note === undefined) broken.add(slug);
    else compiled.notes.set(slug, note);
  }
  const ids = new Map<string, string>();
  for (const name of filesIn(path.join(syllabus, 'questions'), '.yaml')) {
    const slug = name.slice(0, -5);
    const file = `syllabus/questions/${name}`;
    const report = problems.in(file);
    const questions = compileQuestions(read('questions', name), slug, { ...tools, schema: schema('questions') }, report);
    if (!pagesOf(outline).has(slug))
      report(1, `The outline has no page “${slug}”.`, 'Name the file after a slug of syllabus/outline.yaml.');
    for (const { id, line } of questions?.ids ?? []) {
      const first = ids.get(id);
      if (first !== undefined)
        report(line, `The id “${id}” is already used in ${first}.`, 'Ids are for ever: give the new question another.');
      ids.set(id, `${file}:${line}`);
    }
    if (questions !== undefined) compiled.questions.set(slug, questions);
  }
  for (const [slug, note] of compiled.notes) checkLinks(note.links, slug, `syllabus/notes/${slug}.md`, compiled, outline, broken, problems);
  for (const [slug, { links }] of compiled.questions)
    checkLinks(links, slug, `syllabus/questions/${slug}.yaml`, compiled, outline, broken, problems);

  if (!partial) {
    for (const slug of pagesOf(outline).keys()) {
      const line = outlineText.split('\n').findIndex((text) => /slug: ([\w-]+)/.exec(text)?.[1] === slug) + 1 || 1;
      const missing = problems.in('syllabus/outline.yaml');
      if (!compiled.notes.has(slug) && !broken.has(slug)) missing(line, `“${slug}” has no note.`, `Write syllabus/notes/${slug}.md.`);
      if (!fs.existsSync(path.join(syllabus, 'questions', `${slug}.yaml`)))
        missing(line, `“${slug}” has no questions.`, `Write syllabus/questions/${slug}.yaml.`);
    }
  }

  const coverage = buildCoverage(outline, compiled.notes);
  for (const { section, word } of uncovered(coverage)) {
    problems.in('syllabus/outline.yaml')(
      lineOfWord(word.ja),
      `No note explains “${word.ja}” of section ${section.ref}, although all of its pages are written.`,
      `Name it in ${section.pages.join(' or ')}, best as one of its terms.`,
    );
  }
  for (const { id, first, similarity } of duplicates(compiled.questions)) {
    const [file = '', line = '1'] = (ids.get(id) ?? '').split(':');
    problems.in(file)(
      Number(line),
      `“${id}” asks nearly the same as “${first}” in ${ids.get(first) ?? ''} (likeness ${similarity.toFixed(2)}).`,
      'Ask something else, or remove one of the two.',
    );
  }
  const bank = bankReport(compiled.questions, ids);
  tell?.(summaryOf(bank));
  const list = finish(coverage, bank);
  if (list.length > 0) return list;
  writeContent(outDir, outline, compiled, mathCss(root, path.join(outDir, 'math.css'), tools.classes.css()));
  return [];
}
