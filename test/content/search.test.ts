// The search over the content that ships: what learners type finds what they mean, and fast enough for every keystroke.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { buildContent } from '../../src/build/content/buildContent';
import { createSearch, type Search } from '../../src/core/syllabus/search';
import { decodeSearchFile } from '../../src/protocol/syllabus';
import { root } from './contentBench';

const out = fs.mkdtempSync(path.join(os.tmpdir(), 'search-'));
/** What one keystroke may take, in milliseconds. */
const budget = 30;

describe('the search', () => {
  let search: Search;
  let loading = 0;
  before(async function () {
    this.timeout(120_000); // all notes are compiled
    assert.deepEqual(await buildContent({ root, outDir: out }), []);
    const text = fs.readFileSync(path.join(out, 'search.json'), 'utf8');
    const start = performance.now();
    search = createSearch(decodeSearchFile(JSON.parse(text), 'search.json'));
    loading = performance.now() - start;
  });
  after(() => fs.rmSync(out, { recursive: true, force: true }));

  const first = (query: string, count = 1) => search.find(query).slice(0, count);
  const titles = (query: string, count: number) => first(query, count).map(({ document }) => document.title);

  for (const query of ['メタ学習', 'めたがくしゅう', 'ﾒﾀ学習', 'meta-learning', 'meta learn']) {
    it(`finds meta-learning by “${query}”`, () => assert.ok(titles(query, 2).some((title) => title.startsWith('メタ学習'))));
  }

  it('finds parts of words, half-width kana and English', () => {
    assert.ok(titles('誤差逆', 1)[0]?.startsWith('誤差逆伝播'));
    assert.deepEqual(titles('ｿﾌﾄﾏｯｸｽ', 1), titles('ソフトマックス', 1));
    assert.match(titles('vanishing', 1)[0] ?? '', /勾配消失/);
    assert.ok(first('softmx').length > 0, 'a slip of the finger');
  });

  it('puts the note of a name first', () =>
    assert.deepEqual([first('maml')[0]?.document.slug, first('maml')[0]?.document.kind], ['maml', 'note']));

  it('leads to notes, terms, sections and questions, each with a line', () => {
    const kinds = new Set(['学習率', '畳み込み', '正規化'].flatMap((query) => search.find(query)).map(({ document }) => document.kind));
    assert.deepEqual([...kinds].sort(), ['note', 'question', 'section', 'term']);
    for (const { document, line } of search.find('受容野')) assert.ok(`${document.title}${line}`.includes('受容野'), document.title);
  });

  it('finds nothing for nothing', () => {
    for (const query of ['', '  ', '！？', 'ぬぬぬぬ']) assert.deepEqual(search.find(query), []);
  });

  it(`answers every keystroke in under ${budget} ms`, () => {
    const typed = ['めたがくしゅう', 'バッチ正規化', 'backpropagation', 'の', 'kl divergence', '学習率', 'a', 'softmx'];
    const times = typed
      .flatMap((query) => Array.from(query, (_, at) => query.slice(0, at + 1)))
      .map((query) => {
        const runs = Array.from({ length: 5 }, () => {
          const start = performance.now();
          search.find(query);
          return performance.now() - start;
        });
        return { query, ms: runs.sort((a, b) => a - b)[2]! };
      });
    times.sort((a, b) => b.ms - a.ms);
    const size = fs.statSync(path.join(out, 'search.json')).size;
    const slowest = times.slice(0, 3).map(({ query, ms }) => `“${query}” ${ms.toFixed(1)} ms`);
    console.log(
      `      index ${(size / 1e6).toFixed(2)} MB, read in ${loading.toFixed(0)} ms; slowest of ${times.length}: ${slowest.join(', ')}`,
    );
    assert.ok(times[0]!.ms < budget, slowest.join(', '));
  });
});
