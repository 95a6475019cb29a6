// What the view gets to see: nothing of the answer before it has answered, every reason afterwards.
import * as assert from 'node:assert';
import * as fc from 'fast-check';
import { quizPicture } from '../../../src/host/quiz/quizPicture';
import { understand, type Entered } from '../../../src/core/quiz/kinds';
import type { Question } from '../../../src/core/quiz/question';
import { choiceOrder, type QuizSession } from '../../../src/core/quiz/session';
import { isRight } from '../../../src/core/quiz/kinds';
import { decodeToQuizView } from '../../../src/protocol/quiz';
import { entry, multiple, numeric, questionSets, samples } from './sampleQuestions';

const seed = 7;

function sessionOf(questions: readonly Question[], answers: readonly (Entered | null)[]): QuizSession {
  const items = questions.map((question, index) => {
    const order = choiceOrder(question, seed);
    const given = answers[index] ? understand(question, answers[index], order) : null;
    return { question, order, given, right: given && isRight(question, given) };
  });
  return { id: 's', mode: 'topics', topics: ['maml'], items, finished: false };
}

const picture = (session: QuizSession, at: number) => quizPicture(session, at, 'MAML', (slug) => `Note ${slug}`);

describe('the picture of a quiz', () => {
  it('holds nothing of an open question’s answer', () => {
    fc.assert(
      fc.property(questionSets, (questions) => {
        const text = JSON.stringify(picture(sessionOf(questions, []), 0));
        for (const secret of [
          'correct',
          'whyHtml',
          'explanationHtml',
          'tolerance',
          'mistake',
          '理由',
          '解説',
          '1.6',
          '符号',
          'accept',
          '32',
          'theta',
        ])
          assert.ok(!text.includes(secret), secret);
      }),
    );
  });

  it('is a message that the view accepts, at every place', () => {
    const answers = samples.map((question, index) => entry(question, choiceOrder(question, seed), index % 2 === 0));
    for (let count = 0; count <= answers.length; count++) {
      const session = sessionOf(samples, answers.slice(0, count));
      for (let at = 0; at <= samples.length; at++) {
        const shown = picture(session, at);
        assert.deepStrictEqual(decodeToQuizView(JSON.parse(JSON.stringify(shown))), shown);
        assert.strictEqual(shown.at, Math.min(at, count));
        assert.strictEqual(shown.result !== null, shown.at === samples.length);
      }
    }
  });

  it('gives a draft back for the open question on show, and for no other', () => {
    const session = sessionOf(samples, [{ places: [0] }]);
    const draft = { at: 1, entered: { places: [1] } };
    const drafted = (at: number) => quizPicture(session, at, 'MAML', String, draft).draft;
    assert.deepStrictEqual([0, 1, 2].map(drafted), [null, draft.entered, draft.entered]);
  });

  it('shows choices and their reasons in the order of the quiz', () => {
    const { question, feedback } = picture(sessionOf([multiple], [{ places: [3] }]), 0);
    const order = choiceOrder(multiple, seed);
    assert.deepStrictEqual(
      question?.choices,
      order.map((index) => multiple.choices[index]!.html),
    );
    assert.deepStrictEqual(
      feedback?.choices.map(({ whyHtml }) => whyHtml),
      order.map((index) => multiple.choices[index]!.whyHtml),
    );
    assert.deepStrictEqual(
      feedback?.choices.map(({ chosen }) => chosen),
      [false, false, false, true, false],
    );
  });

  it('explains a recognised slip, and only for a wrong number', () => {
    const wrong = picture(sessionOf([numeric], [{ text: '２／５' }]), 0).feedback?.number;
    assert.deepStrictEqual(wrong, { given: '２／５', understood: '0.4', answer: '1.6', mistakeHtml: '<p>符号が逆</p>' });
    const right = picture(sessionOf([numeric], [{ text: '1.6' }]), 0).feedback?.number;
    assert.deepStrictEqual(right, { given: '1.6', understood: '1.6', answer: '1.6' });
  });

  it('ends with the score and a review of every question', () => {
    const session = sessionOf(
      samples,
      samples.map((question, index) => entry(question, choiceOrder(question, seed), index > 2)),
    );
    const { result, marks } = picture(session, 99);
    assert.strictEqual(result?.total, samples.length);
    assert.strictEqual(result?.right, marks.filter((mark) => mark === 'right').length);
    assert.strictEqual(result?.items.length, samples.length);
    assert.ok(result.items.every(({ feedback }) => feedback.noteTitle === 'Note maml' && feedback.explanationHtml !== ''));
  });
});
