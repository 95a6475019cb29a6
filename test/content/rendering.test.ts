/** What the compiler makes of a text: safe HTML without inline styles, with formulas, code, figures, links and values in it. */
import assert from 'node:assert/strict';
import fs from 'node:fs';
import { decodePageFile } from '../../src/protocol/syllabus';
import { createMarkdown } from '../../src/build/content/markdown';
import { quantityClasses } from '../../src/build/content/quantities';
import { createProblems } from '../../src/build/content/problems';
import { startRendering } from '../../src/build/content/rendering';
import { createStyleClasses } from '../../src/build/content/styleClasses';
import { clearBench, compile, note } from './contentBench';

async function htmlOf(body: string): Promise<string> {
  const { problems, json } = await compile({ notes: { maml: note(body) } });
  assert.deepEqual(problems, []);
  const page = decodePageFile(json('notes/maml.json'), 'notes/maml.json');
  return (page.note?.html ?? '').replace(/^[\s\S]*?<\/h2>\n/, '').trim();
}

describe('the rendering of a text', () => {
  after(clearBench);

  it('joins Japanese lines without a space and keeps one between English words', async () => {
    assert.equal(await htmlOf('日本語の\n文です。$x$\nと続きます。'), await htmlOf('日本語の文です。$x$と続きます。'));
    assert.equal(await htmlOf('two\nwords'), '<p>two\nwords</p>');
  });

  it('emphasises beside Japanese brackets', async () => {
    assert.equal(await htmlOf('これは**「初期値」**です。'), '<p>これは<strong>「初期値」</strong>です。</p>');
    assert.match(await htmlOf('これを**$\\theta$ で**微分します。'), /<strong><span class="katex">.*<\/strong>微分/s);
  });

  it('typesets formulas with MathML that holds the TeX, and no inline style', async () => {
    const html = await htmlOf('$\\frac{a}{b}$ と\n\n$$\n\\htmlClass{c-theta}{\\theta}\n$$');
    assert.match(html, /<annotation encoding="application\/x-tex">\\frac\{a\}\{b\}<\/annotation>/);
    assert.match(html, /<div class="formula"><span class="katex-display">/);
    assert.match(html, /class="enclosing c-theta"/);
    assert.doesNotMatch(html, /\sstyle=/);
  });

  it('gives each class that stands for a style a rule', async () => {
    const { json, text } = await compile({ notes: { maml: note('$\\sqrt{\\dfrac{a}{b}}$') } });
    const html = decodePageFile(json('notes/maml.json'), 'maml').note?.html ?? '';
    const css = text('math.css');
    const used = new Set([...html.matchAll(/\bs-[a-z][\w-]*/g)].map(([name]) => name));
    assert.ok(used.size > 5);
    for (const name of used) assert.ok(css.includes(`.${name}{`), name);
    assert.doesNotMatch(css, /\.ttf|\.woff\b/);
    assert.match(css, /KaTeX_Main-Regular\.woff2/);
  });

  it('fills values: at most, or in tables exactly, the asked decimals', async () => {
    const html = await htmlOf('{{b}}、{{b:.3}}、{{b:.2f}}\n\n| x |\n|--:|\n| {{b:.3}} |');
    assert.match(html, /<p>2\.5、2\.5、2\.50<\/p>/);
    assert.match(html, /<td class="align-right">2\.500<\/td>/);
    assert.match(await htmlOf('```python\nf"{{a}} {{x}}"\n```'), /2 \{\{x\}\}/);
  });

  it('shows code alike whether tests run it or not', async () => {
    const fence = (info: string) => `\`\`\`${info}\nx = 1\n\`\`\``;
    assert.equal(await htmlOf(fence('python slow="長い"')), await htmlOf(fence('python')));
    const { text } = await compile({ notes: { maml: note(fence('python slow="長い"')) } });
    assert.match(text('markdown/maml.md'), /^```python\nx = 1\n```$/m);
  });

  it('turns links between notes into places that the page opens', async () => {
    assert.equal(await htmlOf('[先](note:maml#short)'), '<p><a href="#" data-note="maml" data-anchor="short">先</a></p>');
    assert.equal(await htmlOf('[上](#short)'), '<p><a href="#" data-note="" data-anchor="short">上</a></p>');
    assert.equal(await htmlOf('[別](note:bert)'), '<p><a href="#" data-note="bert" data-anchor="">別</a></p>');
  });

  it('knows callouts, details, actions and scrolling tables', async () => {
    assert.match(
      await htmlOf('> [!TIP]\n> 文'),
      /<div class="callout callout-tip" role="note"><p class="callout-title">.*ヒント<\/p>\s*<p>文<\/p>\s*<\/div>/s,
    );
    assert.match(
      await htmlOf(':::details 導出 $x$\n文\n:::'),
      /<details class="fold"><summary>導出 <span class="katex">.*<\/summary>\s*<p>文<\/p>\s*<\/details>/s,
    );
    assert.equal(await htmlOf('{{action:demo}}'), '<div class="slot" data-action="action:demo"></div>');
    assert.match(await htmlOf('| a |\n|---|\n| 1 |'), /^<div class="table-box"><table>/);
  });

  it('writes figures anew from what is allowed, with ids of their own', async () => {
    const svg =
      '<svg viewBox="0 0 600 10" width="600"><title>矢印 &amp; 点</title><defs><marker id="m"/></defs><path d="M0 0" marker-end="url(#m)"/><!-- no --></svg>';
    const html = await htmlOf(`\`\`\`svg\n${svg}\n\`\`\``);
    assert.match(html, /^<figure class="figure wide"><svg viewBox="0 0 600 10" role="img"><title>矢印 &amp; 点<\/title>/);
    assert.match(html, /<marker id="figure-1-m"\/>.*marker-end="url\(#figure-1-m\)"/);
    assert.doesNotMatch(html, /<!--/);
  });

  it('has a colour for every class that figures and formulas may use', () => {
    const css = fs.readFileSync('src/webview/shared/prose.css', 'utf8');
    for (const name of quantityClasses) assert.match(css, new RegExp(`\\.prose \\.${name} \\{\\s*color: var\\(--`), name);
  });

  it('escapes HTML and lets no handler through', () => {
    const problems = createProblems();
    const rendering = startRendering('question', problems.in('x'), createStyleClasses());
    const html = createMarkdown().render('`<img onerror=1>` <img src=x onerror=1> [a](javascript:alert)', () => undefined, rendering);
    assert.doesNotMatch(html, /<img|href="javascript/);
    assert.equal(problems.list().length, 2);
  });

  it('keeps the paragraph out of a short text', () => {
    const rendering = startRendering('question', () => undefined, createStyleClasses());
    const markdown = createMarkdown();
    assert.equal(
      markdown.renderCompact('**一**つ', () => undefined, rendering),
      '<strong>一</strong>つ',
    );
    assert.equal(
      markdown.renderCompact('一\n\n二', () => undefined, rendering),
      '<p>一</p>\n<p>二</p>',
    );
  });
});
