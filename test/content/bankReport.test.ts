/** The bank's report: its statistics against published values, and habits that it must notice. */
import assert from 'node:assert/strict';
import { bankReport, plainText, summaryOf } from '../../src/build/content/bankReport';
import { chiSquareTail, evenness } from '../../src/build/content/chiSquare';
import type { Question } from '../../src/core/quiz/question';

const single = (id: string, texts: readonly string[], right: number): Question => ({
  id,
  kind: 'single',
  topic: 'maml',
  note: { slug: 'maml', anchor: '' },
  difficulty: 1,
  stemHtml: `<p>${id}</p>`,
  explanationHtml: '<p>x</p>',
  choices: texts.map((html, index) => ({ html, correct: index === right, whyHtml: 'x' })),
});
const reportOf = (questions: readonly Question[]) =>
  bankReport(
    new Map([['maml', { file: { version: 2 as const, topic: 'maml', questions: [...questions] }, ids: [], links: [], draws: [] }]]),
    new Map(questions.map(({ id }) => [id, `syllabus/questions/maml.yaml:${id}`])),
  );

describe('the chi-square distribution', () => {
  it('agrees with the published 5 %, 1 % and 0.1 % limits', () => {
    for (const [freedom, five, one, tenth] of [
      [1, 3.841, 6.635, 10.828],
      [3, 7.815, 11.345, 16.266],
      [10, 18.307, 23.209, 29.588],
    ] as const) {
      assert.ok(Math.abs(chiSquareTail(five, freedom) - 0.05) < 1e-4);
      assert.ok(Math.abs(chiSquareTail(one, freedom) - 0.01) < 1e-4);
      assert.ok(Math.abs(chiSquareTail(tenth, freedom) - 0.001) < 1e-5);
    }
    assert.deepEqual(evenness([5, 5, 5, 5]), { chiSquare: 0, p: 1 });
  });
});

describe('the report on the bank', () => {
  it('notices that the right choice is always the longest, and names the worst', () => {
    const questions = Array.from({ length: 40 }, (_, i) => single(`q${i}`, ['ながい'.repeat(i + 1), 'い', 'ろ', 'は'], 0));
    const { longest } = reportOf(questions);
    assert.deepEqual([longest.questions, longest.right, longest.expected], [40, 40, 10]);
    assert.ok(longest.p < 1e-6);
    assert.equal(longest.worst[0]?.id, 'q39');
    assert.match(summaryOf(reportOf(questions)), /100 % of 40, 25 % by chance \(p < 0\.001\)\.\n {2}syllabus\/questions\/maml\.yaml:q39/);
  });

  it('counts ties in part, and finds nothing where lengths are alike', () => {
    const { longest, positions } = reportOf(Array.from({ length: 40 }, (_, i) => single(`q${i}`, ['い', 'ろ', 'は', 'に'], 0)));
    assert.equal(longest.right, 10);
    assert.deepEqual(longest.worst, []);
    // The author always wrote the right one first; the shuffle must not show that.
    assert.equal(positions[0]?.shown, 800);
    assert.ok((positions[0]?.p ?? 0) > 0.001, JSON.stringify(positions));
  });

  it('measures a formula by its TeX, once', () => {
    const katex =
      '<span class="katex"><span class="katex-mathml"><math><semantics><mi>a</mi><annotation encoding="application/x-tex">a_1</annotation></semantics></math></span><span class="katex-html"><span>a</span><span>1</span></span></span>';
    assert.equal(plainText(`<p>${katex} の 値</p>`), '\\(a_1\\)の値');
  });
});
