/** The content that ships: complete, sound, safe for the pages' content policy, every number recomputed. */
import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parse } from 'yaml';
import { buildContent } from '../../src/build/content/buildContent';
import { readXml } from '../../src/build/content/xml';
import { evaluate, parseExpression } from '../../src/core/expression';
import { figurePlacements } from '../../src/core/syllabus/figures';
import { allPlaces } from '../../src/core/syllabus/outlineWalk';
import { questionKinds } from '../../src/core/quiz/question';
import { showValue } from '../../src/core/syllabus/namedValues';
import { decodeIndexFile, decodePageFile, decodeQuestionFile, decodeTermsFile } from '../../src/protocol/syllabus';
import { root } from './contentBench';

const out = fs.mkdtempSync(path.join(os.tmpdir(), 'shipped-'));
const read = (file: string): unknown => JSON.parse(fs.readFileSync(path.join(out, file), 'utf8')) as unknown;
const files = (folder: string): string[] => fs.readdirSync(path.join(out, folder)).map((name) => `${folder}/${name}`);

/** Every HTML text of a compiled file. */
function htmlIn(value: unknown): string[] {
  if (typeof value === 'string') return value.includes('<') ? [value] : [];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(htmlIn) : [];
}

describe('the content that ships', () => {
  before(async function () {
    this.timeout(120_000); // all notes are compiled
    assert.deepEqual(await buildContent({ root, outDir: out }), []);
  });
  after(() => fs.rmSync(out, { recursive: true, force: true }));

  const index = () => decodeIndexFile(read('index.json'), 'index.json');
  const pages = () => allPlaces(index()).map(({ page }) => decodePageFile(read(`notes/${page.slug}.json`), page.slug));

  it('has the whole outline: 5 areas, 24 items, 60 topics, every section covered', () => {
    const { areas } = index();
    const items = areas.flatMap((area) => area.items);
    const topics = new Map(items.flatMap((item) => item.topics).map((topic) => [topic.slug, topic]));
    assert.equal(areas.length, 5);
    assert.equal(items.length, 24);
    assert.equal(topics.size, 60);
    assert.equal(new Set(pages().flatMap((page) => page.sections.map((section) => section.ref))).size, 63);
    assert.equal(items.filter((item) => item.topics.some((topic) => topic.slug === 'accelerators-and-containers')).length, 2);
    for (const item of items) assert.ok(item.topics.length > 0, item.ref);
  });

  it('marks what is optional and what is new', () => {
    const topics = index().areas.flatMap((area) => area.items.flatMap((item) => item.topics));
    const find = (slug: string) => topics.find((topic) => topic.slug === slug);
    assert.equal(topics.filter((topic) => topic.scope === 'optional').length, 13);
    assert.equal(find('meta-learning-maml')?.scope, 'optional');
    assert.equal(find('data-augmentation')?.optionalPart, '音声の細目');
    assert.equal(find('distributed-and-federated-learning')?.optionalPart, '連合学習');
    assert.deepEqual([...new Set(topics.flatMap((topic) => topic.new2026))].sort(), [
      'Integrated Gradients',
      'Next token prediction',
      'RAG',
      'Shifted window',
      'パープレキシティ',
      '自己回帰',
    ]);
  });

  it('has the five notes on meta-learning in order, with questions', () => {
    const chapter = allPlaces(index()).filter(({ topic }) => topic.slug === 'meta-learning-maml');
    assert.deepEqual(
      chapter.map(({ page }) => page.slug),
      ['meta-learning', 'maml', 'maml-vs-fine-tuning', 'maml-variants', 'maml-in-code'],
    );
    for (const { page } of chapter) assert.ok(page.hasNote && page.questions > 0, page.slug);
    const maml = decodePageFile(read('notes/maml.json'), 'maml');
    assert.deepEqual([maml.prev?.slug, maml.next?.slug], ['meta-learning', 'maml-vs-fine-tuning']);
    assert.ok(maml.demo);
  });

  it('has questions of four kinds, at least twenty', () => {
    const questions = files('questions').flatMap((file) => decodeQuestionFile(read(file), file).questions);
    assert.ok(questions.length >= 20);
    assert.deepEqual([...new Set(questions.map(({ kind }) => kind))].sort(), [...questionKinds].sort());
  });

  it('obeys the content policy: no inline style, no handler, no script, no address but https', () => {
    for (const file of ['index.json', ...files('notes'), ...files('questions')]) {
      for (const html of htmlIn(read(file))) {
        assert.doesNotMatch(html, /<[^>]*\sstyle\s*=/i, file);
        assert.doesNotMatch(html, /<[^>]*\son[a-z]+\s*=/i, file);
        assert.doesNotMatch(html, /<(script|style|iframe|object|embed|link|meta|img|form)\b/i, file);
        for (const [, address] of html.matchAll(/\shref="([^"]*)"/g)) assert.match(address ?? '', /^(#|https:\/\/)/, file);
      }
    }
  });

  it('has well-formed notes whose anchors are headings', function () {
    this.timeout(120_000); // all notes are parsed
    for (const { slug, note } of pages()) {
      if (note === null) continue;
      readXml(`<main>${note.html.replaceAll('&nbsp;', ' ')}</main>`);
      const ids = new Set([...note.html.matchAll(/<h[23] id="([^"]+)"/g)].map(([, id]) => id));
      assert.deepEqual(
        note.toc.filter(({ anchor }) => !ids.has(anchor)),
        [],
        slug,
      );
      assert.deepEqual(
        note.terms.filter(({ anchor }) => !ids.has(anchor)),
        [],
        slug,
      );
      assert.ok(note.html.includes('<math '), `${slug} has formulas for screen readers`);
    }
  });

  it('shows every number as its expression gives it', () => {
    for (const { slug, note } of pages()) {
      if (note === null) continue;
      const [, front = '', body = ''] = fs.readFileSync(path.join(root, 'syllabus/notes', `${slug}.md`), 'utf8').split(/^---$/m);
      const { values = {} } = parse(front) as { values?: Record<string, string | number> };
      const valueOf = (name: string): number | undefined =>
        name in values ? evaluate(parseExpression(String(values[name])), valueOf) : undefined;
      for (const [mark, name = '', decimals] of body.matchAll(/\{\{(\w+)(?::\.(\d+))?\}\}/g)) {
        const value = valueOf(name);
        assert.ok(value !== undefined && Number.isFinite(value), `${slug}: ${mark}`);
        const shown = [false, true].map((fixed) => showValue(value, decimals === undefined ? undefined : Number(decimals), fixed));
        assert.ok(
          shown.some((text) => note.html.includes(text)),
          `${slug}: ${mark} = ${shown.join(' or ')}`,
        );
      }
      assert.doesNotMatch(note.html, /\{\{/, slug);
    }
  });

  it('has at least twelve movable figures, each where the table puts it', () => {
    const shown = pages().flatMap(({ slug, note }) =>
      note === null ? [] : [...note.html.matchAll(/data-figure="([^"]+)"/g)].map(([, name = '']) => ({ slug, name })),
    );
    assert.ok(new Set(shown.map(({ name }) => name)).size >= 12);
    for (const { slug, note } of pages()) {
      if (note === null) continue;
      for (const { figure } of figurePlacements[slug] ?? [])
        assert.ok(
          shown.some((at) => at.slug === slug && at.name === figure),
          `${figure} in ${slug}`,
        );
    }
  });

  it('defines every term in a sentence, and exports every note', () => {
    const { terms } = decodeTermsFile(read('terms.json'), 'terms.json');
    assert.ok(terms.length >= 200);
    assert.deepEqual(
      terms.filter(({ definition }) => definition === '').map(({ ja, slug }) => `${slug}: ${ja}`),
      [],
    );
    for (const { slug, note, title } of pages()) {
      if (note !== null) assert.ok(fs.readFileSync(path.join(out, `markdown/${slug}.md`), 'utf8').startsWith(`# ${title}\n`), slug);
    }
  });

  it('is small: an index that opens at once, no note above 400 kB', () => {
    assert.ok(fs.statSync(path.join(out, 'index.json')).size < 60_000);
    for (const file of files('notes')) assert.ok(fs.statSync(path.join(out, file)).size < 400_000, file);
  });
});
