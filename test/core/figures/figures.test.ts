// The movable figures compute the real thing: against values worked by hand, published ones and finite differences.
import assert from 'node:assert/strict';
import { activations, normalCdf } from '../../../src/core/figures/activations';
import { attend } from '../../../src/core/figures/attention';
import { bowlLoss, descend, largestRate } from '../../../src/core/figures/bowl';
import { overlap } from '../../../src/core/figures/boxes';
import { confusionAt } from '../../../src/core/figures/confusion';
import { outputSize, unreachedCells, windowStarts } from '../../../src/core/figures/convolution';
import { dropOut } from '../../../src/core/figures/dropout';
import { gaussianDensity, gaussianKl } from '../../../src/core/figures/gaussianKl';
import { shrinkL1, shrinkL2 } from '../../../src/core/figures/shrinkage';
import { entropy, softmax } from '../../../src/core/figures/softmax';

const close = (actual: number, expected: number, tolerance = 1e-9): void =>
  assert.ok(Math.abs(actual - expected) <= tolerance, `${actual} is not ${expected}`);

describe('the movable figures', () => {
  it('softmax: known values, no overflow, the limits of the temperature', () => {
    const p = softmax([2, 1, 0.1]);
    close(p[0]!, 0.6590011388859679);
    close(p[1]!, 0.24243297070471395);
    close(softmax([1000, 999])[0]!, 1 / (1 + Math.exp(-1)));
    close(softmax([2, 1, 0], 0.01)[0]!, 1);
    close(entropy(softmax([2, 1, 0, -1], 1e6)), 2, 1e-6);
    assert.equal(entropy([1, 0]), 0);
  });

  it('attention: equal keys share, scaling divides by √d, the output is the weighted sum', () => {
    assert.deepEqual(attend([1, 0], [[0, 1], [0, 1]], [[2], [4]]).output, [3]); // prettier-ignore
    const keys = [[1, 1, 1, 1], [0, 0, 0, 0]]; // prettier-ignore
    close(attend([1, 1, 1, 1], keys, [[1], [0]]).scores[0]!, 2);
    close(attend([1, 1, 1, 1], keys, [[1], [0]], false).scores[0]!, 4);
    close(attend([1, 1, 1, 1], keys, [[1], [0]]).output[0]!, 1 / (1 + Math.exp(-2)));
  });

  it('convolution: sizes that textbooks state, and what is left over', () => {
    assert.equal(outputSize({ input: 224, kernel: 7, padding: 3, stride: 2 }), 112);
    assert.equal(outputSize({ input: 227, kernel: 11, padding: 0, stride: 4 }), 55);
    assert.equal(outputSize({ input: 3, kernel: 7, padding: 0, stride: 1 }), 0);
    assert.deepEqual(windowStarts({ input: 6, kernel: 3, padding: 0, stride: 2 }), [0, 2]);
    assert.equal(unreachedCells({ input: 6, kernel: 3, padding: 0, stride: 2 }), 1);
  });

  it('precision and recall by hand', () => {
    const items = [0.9, 0.8, 0.4]
      .map((score) => ({ score, positive: true }))
      .concat([0.7, 0.1].map((score) => ({ score, positive: false })));
    const { tp, fp, fn, tn, precision, recall, f1 } = confusionAt(items, 0.5);
    assert.deepEqual([tp, fp, fn, tn], [2, 1, 1, 1]);
    close(precision, 2 / 3);
    close(recall, 2 / 3);
    close(f1, 2 / 3);
    assert.ok(Number.isNaN(confusionAt(items, 2).precision));
    assert.equal(confusionAt(items, 0.8).tp, 2);
  });

  it('gradient descent on a bowl: (1 − ηh)^t, the border of divergence, momentum by its recursion', () => {
    close(descend([1], [2], 0.1, 5).path.at(-1)![0]!, 0.8 ** 5);
    assert.equal(largestRate([0.4, 10]), 0.2);
    const { losses } = descend([1], [2], 1.01, 20);
    assert.ok(losses.at(-1)! > losses[0]!);
    const [, first, second] = descend([1], [2], 0.1, 2, 0.5).path;
    close(first![0]!, 0.8);
    close(second![0]!, 0.8 + (0.5 * -0.2 - 0.1 * 2 * 0.8));
    close(bowlLoss([3, 1], [2, 4]), 11);
  });

  it('activation functions: slopes agree with finite differences, GELU with its published value', () => {
    for (const { name, at, slope } of activations)
      for (const x of [-3.1, -0.7, 0.4, 2.3]) close(slope(x), (at(x + 1e-5) - at(x - 1e-5)) / 2e-5, name === 'GELU' ? 1e-5 : 1e-8);
    close(normalCdf(1.959963985), 0.975, 1e-6);
    close(activations.find(({ name }) => name === 'GELU')!.at(1), 0.8413447461, 1e-6);
  });

  it('KL divergence agrees with the integral, and is 0 for equal distributions', () => {
    const [p, q] = [{ mean: 0, sigma: 1 }, { mean: 1, sigma: 2 }] as const; // prettier-ignore
    let integral = 0;
    for (let x = -12; x < 12; x += 0.001) {
      const [a, b] = [gaussianDensity(p, x), gaussianDensity(q, x)];
      integral += a * Math.log(a / b) * 0.001;
    }
    close(gaussianKl(p, q), integral, 1e-6);
    assert.equal(gaussianKl(p, p), 0);
    assert.notEqual(gaussianKl(p, q), gaussianKl(q, p));
  });

  it('IoU by hand; boxes apart share nothing', () => {
    assert.deepEqual(overlap({ x: 0, y: 0, width: 2, height: 2 }, { x: 1, y: 1, width: 2, height: 2 }), {
      shared: 1,
      union: 7,
      iou: 1 / 7,
    });
    assert.equal(overlap({ x: 0, y: 0, width: 1, height: 1 }, { x: 3, y: 3, width: 1, height: 1 }).iou, 0);
  });

  it('dropout keeps the expected value and repeats with its seed', () => {
    const outputs = [1, 2, 3, 4];
    assert.deepEqual(dropOut(outputs, 0.5, 3), dropOut(outputs, 0.5, 3));
    assert.deepEqual(dropOut(outputs, 0, 1).output, outputs);
    const draws = 4000;
    const mean =
      Array.from({ length: draws }, (_, seed) => dropOut(outputs, 0.4, seed).output[3]!).reduce((sum, value) => sum + value, 0) / draws;
    close(mean, 4, 0.2);
  });

  it('penalties: both results are the lowest points of what they minimise', () => {
    for (const best of [-2, -0.3, 0.8, 2.5]) {
      const l1 = (w: number) => 0.5 * (w - best) ** 2 + 0.7 * Math.abs(w);
      const l2 = (w: number) => 0.5 * (w - best) ** 2 + 0.35 * w * w;
      for (const shift of [-0.01, 0.01]) {
        const [w1, w2] = [shrinkL1(best, 0.7), shrinkL2(best, 0.7)];
        assert.ok(l1(w1) < l1(w1 + shift) && l2(w2) < l2(w2 + shift));
      }
    }
    assert.equal(Math.abs(shrinkL1(0.5, 0.7)), 0);
  });
});
