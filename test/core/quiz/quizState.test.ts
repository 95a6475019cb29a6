// What the page keeps of its own: a draft for the open question, and only for that one.
import * as assert from 'node:assert';
import type { QuizPicture } from '../../../src/protocol/quiz';
import { enteredAnswer, firstState, receiveMessage, pickPlace, type QuizState } from '../../../src/webview/quiz/quizState';

const question = { kind: 'single' as const, difficulty: 1 as const, stemHtml: '<p>問い</p>', choices: ['a', 'b', 'c'] };
const feedback = { right: true, choices: [], explanationHtml: 'x', noteTitle: '' };
const picture = (change: Partial<QuizPicture> = {}): QuizPicture => ({
  ...{
    type: 'picture',
    session: 's',
    title: 't',
    marks: ['open', 'open'],
    at: 0,
    question,
    draft: null,
    feedback: null,
    result: null,
    asksConfidence: false,
  },
  ...change,
});
const show = (state: QuizState, change: Partial<QuizPicture> = {}) => receiveMessage(state, picture(change));

describe('the state of the quiz page', () => {
  it('replaces one choice by another, and collects several where several may be chosen', () => {
    const one = pickPlace(pickPlace(show(firstState), 2), 0);
    assert.deepStrictEqual(enteredAnswer(one), { places: [0] });
    const several = show(firstState, { question: { ...question, kind: 'multiple' } });
    assert.deepStrictEqual(enteredAnswer(pickPlace(pickPlace(several, 2), 0)), { places: [0, 2] });
    assert.strictEqual(enteredAnswer(pickPlace(pickPlace(several, 2), 2)), null);
  });

  it('ignores keys of choices that are not there, and every key once the question is answered', () => {
    assert.strictEqual(enteredAnswer(pickPlace(show(firstState), 3)), null);
    assert.strictEqual(enteredAnswer(pickPlace(show(firstState, { feedback }), 0)), null);
  });

  it('keeps the draft when the host repeats its picture, and drops it with the question', () => {
    const drafted = pickPlace(show(firstState), 1);
    assert.deepStrictEqual(show(drafted).draft.places, [1]);
    assert.deepStrictEqual(show(drafted, { feedback }).draft.places, []);
    assert.deepStrictEqual(show(drafted, { at: 1 }).draft.places, []);
    assert.deepStrictEqual(show(drafted, { session: 'other' }).draft.places, []);
  });

  it('takes up the draft that the host has kept, once', () => {
    const restored = show(firstState, { draft: { places: [1] } });
    assert.deepStrictEqual(enteredAnswer(restored), { places: [1] });
    assert.deepStrictEqual(enteredAnswer(show(pickPlace(restored, 2), { draft: { places: [1] } })), { places: [2] });
    const text = show(firstState, { question: { ...question, kind: 'numeric', choices: [] }, draft: { text: '1/' } });
    assert.deepStrictEqual(enteredAnswer(text), { text: '1/' });
  });

  it('takes a complaint about a number only for the question on show', () => {
    const numeric = show(firstState, { question: { ...question, kind: 'numeric', choices: [] } });
    assert.strictEqual(receiveMessage(numeric, { type: 'unreadable', session: 's', at: 0 }).notice, 'unreadable');
    assert.strictEqual(receiveMessage(numeric, { type: 'unreadable', session: 's', at: 1 }).notice, null);
  });
});
