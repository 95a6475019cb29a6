// Figures about training: early stopping, bagging, search coverage and MixUp, against values worked by hand and known moments.
import assert from 'node:assert/strict';
import { bagTrees, bootstrap, growTree, treeAt } from '../../../src/core/figures/bagging';
import { learningCurves, stopEarly } from '../../../src/core/figures/earlyStopping';
import { histogram, mixingShares } from '../../../src/core/figures/mixup';
import { best, distinctValues, gridTrials, randomTrials, score } from '../../../src/core/figures/searchCoverage';
import { PURPOSE, randomStream } from '../../../src/core/maml/random';

const close = (actual: number, expected: number, tolerance = 1e-9): void =>
  assert.ok(Math.abs(actual - expected) <= tolerance, `${actual} is not ${expected}`);
const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

describe('figures about training', () => {
  it('early stopping counts from the best loss, not from the last, and keeps the best epoch', () => {
    assert.deepEqual(stopEarly([9, 0.9, 0.71, 0.62, 0.65, 0.6, 0.63, 0.61, 0.66, 0.1], 3), { best: 5, stop: 8 });
    assert.deepEqual(stopEarly([3, 2, 1], 5), { best: 2, stop: 2 });
    assert.deepEqual(stopEarly([1, 2, 3], 1), { best: 0, stop: 1 });
  });

  it('SGD lowers the training loss on and on, while the validation loss turns', () => {
    const { train, validation } = learningCurves(4, 0.02);
    const { best: kept, stop } = stopEarly(validation, 5);
    assert.ok(kept > 0 && stop < 80);
    assert.ok(train[80]! < train[kept]! && train[kept]! < train[0]!);
    assert.ok(validation[80]! > 1.1 * validation[kept]!);
    const whole = learningCurves(32, 0.02).train;
    assert.ok(whole.every((loss, at) => at === 0 || loss < whole[at - 1]!));
    close(learningCurves(1, 0.02).train[0]!, train[0]!);
  });

  it('a tree takes the cut of least squares; the average errs less than its trees', () => {
    const tree = growTree([[1, 0], [2, 0], [3, 6], [4, 8]], 1); // prettier-ignore
    assert.deepEqual(tree, { cut: 2, left: 0, right: 7 });
    close(treeAt(growTree([[1, 0], [2, 0], [3, 6], [4, 8]], 2), 4), 8); // prettier-ignore
    assert.equal(growTree([[1, 4], [1, 6]], 3), 5); // prettier-ignore
    for (const seed of [1, 2, 3]) {
      const { single, together } = bagTrees(20, 5, seed);
      assert.ok(together < 0.8 * single);
    }
    const one = bagTrees(1, 3, 1);
    close(one.single, one.together);
    assert.deepEqual(bagTrees(3, 2, 5).trees[0], bagTrees(1, 2, 5).trees[0]);
  });

  it('a bootstrap sample holds 1 − 1/e of the items', () => {
    const items = Array.from({ length: 2000 }, (_, at) => at);
    const sample = bootstrap(items, randomStream(1, PURPOSE.check, 0));
    assert.equal(sample.length, items.length);
    close(new Set(sample).size / items.length, 1 - Math.exp(-1), 0.02);
  });

  it('a grid tries few values of each axis, random search as many as there are trials', () => {
    assert.equal(distinctValues(gridTrials(4)), 4);
    assert.equal(distinctValues(randomTrials(16, 1)), 16);
    close(score([0.3, 0.5], 0.3), 1);
    close(best(gridTrials(2), 0.25), score([0.25, 0.25], 0.25));
    const random = mean(Array.from({ length: 200 }, (_, seed) => best(randomTrials(9, seed), 0.35)));
    assert.ok(random > best(gridTrials(3), 0.35));
  });

  it('λ has the moments of Beta(α, α): mean ½, variance 1 / (4(2α + 1))', () => {
    for (const alpha of [0.2, 1, 4]) {
      const shares = mixingShares(alpha, 20_000, 1);
      close(mean(shares), 0.5, 0.01);
      close(mean(shares.map((share) => (share - 0.5) ** 2)), 1 / (4 * (2 * alpha + 1)), 0.005);
    }
    assert.deepEqual(histogram([0, 0.05, 0.95, 1], 2), [0.5, 0.5]);
  });
});
