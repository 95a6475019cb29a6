// The movable figures on meta-learning: against the numbers of the notes, finite differences and long runs.
import assert from 'node:assert/strict';
import { adapted, lossAfter, METHODS, outerGradient, outerPath, restsAt, type Bowl } from '../../../src/core/figures/bowlSeries';
import { drawEpisode } from '../../../src/core/figures/episode';
import { adapt, metaGradient } from '../../../src/core/figures/innerStep';
import { drawWaves, expectedWave, meanWave } from '../../../src/core/figures/meanWave';
import { FRAMED_SIDE } from '../../../src/core/maml/own/drawing';

const close = (actual: number, expected: number, tolerance = 1e-9): void =>
  assert.ok(Math.abs(actual - expected) <= tolerance, `${actual} is not ${expected}`);

const bowls: readonly Bowl[] = [
  { curvature: 1, centre: 2 },
  { curvature: 4, centre: -1 },
];

describe('figures on meta-learning', () => {
  it('the outer loop says what the note works by hand: gradients −0.18 and 0.60, θ = 0.018', () => {
    close(outerGradient(bowls, 0, 0.1, 1, 2), -0.18);
    close(outerGradient(bowls, 0, 0.1, 1, 1), 0.6);
    close(outerPath(bowls, 0, { alpha: 0.1, beta: 0.1 }, 2, 1)[1]!, 0.018);
    close(outerPath(bowls, 0, { alpha: 0.1, beta: 0.1 }, 1, 1)[1]!, -0.06);
  });

  it('adaptation and meta-gradient agree with the step-by-step figure and with finite differences', () => {
    for (const bowl of bowls) {
      const task = { curvature: [bowl.curvature], support: [bowl.centre], query: [bowl.centre] };
      close(adapted(bowl, 0.7, 0.1, 3), adapt([0.7], task, 0.1, 3)[0]!);
      close(outerGradient([bowl], 0.7, 0.1, 1, 2), metaGradient([0.7], task, 0.1).full[0]!);
    }
    for (const steps of [1, 2, 5]) {
      const slope = (lossAfter(bowls, 0.7 + 1e-5, 0.1, steps) - lossAfter(bowls, 0.7 - 1e-5, 0.1, steps)) / 2e-5;
      close(outerGradient(bowls, 0.7, 0.1, steps, 2), slope, 1e-7);
    }
  });

  it('each method rests where its own outer step is zero', () => {
    for (const steps of [1, 3, 5]) {
      close(outerGradient(bowls, restsAt('maml', bowls, 0.1, steps), 0.1, steps, 2), 0);
      close(outerGradient(bowls, restsAt('fomaml', bowls, 0.1, steps), 0.1, steps, 1), 0);
      const reptile = restsAt('reptile', bowls, 0.1, steps);
      close(bowls.reduce((sum, bowl) => sum + adapted(bowl, reptile, 0.1, steps) - reptile, 0), 0); // prettier-ignore
    }
    close(restsAt('reptile', bowls, 0.1, 1), restsAt('joint', bowls, 0.1, 1));
    const end = (order: 1 | 2) => outerPath(bowls, -2, { alpha: 0.1, beta: 0.1 }, order, 200).at(-1) ?? NaN;
    close(end(2), restsAt('maml', bowls, 0.1, 1), 1e-6);
    close(end(1), restsAt('fomaml', bowls, 0.1, 1), 1e-6);
    for (const theta of METHODS.map((method) => restsAt(method, bowls, 0.1, 1)))
      assert.ok(lossAfter(bowls, theta, 0.1, 1) >= lossAfter(bowls, restsAt('maml', bowls, 0.1, 1), 0.1, 1));
    assert.ok(Number.isNaN(restsAt('maml', bowls, 0, 0)) === false && Number.isNaN(restsAt('reptile', bowls, 0, 3)));
  });

  it('an episode has N classes of K + Q different framed drawings, the same again, more of them when N and K grow', () => {
    const { support, query } = drawEpisode(5, 3, 2, 1);
    assert.deepEqual([support.length, query.length, support[0]!.length, query[0]!.length], [5, 5, 3, 2]);
    const all = [...support, ...query].flat();
    assert.equal(new Set(all.map((drawing) => JSON.stringify(drawing))).size, 25);
    for (const drawing of all) {
      const span = (axis: 0 | 1) => Math.max(...drawing.flat().map((p) => p[axis])) - Math.min(...drawing.flat().map((p) => p[axis]));
      close(Math.max(span(0), span(1)), FRAMED_SIDE);
    }
    assert.deepEqual(drawEpisode(3, 2, 1, 1).support[2], drawEpisode(5, 2, 4, 1).support[2]);
    assert.notDeepEqual(drawEpisode(3, 2, 1, 2).support[2], support[2]);
  });

  it('the mean of many waves is the cosine that the note derives', () => {
    close(expectedWave(0), -1.6233804195373, 1e-10);
    const many = drawWaves(20_000, 1);
    for (const x of [-4, -1, 0, 2, 5]) close(meanWave(many, x), expectedWave(x), 0.05);
  });
});
