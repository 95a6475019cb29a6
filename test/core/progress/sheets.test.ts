// What leaves the record for other programs: results as CSV, questions for Anki.
import * as assert from 'node:assert';
import * as fc from 'fast-check';
import { resultsCsv } from '../../../src/core/progress/resultsCsv';
import { ankiTsv } from '../../../src/core/quiz/ankiTsv';
import { records, reviewed, stateOf } from '../quiz/reviews';
import { numeric, samples, single } from '../quiz/sampleQuestions';

/** Reads CSV back as RFC 4180 has it. */
function parse(text: string): string[][] {
  const lines: string[][] = [[]];
  for (const [, quoted, plain, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/g)) {
    if (end === '' && quoted === undefined && plain === '') break;
    lines.at(-1).push(quoted === undefined ? (plain ?? '') : quoted.replace(/""/g, '"'));
    if (end === '\r\n') lines.push([]);
  }
  return lines.slice(0, -1);
}

describe('results as CSV', () => {
  it('have one line of nine cells for each answer that counts, whatever the titles hold', () => {
    fc.assert(
      fc.property(records, fc.string({ unit: 'binary' }), (events, title) => {
        const { history } = stateOf(events);
        const lines = parse(resultsCsv(history, () => title).slice(1));
        const answers = [...history.values()].flat();
        assert.strictEqual(lines.length, 1 + answers.length);
        assert.ok(lines.every((cells) => cells.length === 9));
        assert.strictEqual(lines.slice(1).filter((cells) => cells[6] === '1').length, answers.filter(({ correct }) => correct).length);
        for (const cells of lines.slice(1)) assert.strictEqual(cells[3]!.replace(/^'(?=[=+\-@\t\r])/, ''), title);
      }),
      { numRuns: 300 },
    );
  });

  it('are readable for a spreadsheet and run nothing there', () => {
    const answer = reviewed('q', 20_000, true, { given: { text: '=1+1', value: 2 }, ms: 12_345 });
    const text = resultsCsv(stateOf([answer]).history, () => 'メタ学習, MAML');
    assert.ok(text.startsWith('\uFEFFtime,quiz,topic,title,question,answer,correct,seconds,crammed\r\n'));
    assert.match(text, /,"メタ学習, MAML",q,'=1\+1,1,12\.3,0\r\n$/);
  });
});

describe('questions for Anki', () => {
  it('are one line of four cells each, under the headings that Anki reads', () => {
    const lines = ankiTsv(samples, (slug) => slug).split('\n');
    assert.deepStrictEqual(lines.slice(0, 4), ['#separator:tab', '#html:true', '#guid column:1', '#tags column:4']);
    const cells = lines.slice(4, -1).map((line) => line.split('\t'));
    assert.deepStrictEqual(
      cells.map((line) => [line.length, line[0], line[3]]),
      samples.map(({ id, topic }) => [4, id, topic]),
    );
    assert.ok(!cells.some(([, front]) => front!.includes('解説')), 'no explanation on the front');
    assert.match(cells[samples.indexOf(numeric)]![2]!, /<b>1\.6 枚<\/b>/);
  });

  it('carry formulas as TeX and keep the lines of a listing', () => {
    const formula = (tex: string) =>
      `<span class="katex"><span class="katex-mathml"><math><annotation encoding="application/x-tex">${tex}</annotation></math></span><span class="katex-html"><span>x</span></span></span>`;
    const stemHtml = `<p>${formula('a_1')} と <span class="katex-display">${formula('b^2')}</span> の和</p>`;
    const text = ankiTsv([{ ...single, stemHtml, codeHtml: '<pre><code>a\n\tb</code></pre>' }], String);
    assert.match(text, /<p>\\\(a_1\\\) と \\\[b\^2\\\] の和<\/p><pre><code>a<br> b<\/code><\/pre>/);
  });
});
