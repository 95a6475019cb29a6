// Shuffles: complete, repeatable, and fair.
import * as assert from 'node:assert';
import * as fc from 'fast-check';
import { shuffledOrder } from '../../../src/core/quiz/shuffle';

describe('shuffledOrder', () => {
  it('holds every item once and is the same every time', () => {
    fc.assert(
      fc.property(fc.nat({ max: 120 }), fc.integer(), fc.string(), (count, seed, purpose) => {
        const order = shuffledOrder(count, seed, purpose);
        assert.deepStrictEqual(
          [...order].sort((a, b) => a - b),
          Array.from({ length: count }, (_, i) => i),
        );
        assert.deepStrictEqual(shuffledOrder(count, seed, purpose), order);
      }),
    );
  });

  it('never changes between versions, for quizzes that were interrupted before an update', () => {
    assert.deepStrictEqual(shuffledOrder(8, 42, 'questions'), [7, 1, 2, 0, 6, 5, 3, 4]);
    assert.deepStrictEqual(shuffledOrder(5, -7, 'maml-inner-step-by-hand'), [3, 2, 4, 0, 1]);
  });

  it('puts each item at each place equally often (chi-square below the 0.1 % limit)', () => {
    const runs = 4000;
    for (const vary of ['seed', 'purpose']) {
      const counts = Array.from({ length: 16 }, () => 0);
      for (let i = 0; i < runs; i++) {
        const order = vary === 'seed' ? shuffledOrder(4, i, 'q') : shuffledOrder(4, 1, `q${i}`);
        order.forEach((item, place) => counts[item * 4 + place]!++);
      }
      const chiSquare = counts.reduce((sum, count) => sum + (count - runs / 4) ** 2 / (runs / 4), 0);
      assert.ok(chiSquare < 27.9, `chi-square over ${vary} is ${chiSquare}`);
    }
  });
});
