// Figures that learn: polynomial fits, k-means, normalisation, and MAML on bowls against finite differences.
import assert from 'node:assert/strict';
import { adapt, metaGradient, taskLoss, type BowlTask } from '../../../src/core/figures/innerStep';
import { assign, inertia, kMeansAfter, update, type Point } from '../../../src/core/figures/kMeans';
import { normalise, normKinds, poolOf, type Cell } from '../../../src/core/figures/normAxes';
import { biasVariance, fitPolynomial, legendre, polynomialAt } from '../../../src/core/figures/polynomialFit';

const close = (actual: number, expected: number, tolerance = 1e-9): void =>
  assert.ok(Math.abs(actual - expected) <= tolerance, `${actual} is not ${expected}`);

describe('figures that learn', () => {
  it('a polynomial fit goes through as many points as it has coefficients, and finds a polynomial again', () => {
    assert.deepEqual(legendre(0.5, 2), [1, 0.5, -0.125]);
    const x = [-1, -0.4, 0.1, 0.9];
    const through = fitPolynomial(x, [2, -1, 0.5, 3], 3);
    x.forEach((value, at) => close(polynomialAt(through, value), [2, -1, 0.5, 3][at]!));
    const wide = Array.from({ length: 20 }, (_, at) => -1 + at / 9.5);
    const again = fitPolynomial(wide, wide.map((value) => 1 + 2 * value - value ** 3), 3); // prettier-ignore
    close(polynomialAt(again, 0.3), 1 + 0.6 - 0.027);
  });

  it('a higher degree has less bias and more variance; variance grows with the noise', () => {
    const [stiff, fair, supple] = [1, 3, 11].map((degree) => biasVariance(degree, 0.3));
    assert.ok(stiff!.biasSquared > 5 * fair!.biasSquared);
    assert.ok(supple!.variance > 2 * fair!.variance && fair!.variance > stiff!.variance);
    close(biasVariance(3, 0).variance, 0);
    assert.deepEqual(biasVariance(3, 0.3), biasVariance(3, 0.3));
  });

  it('k-means: no half-step raises the sum of squares; an empty cluster keeps its centre', () => {
    const points: Point[] = [[0, 0], [1, 0], [8, 8], [9, 8], [4, 1]]; // prettier-ignore
    const start: Point[] = [[0, 1], [1, 1], [90, 90]]; // prettier-ignore
    let before = Infinity;
    for (let half = 1; half < 10; half++) {
      const { centres, assignment } = kMeansAfter(points, start, half);
      const now = inertia(points, assignment, centres);
      assert.ok(now <= before + 1e-12);
      before = now;
    }
    assert.deepEqual(assign([[0, 0]], [[1, 0], [0, 2]]), [0]); // prettier-ignore
    assert.deepEqual(update([[2, 4], [4, 0]], [0, 0], [[9, 9], [7, 7]]), [[3, 2], [7, 7]]); // prettier-ignore
  });

  it('normalisation: every pool has mean 0 and variance 1, and the pools are of the right size', () => {
    const [N, C, L] = [2, 4, 3];
    const cells: Cell[] = Array.from({ length: N * C * L }, (_, at) => ({
      n: Math.floor(at / (C * L)),
      c: Math.floor(at / L) % C,
      l: at % L,
      value: ((at * 7) % 13) - 3,
    }));
    const sizes = { batch: N * L, layer: C * L, instance: L, group: (C / 2) * L };
    for (const kind of normKinds) {
      const result = normalise(cells, kind, C);
      const pools = new Map<string, number[]>();
      cells.forEach((cell, at) => {
        const name = poolOf(kind, cell, C, 2);
        pools.set(name, [...(pools.get(name) ?? []), result[at]!]);
      });
      for (const values of pools.values()) {
        assert.equal(values.length, sizes[kind]);
        const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
        close(mean, 0, 1e-9);
        close(values.reduce((sum, value) => sum + value * value, 0) / values.length, 1, 1e-4);
      }
    }
  });

  it('the meta-gradient on bowls agrees with finite differences; FOMAML leaves out (I − αA)', () => {
    const task: BowlTask = { curvature: [0.5, 2], support: [1, 0], query: [1.5, -0.5] };
    const theta = [-2, 1.5];
    const alpha = 0.3;
    const loss = (at: readonly number[]) => taskLoss(adapt(at, task, alpha), task.query, task.curvature);
    const { full, first } = metaGradient(theta, task, alpha);
    for (const axis of [0, 1]) {
      const moved = (by: number) => theta.map((value, at) => (at === axis ? value + by : value));
      close(full[axis]!, (loss(moved(1e-5)) - loss(moved(-1e-5))) / 2e-5, 1e-7);
      close(full[axis]!, first[axis]! * (1 - alpha * task.curvature[axis]!));
    }
    close(adapt([0], { curvature: [1], support: [2], query: [2] }, 0.5, 2)[0]!, 1.5);
  });
});
