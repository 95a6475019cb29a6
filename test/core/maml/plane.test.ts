// The plane that parameters are shown in: principal directions, honest shares, true losses, and lines of equal height.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { boxAround } from '../../../src/core/maml/plane/boxAround';
import { contour, levels } from '../../../src/core/maml/plane/contours';
import { iterationPlane, parameterPlane } from '../../../src/core/maml/plane/parameterPlane';
import { principalPlane } from '../../../src/core/maml/plane/principalPlane';
import { difference, dot, norm } from '../../../src/core/maml/vectors';
import { drain } from '../../../src/core/pieces';
import { kernelExperiment, SMALL } from './experiments';

const vectors = (count: number, size: number) =>
  fc.array(
    fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: size, maxLength: size }).map((values) => Float64Array.from(values)),
    { minLength: count, maxLength: count },
  );

/** A vector's direction; nothing where so little is left of it that its direction is rounding. */
const direction = (vector: Float64Array) => vector.map((value) => (norm(vector) < 1e-6 ? 0 : value / norm(vector)));

describe('the principal plane', () => {
  it('is orthonormal and holds at least as much as the plane of any two of the movements', () => {
    fc.assert(
      fc.property(vectors(5, 7), (movements) => {
        const { u, w, share } = drain(principalPlane(movements));
        const total = movements.reduce((sum, movement) => sum + dot(movement, movement), 0);
        if (total < 1e-6) return;
        assert.ok(Math.abs(norm(u) - 1) < 1e-6);
        assert.ok(norm(w) === 0 || (Math.abs(norm(w) - 1) < 1e-6 && Math.abs(dot(u, w)) < 1e-9));
        for (const a of movements) {
          for (const b of movements) {
            const first = direction(a);
            const second = direction(b.map((value, k) => value - dot(b, first) * first[k]!));
            const held = movements.reduce((sum, movement) => sum + dot(movement, first) ** 2 + dot(movement, second) ** 2, 0);
            assert.ok(share >= held / total - 0.02, `${share} against ${held / total}`);
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  it('holds everything where everything lies in a plane, and says 0 where nothing moves', () => {
    const [e, f] = [Float64Array.of(1, 2, 0, -1), Float64Array.of(0, 1, 1, 1)];
    const movements = [e, f, e.map((value, k) => 2 * value - 3 * f[k]!)];
    assert.ok(Math.abs(drain(principalPlane(movements)).share - 1) < 1e-9);
    assert.equal(drain(principalPlane([new Float64Array(4)])).share, 0);
  });
});

describe('the plane of an iteration', () => {
  it('keeps θ at the origin, every φ at its true distance where the plane holds all, and the true loss at every point', async () => {
    const experiment = await kernelExperiment({ ...SMALL, metaBatch: 2, innerSteps: 1, iterations: 3 });
    drain(experiment.train());
    const trace = experiment.run.trace(2)!;
    const basis = drain(iterationPlane(trace))!;
    const shown = drain(parameterPlane(experiment, 2, basis, 1));
    assert.ok(shown.share > 0.9999, 'two movements lie in one plane');
    assert.deepEqual(shown.tracks.map((track) => track[0]), [[0, 0], [0, 0]]); // prettier-ignore
    for (const step of trace.steps) {
      if (step.line !== 'inner-update') continue;
      const [x, y] = shown.tracks[step.task]![1]!;
      const length = norm(difference(step.phi, trace.before.theta));
      assert.ok(Math.abs(Math.hypot(x, y) - length) < 1e-3 * length);
    }
    const sampled = trace.steps[0]!;
    const { support } = (sampled.line === 'sample' ? sampled.tasks : [])[1]!;
    const { side, box, losses } = shown;
    assert.equal(losses.length, side * side);
    for (const index of [0, side + 3, losses.length - 1]) {
      const x = box.x[0] + ((box.x[1] - box.x[0]) * (index % side)) / (side - 1);
      const y = box.y[0] + ((box.y[1] - box.y[0]) * Math.floor(index / side)) / (side - 1);
      const at = Float64Array.from(trace.before.theta, (value, k) => value + x * basis.plane.u[k]! + y * basis.plane.w[k]!);
      assert.equal(losses[index], experiment.lossOn(at, support));
    }
  });

  it('has a second direction with one task alone, and does not exist where no task moves', async () => {
    const [alone, pretrain] = [
      await kernelExperiment({ ...SMALL, metaBatch: 1 }),
      await kernelExperiment({ ...SMALL, algorithm: 'pretrain' }),
    ];
    const basis = drain(iterationPlane(alone.run.trace(0)!))!;
    assert.ok(Math.abs(norm(basis.plane.w) - 1) < 1e-6);
    assert.equal(drain(iterationPlane(pretrain.run.trace(0)!)), undefined);
  });

  it('evaluates a policy on what it did', async () => {
    const experiment = await kernelExperiment({ family: 'navigation', metaBatch: 2, shots: 3, queryShots: 3, horizon: 8, hidden: [6] });
    const basis = drain(iterationPlane(experiment.run.trace(0)!))!;
    assert.ok(drain(parameterPlane(experiment, 0, basis, 0)).losses.every(Number.isFinite));
  });
});

describe('lines of equal height', () => {
  const side = 41;
  const at = (i: number) => -2 + (4 * i) / (side - 1);
  const values = Float64Array.from({ length: side * side }, (_, i) => at(i % side) ** 2 + at(Math.floor(i / side)) ** 2);

  it('go round a round bowl at the right distance, without a gap', () => {
    const segments = contour({ side, values }, 1.0137);
    assert.ok(segments.length > 50);
    const ends = new Map<string, number>();
    for (const [x1, y1, x2, y2] of segments) {
      for (const [x, y] of [
        [x1, y1],
        [x2, y2],
      ] as const) {
        // prettier-ignore
        assert.ok(Math.abs(Math.hypot(at(x), at(y)) - Math.sqrt(1.0137)) < 0.01);
        const key = `${x.toFixed(6)},${y.toFixed(6)}`;
        ends.set(key, (ends.get(key) ?? 0) + 1);
      }
    }
    assert.ok(
      [...ends.values()].every((count) => count === 2),
      'every end is met by another segment',
    );
  });

  it('lie between the lowest and the highest value, and there are none on a plain', () => {
    const chosen = levels(values, 5);
    assert.equal(chosen.length, 5);
    assert.ok(chosen.every((level) => level > 0 && level < 8));
    assert.deepEqual(levels(new Float64Array(9).fill(3), 5), []);
  });

  it('are framed in one proportion with all points inside', () => {
    const point = fc.tuple(fc.double({ min: -9, max: 9, noNaN: true }), fc.double({ min: -9, max: 9, noNaN: true }));
    fc.assert(
      fc.property(fc.array(point, { minLength: 1, maxLength: 6 }), (points) => {
        const { x, y } = boxAround(points);
        assert.ok(points.every((p) => p[0] > x[0] && p[0] < x[1] && p[1] > y[0] && p[1] < y[1]));
        assert.ok(Math.abs((x[1] - x[0]) / (y[1] - y[0]) - 1.5) < 1e-6);
      }),
    );
  });
});
