// Sets: their questions follow each other in any order, and nothing is lost.
import * as assert from 'node:assert';
import * as fc from 'fast-check';
import { planInOrder, planQuiz } from '../../../src/core/quiz/session';
import { keepSetsTogether } from '../../../src/core/quiz/sets';
import { single } from './sampleQuestions';

const inSet = (id: string, set: string, place: number) => ({ ...single, id, set: { id: set, place, size: 3, premiseHtml: '<p>前提</p>' } });
const questions = [
  ...['a', 'b', 'c', 'd', 'e'].map((id) => ({ ...single, id })),
  ...[1, 2, 3].map((place) => inSet(`s${place}`, 's', place)),
  ...[1, 2].map((place) => inSet(`t${place}`, 't', place)),
];

describe('questions of a set', () => {
  it('are asked one after the other, in the order of the set', () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const plan = planQuiz(questions, seed).join(' ');
        assert.match(plan, /\bs1 s2 s3\b/);
        assert.match(plan, /\bt1 t2\b/);
        assert.strictEqual(plan.split(' ').length, questions.length);
      }),
    );
  });

  it('stay together where the order is given, and everything else keeps its place', () => {
    const order = ['b', 't2', 'a', 's3', 'e', 't1', 's1', 'd', 's2', 'c'];
    const chosen = order.map((id) => questions.find((question) => question.id === id)!);
    assert.strictEqual(planInOrder(chosen).join(' '), 'b t1 t2 a s1 s2 s3 e d c');
  });

  it('stay together where only some of them were chosen', () => {
    const setOf = new Map(questions.map((question) => [question.id, 'set' in question ? question.set : undefined]));
    assert.deepStrictEqual(keepSetsTogether(['a', 's3', 'b', 't2', 's1'], setOf), ['a', 's1', 's3', 'b', 't2']);
  });
});
