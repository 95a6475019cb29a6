/** Damaged notes: each mistake is reported with file, line and remedy. */
import assert from 'node:assert/strict';
import { clearBench, compile, firstTextLine, note } from './contentBench';

/** Compiles one note and expects exactly one problem, at `line`, with these words, ending in a remedy. */
async function expectProblem(text: string, line: number, what: RegExp): Promise<void> {
  const { problems } = await compile({ notes: { maml: text } });
  assert.equal(problems.length, 1, problems.join('\n'));
  const match = /^syllabus\/notes\/maml\.md:(\d+): (.+)$/s.exec(problems[0] ?? '');
  assert.equal(Number(match?.[1]), line, problems[0]);
  assert.match(match?.[2] ?? '', what);
  assert.match(match?.[2] ?? '', /[.!)’”] \S.*\.$/s, 'what is wrong, then what to do');
}

/** The mistakes of a text: name → body, line within it, what is reported. */
const bodies: Record<string, readonly [body: string, line: number, what: RegExp]> = {
  'an unknown command in a formula': ['よい\n$x$ と $\\nosuch{y}$', 1, /“\\nosuch\{y\}” cannot be typeset/],
  'a formula on lines of its own': ['文\n\n$$\n\\frac{1}{\n$$', 2, /cannot be typeset/],
  'a dollar alone': ['100 $ です', 0, /A \$ stands alone/],
  'an emphasis left open': ['これは **大事 です', 0, /\*\* is not closed/],
  'an unknown value': ['1\n2\n{{c}} です', 2, /no value “c”/],
  'a link to no page': ['[先](note:mamle)', 0, /no page “mamle”/],
  'a link to no heading': ['[先](note:maml#nowhere)', 0, /“maml” has no heading #nowhere.*short/s],
  'a link to a heading of an unwritten note': ['[先](note:bert#mlm)', 0, /“bert” is not written yet/],
  'a link out of the extension that is not https': ['[先](http://example.org/)', 0, /leads nowhere/],
  'a heading without anchor': ['文\n\n## 二番目', 2, /no anchor/],
  'an anchor twice': ['### 別 {#short}', 0, /“short” is used twice/],
  'a first-level heading': ['# 題 {#title}', 0, /no h1/],
  'a fence left open': ['```python\nx = 1', 0, /fence ```python is not closed/],
  'a fence without language': ['```\nx = 1\n```', 0, /no language/],
  'an unknown word after a language': ['```python fast="x"\nx = 1\n```', 0, /“fast="x"” means nothing after python/],
  'a marker without reason': ['```python slow=""\nx = 1\n```', 0, /“slow” gives no reason/],
  'a marker on code that never runs': ['```bash needs="GPU"\nls\n```', 0, /means nothing after bash/],
  'an unknown language': ['```cobol\nx\n```', 0, /“cobol”/],
  'details left open': [':::details 導出\n文', 0, /not closed/],
  'an end that opens nothing': [':::', 0, /opens nothing/],
  'an unknown callout': ['> [!HINT]\n> 文', 0, /no callout \[!HINT\]/],
  'an unknown action': ['{{action:dance}}', 0, /no action/],
  'HTML in the text': ['改行<br>です', 0, /HTML tag/],
  'a picture from a file': ['![図](figure.png)', 0, /Pictures/],
  'a claim on an optional topic': ['文\n\n毎年出題されます。', 2, /“出題されます”/],
  'a figure without title': ['```svg\n<svg viewBox="0 0 10 10"><circle r="1"/></svg>\n```', 1, /no title/],
  'a colour of its own': [
    '```svg\n<svg viewBox="0 0 10 10"><title>点</title>\n<circle r="1" fill="#ff0000"/></svg>\n```',
    2,
    /does not follow the theme/,
  ],
  'a class without a colour': [
    '```svg\n<svg viewBox="0 0 1 1"><title>点</title>\n<g class="c-red"/></svg>\n```',
    2,
    /“c-red” has no colour/,
  ],
  'an unknown class in a formula': ['$\\htmlClass{c-red}{x}$', 0, /cannot be typeset/],
  'a script in a figure': ['```svg\n<svg viewBox="0 0 1 1"><title>点</title><script>x</script></svg>\n```', 1, /no <script>/],
  'a style in a figure': ['```svg\n<svg viewBox="0 0 1 1"><title>点</title><g style="fill:red"/></svg>\n```', 1, /attribute “style”/],
  'a handler in a figure': ['```svg\n<svg viewBox="0 0 1 1" onload="x()"><title>点</title></svg>\n```', 1, /attribute “onload”/],
  'an element left open in a figure': ['```svg\n<svg viewBox="0 0 1 1"><title>点</title>\n<g></svg>\n```', 2, /not sound XML/],
  'a reference out of a figure': [
    '```svg\n<svg viewBox="0 0 1 1"><title>点</title><use href="https://x.org/a"/></svg>\n```',
    1,
    /leads out of the figure/,
  ],
};

/** The mistakes of front matter: name → change of the whole text, line, what is reported. */
const fronts: Record<string, readonly [change: (text: string) => string, line: number, what: RegExp]> = {
  'no front matter': [(text) => text.slice(4), 1, /no front matter/],
  'an unknown key': [(text) => text.replace('summary:', 'sumary: x\nsummary:'), 8, /“sumary” is not a key/],
  'a missing key': [(text) => text.replace('titleEn: MAML\n', ''), 2, /“titleEn” is missing/],
  'the wrong slug': [(text) => text.replace('slug: maml', 'slug: meta-learning'), 2, /not the file's name/],
  'another scope than the outline': [(text) => text.replace('scope: optional', 'scope: exam'), 7, /scope is exam.*optional/s],
  'a scope that does not exist': [(text) => text.replace('scope: optional', 'scope: maybe'), 7, /“scope” is "maybe"/],
  'another section than the outline': [(text) => text.replace('4.(8)-v', '4.(8)-i'), 6, /stands at 4\.\(8\)-i/],
  'no chapter': [(text) => text.replace('chapter: meta-learning-maml\n', ''), 2, /chapter is missing/],
  'a term that points nowhere': [(text) => text.replace('anchor: short', 'anchor: long'), 10, /#long/],
  'a reading in kanji': [(text) => text.replace('しょきち', '初期値'), 10, /not hiragana/],
  'a value that cannot be computed': [(text) => text.replace('a + 0.5', 'a +'), 11, /“b” cannot be computed.*column 4/s],
  'a value that depends on itself': [(text) => text.replace('a + 0.5', 'b + 1'), 11, /depends on itself/],
  'broken YAML': [(text) => text.replace('summary: 初期値', 'summary: "初期値'), 8, /not sound YAML/],
};

describe('a damaged note', () => {
  after(clearBench);

  it('is told from a sound one', async () => {
    const { problems } = await compile({ notes: { maml: note('文です。$a$ は {{a}}、{{b:.1}}。**「強調」**も\\$も読めます。') } });
    assert.deepEqual(problems, []);
  });

  for (const [name, [body, line, what]] of Object.entries(bodies)) {
    it(`is reported: ${name}`, () => expectProblem(note(body), firstTextLine + line, what));
  }
  for (const [name, [change, line, what]] of Object.entries(fronts)) {
    it(`is reported: ${name}`, async () => {
      const { problems } = await compile({ notes: { maml: note('文', change) } });
      const found = problems.filter((problem) => problem.startsWith(`syllabus/notes/maml.md:${line}: `) && what.test(problem));
      assert.equal(found.length, 1, problems.join('\n'));
    });
  }

  it('does not hide the mistakes of others', async () => {
    const { problems } = await compile({ notes: { maml: note('$\\nosuch$'), 'meta-learning': 'no front matter' } });
    assert.deepEqual(
      problems.map((problem) => /^[^:]+/.exec(problem)?.[0]),
      ['syllabus/notes/maml.md', 'syllabus/notes/meta-learning.md'],
    );
  });
});
