// The content compiler: reads syllabus/, reports every mistake, and writes what the extension ships in dist/content.
import fs from 'node:fs';
import path from 'node:path';
import type { Schema } from './checkShape';
import { createMarkdown } from './markdown';
import { mathCss } from './mathCss';
import { compileNote } from './note';
import { pagesOf, readOutline, type Outline } from './outline';
import { buildIndex, buildPages, type Compiled } from './pages';
import { createProblems, type Problems } from './problems';
import { compileQuestions } from './questionFile';
import type { NoteLink } from './rendering';
import { createStyleClasses } from './styleClasses';

export interface ContentOptions {
  /** The folder that holds `syllabus` and `node_modules`. */
  readonly root: string;
  readonly outDir: string;
  /** Where to write the problems as JSON as well. */
  readonly report?: string;
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

function checkLinks(
  links: readonly NoteLink[],
  own: string,
  file: string,
  { notes }: Compiled,
  outline: Outline,
  broken: ReadonlySet<string>,
  problems: Problems,
): void {
  const pages = pagesOf(outline);
  for (const link of links) {
    const slug = link.slug === '' ? own : link.slug;
    const report = problems.in(file);
    const target = notes.get(slug);
    if (!pages.has(slug))
      report(
        link.line,
        `There is no page “${slug}”.`,
        `Write one of the slugs of syllabus/outline.yaml, such as ${[...pages.keys()].filter((known) => known.startsWith(slug.slice(0, 3)))[0] ?? 'maml'}.`,
      );
    else if (target === undefined && link.anchor !== '' && !broken.has(slug))
      report(link.line, `The note “${slug}” is not written yet and has no #${link.anchor}.`, 'Link to the page without an anchor.');
    else if (target !== undefined && link.anchor !== '' && !target.anchors.has(link.anchor)) {
      report(link.line, `The note “${slug}” has no heading #${link.anchor}.`, `Its anchors are ${[...target.anchors].join(', ')}.`);
    }
  }
}

/**
 * Compiles all content.
 * @returns every problem as "file:line: what is wrong. Remedy."; with none, `outDir` holds index.json, notes, questions and math.css
 */
export async function buildContent({ root, outDir, report: reportFile }: ContentOptions): Promise<string[]> {
  const problems = createProblems();
  const syllabus = path.join(root, 'syllabus');
  const read = (...parts: string[]): string => fs.readFileSync(path.join(syllabus, ...parts), 'utf8');
  const schema = (name: string): Schema => JSON.parse(read('schema', `${name}.schema.json`)) as Schema;
  const outline = readOutline(read('outline.yaml'), schema('outline'), 'syllabus/outline.yaml', problems);
  const finish = (): string[] => {
    const list = problems.list();
    if (reportFile !== undefined) fs.writeFileSync(reportFile, `${JSON.stringify(list, null, 2)}\n`);
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

  const list = finish();
  if (list.length > 0) return list;
  fs.rmSync(outDir, { recursive: true, force: true });
  const write = (name: string, text: string): void => {
    fs.mkdirSync(path.dirname(path.join(outDir, name)), { recursive: true });
    fs.writeFileSync(path.join(outDir, name), text);
  };
  const index = buildIndex(outline, compiled);
  write('index.json', JSON.stringify(index));
  for (const page of buildPages(outline, index, compiled)) write(`notes/${page.slug}.json`, JSON.stringify(page));
  for (const [slug, { file }] of compiled.questions) write(`questions/${slug}.json`, JSON.stringify(file));
  write('math.css', mathCss(root, path.join(outDir, 'math.css'), tools.classes.css()));
  return [];
}
