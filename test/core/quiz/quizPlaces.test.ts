// Where the learner was: kept per quiz, followed from one quiz to the next, and never in the way when the memory is damaged.
import * as assert from 'node:assert';
import type { Memento } from 'vscode';
import { quizPlaces } from '../../../src/host/quiz/quizPlaces';

function memento(initial?: unknown): Memento & { stored: unknown } {
  const memory = {
    stored: initial,
    keys: () => ['eShikaku.quizPlaces'],
    get: (_: string, otherwise?: unknown) => memory.stored ?? otherwise,
    update: (_: string, value: unknown) => Promise.resolve(void (memory.stored = JSON.parse(JSON.stringify(value)) as unknown)),
  };
  return memory as Memento & { stored: unknown };
}

describe('places in quizzes', () => {
  it('are found again by another window of the workspace', () => {
    const memory = memento();
    quizPlaces(memory).keep('s', { at: 3, draft: { at: 3, entered: { places: [1, 2] } } });
    quizPlaces(memory).keep('t', { at: 0, draft: { at: 0, entered: { text: '1/' } } });
    assert.deepStrictEqual(quizPlaces(memory).find('s'), { at: 3, draft: { at: 3, entered: { places: [1, 2] } } });
    assert.deepStrictEqual(quizPlaces(memory).find('t')?.draft?.entered, { text: '1/' });
    assert.strictEqual(quizPlaces(memory).find('u'), undefined);
  });

  it('lead from a finished quiz to the one that was begun in its panel, even in a circle', () => {
    const places = quizPlaces(memento());
    places.keep('a', { at: 9, draft: null, followedBy: 'b' });
    places.keep('b', { at: 9, draft: null, followedBy: 'c' });
    assert.strictEqual(places.latest('a'), 'c');
    assert.strictEqual(places.latest('x'), 'x');
    places.keep('c', { at: 9, draft: null, followedBy: 'a' });
    assert.ok(['a', 'b', 'c'].includes(places.latest('a')));
  });

  it('are kept for the latest quizzes only', () => {
    const places = quizPlaces(memento());
    for (let i = 0; i < 50; i++) places.keep(`s${i}`, { at: i, draft: null });
    assert.strictEqual(places.find('s49')?.at, 49);
    assert.strictEqual(places.find('s0'), undefined);
  });

  it('are none where the memory is damaged, and can be kept again', () => {
    for (const damaged of [null, 'x', 3, {}, [['s']], [['s', { at: 'three' }]]]) {
      const places = quizPlaces(memento(damaged));
      assert.strictEqual(places.find('s'), undefined);
      places.keep('s', { at: 1, draft: null });
      assert.strictEqual(places.find('s')?.at, 1);
    }
  });
});
