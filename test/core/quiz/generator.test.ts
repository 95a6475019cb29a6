// Changing numbers: the same draw always gives the same question, draws differ, and a review shows what was answered.
import * as assert from 'node:assert';
import * as fc from 'fast-check';
import { createProgressFold } from '../../../src/core/progress/progressState';
import { drawCount, drawValues, showSlot, sizeOf } from '../../../src/core/quiz/generator';
import { instanceOf, withDraw } from '../../../src/core/quiz/instance';
import { isRight, understand } from '../../../src/core/quiz/kinds';
import { restoreSession } from '../../../src/core/quiz/session';
import { stored } from '../progress/windows';
import { changing, single } from './sampleQuestions';

const generator = changing.generator!;
const draws = Array.from({ length: drawCount }, (_, draw) => draw);

describe('a draw', () => {
  it('is the same every time, and never changes between versions', () => {
    assert.deepStrictEqual(
      [0, 1, 2].map((draw) => drawValues(generator, 'golden', draw)!.get('x')),
      [2, 9, 3],
    );
  });

  it('meets its conditions and reaches every value that it may', () => {
    const seen = new Set(draws.map((draw) => drawValues(generator, changing.id, draw)!.get('x')));
    assert.deepStrictEqual([...seen].sort(), [1, 2, 3, 4, 6, 7, 8, 9]);
  });

  it('is none when the conditions cannot be met', () => {
    assert.strictEqual(drawValues({ ...generator, where: ['x > 9'] }, 'q', 0), null);
  });

  it('counts the values of a range exactly, decimals included', () => {
    assert.strictEqual(sizeOf({ from: 0.1, to: 0.3, step: 0.05 }), 5);
    assert.strictEqual(sizeOf({ from: 1, to: 9, step: 1 }), 9);
    assert.strictEqual(sizeOf([1, 5]), 2);
  });
});

describe('a question with changing numbers', () => {
  it('has its texts, answer, tolerance and slips filled alike', () => {
    for (const draw of draws.slice(0, 100)) {
      const question = withDraw(changing, draw);
      const values = drawValues(generator, changing.id, draw)!;
      if (question.kind !== 'numeric') return assert.fail();
      const [x, y] = [values.get('x')!, values.get('y')!];
      assert.strictEqual(question.stemHtml, `<p>x = ${x}</p>`);
      assert.strictEqual(question.explanationHtml, y < 0 ? `<p>(−${-y})</p>` : `<p>${y}</p>`);
      assert.deepStrictEqual([question.answer.value, question.answer.tolerance], [y, Math.abs(y) * 0.01]);
      assert.deepStrictEqual(question.mistakes, [{ value: x, whyHtml: `<p>${x} のまま</p>` }]);
    }
  });

  it('shows a sign apart where it is asked to', () => {
    const values = new Map([['x', -1.5]]);
    assert.strictEqual(showSlot({ name: 'x', fixed: false, sign: 'signed' }, values), '\u2005−\u20051.5');
    assert.strictEqual(showSlot({ name: 'x', fixed: false, sign: 'signed' }, new Map([['x', 2]])), '\u2005+\u20052');
  });

  it('has other numbers in other quizzes, the same in one, and those that were answered in a review', () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer(), (seed, other) => {
        const question = instanceOf(changing, seed);
        assert.deepStrictEqual(instanceOf(changing, seed), question);
        if (question.kind !== 'numeric') return assert.fail();
        const given = understand(question, { text: String(question.answer.value) }, [])!;
        assert.ok(isRight(question, given));
        assert.deepStrictEqual(instanceOf(changing, other, given), question);
      }),
    );
    const shown = new Set(draws.slice(0, 50).map((seed) => instanceOf(changing, seed).stemHtml));
    assert.ok(shown.size > 4, `${shown.size} different`);
  });

  it('comes back from the record with the numbers of its answer', () => {
    const bank = new Map([[changing.id, changing]]);
    const started = stored('start', 1, { type: 'quizStarted', session: 's', topics: ['maml'], questions: [changing.id], seed: 11 });
    const open = restoreSession('s', foldOf([started]), bank)!.items[0]!;
    const given = understand(open.question, { text: '8/4' }, [])!;
    assert.ok('draw' in given && given.draw !== undefined);
    const answered = stored('a', 2, {
      type: 'answered',
      session: 's',
      question: changing.id,
      topic: 'maml',
      given,
      correct: isRight(open.question, given),
    });
    const later = stored('start', 1, { type: 'quizStarted', session: 's', topics: ['maml'], questions: [changing.id], seed: 99 });
    const review = restoreSession('s', foldOf([answered, later]), bank)!.items[0]!;
    assert.deepStrictEqual(review.question, open.question);
  });

  it('leaves questions without changing numbers as they are', () => assert.strictEqual(instanceOf(single, 4), single));
});

function foldOf(events: Parameters<ReturnType<typeof createProgressFold>['add']>[0][]) {
  const fold = createProgressFold();
  events.forEach((event) => fold.add(event));
  return fold.state().sessions.get('s');
}
