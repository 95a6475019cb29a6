// Terms and their definitions, marks in other notes, exported Markdown, coverage and the places of movable figures.
import assert from 'node:assert/strict';
import { buildCoverage, uncovered } from '../../src/build/content/coverage';
import { createGlossary, markTerms } from '../../src/build/content/glossary';
import { figureSlot, placeFigures } from '../../src/build/content/movableFigures';
import { noteText } from '../../src/build/content/noteText';
import type { DefinedTerm } from '../../src/build/content/terms';
import { decodePageFile, decodeTermsFile } from '../../src/protocol/syllabus';
import { clearBench, compile, note } from './contentBench';

const term = (ja: string, slug: string, abbr?: string): DefinedTerm => ({
  ja,
  reading: 'あ',
  en: 'a',
  ...(abbr === undefined ? {} : { abbr }),
  slug,
  anchor: 'x',
  title: slug,
  definition: '。',
  definitionHtml: '。',
});

describe('terms', () => {
  after(clearBench);

  it('take the sentence that sets them off, with its formulas for screen and ear', async () => {
    const { json, problems } = await compile({
      notes: { maml: note('前置きです。**初期値** $\\theta$ は出発点です。初期値を学びます。') },
    });
    assert.deepEqual(problems, []);
    const [entry] = decodeTermsFile(json('terms.json'), 'terms.json').terms;
    assert.equal(entry?.definition, '初期値 θ は出発点です。');
  });

  it('are marked once in a section, not inside longer words, not where they are defined', () => {
    const glossary = createGlossary([term('分散', 'a'), term('ドロップ', 'a'), term('RNN', 'b'), term('分散学習', 'b')], ['a', 'b']);
    const marked = (html: string, own: string[] = []) =>
      [...markTerms(html, 'c', new Set(own), glossary).html.matchAll(/<a class="term"[^>]*>(.*?)<\/a>/g)].map(([, word]) => word);
    assert.deepEqual(marked('<p>分散と分散。</p>'), ['分散']);
    assert.deepEqual(marked('<h2 id="a">分散</h2><p>分散</p><h2 id="b">x</h2><p>分散</p>'), ['分散', '分散']);
    assert.deepEqual(marked('<p>分散学習、ドロップアウト、RNNs、共分散</p>'), ['分散学習']);
    assert.deepEqual(marked('<p><code>分散</code><a href="#">分散</a><strong>分散</strong></p>'), []);
    assert.deepEqual(marked('<p>分散</p>', ['分散']), []);
    assert.deepEqual(markTerms('<p>分散</p>', 'a', new Set(), glossary).glossary, []);
  });

  it('reach the page with their definition', async () => {
    const other = note('**回帰**は数を当てる問題です。', (text) =>
      text.replace('slug: maml', 'slug: meta-learning').replace('ja: 初期値, reading: しょきち', 'ja: 回帰, reading: かいき'),
    );
    const { json, problems } = await compile({ notes: { maml: note('この回帰です。'), 'meta-learning': other } });
    assert.deepEqual(problems, []);
    const page = decodePageFile(json('notes/maml.json'), 'maml').note!;
    assert.match(page.html, /data-note="meta-learning" data-anchor="short" data-term="0">回帰</);
    assert.equal(page.glossary[0]?.html, '<strong>回帰</strong>は数を当てる問題です。');
  });
});

describe('a note as text', () => {
  it('is cut into sentences under their headings; code and captions are no prose', () => {
    const sections = noteText('<p>一。二。</p><h2 id="h">見出し</h2><pre><code>a\nb</code></pre><ul><li>三</li></ul>');
    assert.deepEqual(
      sections.map(({ anchor, sentences }) => [anchor, sentences.map(({ text, prose }) => (prose ? text : `[${text}]`))]),
      [
        ['', ['一。', '二。']],
        ['h', ['[a]', '[b]', '三']],
      ],
    );
  });

  it('is exported with values, without the house’s marks', async () => {
    const body = '値は {{b}} です。[初期値](#short)\n\n{{action:quiz}}\n\n:::details 導出\n$x$\n:::\n\n```python\nx = "{#a}"\n```';
    const { text, problems } = await compile({ notes: { maml: note(body) } });
    assert.deepEqual(problems, []);
    const markdown = text('markdown/maml.md');
    assert.match(markdown, /^# MAML\n/);
    assert.match(markdown, /値は 2\.5 です。「初期値」/);
    assert.match(markdown, /## 一言\n/);
    assert.match(markdown, /<details>\n<summary>導出<\/summary>\n\n\$x\$\n\n<\/details>/);
    assert.match(markdown, /x = "\{#a\}"/);
    assert.doesNotMatch(markdown, /action:quiz|:::/);
  });
});

describe('movable figures', () => {
  after(clearBench);

  it('stand at the end of their section, once', () => {
    const html = '<h2 id="how">a</h2><h3 id="inner-loop">b</h3><p>c</p><h3 id="d">d</h3>';
    const placed = placeFigures(html, 'maml');
    assert.equal(placed, html.replace('<h3 id="d">', `${figureSlot('inner-step')}<h3 id="d">`));
    assert.equal(placeFigures(placed, 'maml'), placed);
    assert.equal(placeFigures('<p>c</p>', 'nowhere'), '<p>c</p>');
  });

  it('may be placed by a paragraph, whose name is checked', async () => {
    const { json, problems } = await compile({ notes: { maml: note('{{figure:momentum}}') } });
    assert.deepEqual(problems, []);
    assert.match(decodePageFile(json('notes/maml.json'), 'maml').note!.html, /data-figure="momentum"/);
    const wrong = await compile({ notes: { maml: note('{{figure:monentum}}') } });
    assert.match(wrong.problems.join('\n'), /There is no action \{\{figure:monentum\}\}/);
  });
});

describe('coverage', () => {
  it('counts a word as explained by a term or a text, and only asks for it where all pages are written', () => {
    const section = { ref: '1.(1)-i', title: '', scope: 'exam', groups: [{ words: { 勾配: 'gradient', 行列式: 'determinant' } }] } as const;
    const topic = { slug: 'a', title: 'a', titleEn: 'a', refs: ['1.(1)-i'], scope: 'exam' } as const;
    const outline = { version: '2026', areas: [{ ref: '1', title: '', titleEn: '', items: [{ ref: '1.(1)', title: '', titleEn: '', sections: [section] }] }], topics: [topic] }; // prettier-ignore
    assert.deepEqual(uncovered(buildCoverage(outline, new Map())), []);
    const written = {
      slug: 'a',
      title: 'a',
      titleEn: 'a',
      summary: '',
      demo: false,
      body: '',
      values: new Map(),
      anchors: new Set<string>(),
      links: [],
      note: { html: '<h2 id="x">勾配とは</h2>', toc: [], terms: [], glossary: [], sources: [], minutes: 1 },
    };
    const coverage = buildCoverage(outline, new Map([['a', written]]));
    assert.deepEqual(coverage[0]?.words[0], {
      ja: '勾配',
      en: 'gradient',
      scope: 'exam',
      by: 'text',
      slug: 'a',
      anchor: 'x',
      heading: '勾配とは',
    });
    assert.deepEqual(
      uncovered(coverage).map(({ word }) => word.ja),
      ['行列式'],
    );
  });

  it('asks for a note and for questions to every slug of the outline', async () => {
    const { problems } = await compile({ notes: { maml: note('文です。') }, partial: false });
    const about = (slug: string) => problems.filter((problem) => problem.includes(`“${slug}”`));
    assert.match(about('bert').join('\n'), /^syllabus\/outline\.yaml:\d+: “bert” has no note\. Write syllabus\/notes\/bert\.md\./);
    assert.equal(about('bert').length, 2);
    assert.match(about('maml').join('\n'), /“maml” has no questions/);
    assert.equal(about('maml').length, 1);
    clearBench();
  });
});
