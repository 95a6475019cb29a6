// The task families: what they draw, that training and test never share a class, and that the closed forms of the bowls hold.
import assert from 'node:assert/strict';
import { evaluationTask } from '../../../src/core/maml/evaluation';
import { decodeSettings } from '../../../src/core/maml/settings';
import { FAMILY_IDS } from '../../../src/core/maml/tasks/familyId';
import { familyOf } from '../../../src/core/maml/tasks/families';
import { CLASSES, drawingsOf } from '../../../src/core/maml/tasks/symbols';
import { QUERY_EPISODE } from '../../../src/core/maml/tasks/task';
import { drain } from '../../../src/core/pieces';
import { float64Experiment, kernelExperiment } from './experiments';

describe('every task family', () => {
  for (const family of FAMILY_IDS.filter((id) => id !== 'images')) {
    it(`draws the same ${family} tasks from the same seed, in rows of the promised size`, () => {
      const settings = decodeSettings({ family });
      const [a, b] = [evaluationTask(settings, 5), evaluationTask(settings, 5)];
      assert.deepEqual(a.parameters, b.parameters);
      assert.deepEqual(a.support, b.support);
      assert.notDeepEqual(a.parameters, evaluationTask(settings, 6).parameters);
      const { support, query } = familyOf(family).rows(settings);
      assert.ok(a.support.rows <= support && a.query.rows <= query);
    });

    it(`improves on unseen ${family} tasks by a first step, and repeats itself from a checkpoint`, async () => {
      const iterations = { sinusoid: 800, symbols: 120, navigation: 12, bowls: 50 }[family];
      const small = family === 'navigation' ? { horizon: 20, metaBatch: 5, hidden: [16] } : {};
      const experiment = await kernelExperiment({ family, iterations, ...small });
      drain(experiment.train());
      const { run } = experiment;
      const { loss, score } = drain(experiment.evaluate(run.thetaAfter(iterations), 60));
      const [before, after] = score === null ? [-loss.mean[0]!, -loss.mean[1]!] : [score.mean[0]!, score.mean[1]!];
      assert.ok(after > before, `${before} before, ${after} after one step`);
      const last = run.trace(iterations - 1)!.steps.at(-1)!;
      assert.deepEqual(last.line === 'outer-update' ? last.theta : null, run.thetaAfter(iterations));
    }).timeout(60_000);
  }
});

describe('the sinusoids', () => {
  it('follow Finn: A in [0.1, 5], p in [0, π], x in [−5, 5], y = A sin(x − p)', () => {
    const settings = decodeSettings({});
    for (let index = 0; index < 200; index++) {
      const { parameters, support } = evaluationTask(settings, index);
      const { amplitude = NaN, phase = NaN } = parameters;
      assert.ok(amplitude >= 0.1 && amplitude < 5 && phase >= 0 && phase < Math.PI);
      for (let i = 0; i < support.rows; i++) {
        assert.ok(Math.abs(support.x[i]!) <= 5);
        assert.ok(Math.abs(support.y[i]! - amplitude * Math.sin(support.x[i]! - phase)) < 1e-12);
      }
    }
  });

  it('vary in frequency only when asked to', () => {
    assert.equal('frequency' in evaluationTask(decodeSettings({}), 0).parameters, false);
    const { frequency = NaN } = evaluationTask(decodeSettings({ frequencies: [0.8, 1.2] }), 0).parameters;
    assert.ok(frequency >= 0.8 && frequency < 1.2);
  });
});

describe('the symbols', () => {
  const settings = decodeSettings({ family: 'symbols' });
  const family = familyOf('symbols');

  it('never show a test class in training', () => {
    for (let index = 0; index < 100; index++) {
      for (const symbolClass of Object.values(evaluationTask(settings, index).parameters)) assert.ok(symbolClass >= CLASSES.train);
    }
  });

  it('are 5-way 3-shot by default, with one label a row and no drawing in both sets', () => {
    const { support, query } = evaluationTask(settings, 0);
    assert.deepEqual([support.rows, query.rows], [15, 25]);
    const image = (rows: typeof support, row: number) => Array.from({ length: 196 }, (_, i) => rows.x[row * 196 + i]!).join();
    const seen = new Set(Array.from({ length: support.rows }, (_, row) => image(support, row)));
    for (let row = 0; row < query.rows; row++) assert.ok(!seen.has(image(query, row)));
    for (let row = 0; row < 15; row++) {
      assert.equal(
        Array.from({ length: 5 }, (_, label) => support.y[row * 5 + label]!).reduce((a, b) => a + b),
        1,
      );
    }
    assert.ok(family.model(settings).kind === 'network');
  });

  it('are closer to drawings of their own class than to those of another', () => {
    const distance = (a: Float32Array, b: Float32Array) => a.reduce((sum, value, i) => sum + (value - b[i]!) ** 2, 0);
    let nearer = 0;
    for (let symbolClass = 0; symbolClass < 40; symbolClass++) {
      const [a, b] = drawingsOf(1, symbolClass);
      const other = drawingsOf(1, symbolClass + 1)[0]!;
      assert.ok(distance(a!, b!) > 0, 'two drawings of a class are identical');
      nearer += distance(a!, b!) < distance(a!, other) ? 1 : 0;
    }
    assert.ok(nearer >= 34, `${nearer} of 40`);
  });
});

describe('the quadratic bowls', () => {
  it('have the meta-gradient closed form (1 − αa)^k a (φ_k − c)', () => {
    const { experiment, settings } = float64Experiment({ family: 'bowls', dimension: 1, innerSteps: 3, metaBatch: 1, alpha: 0.2 });
    const trace = experiment.run.trace(0)!;
    const sample = trace.steps[0]!;
    assert.ok(sample.line === 'sample');
    const { a1 = NaN, c1 = NaN } = sample.tasks[0]!.parameters;
    const theta = trace.before.theta[0]!;
    const shrink = (1 - settings.alpha * a1) ** 3;
    const phi = c1 + shrink * (theta - c1);
    const meta = trace.steps.find(({ line }) => line === 'meta-gradient')!;
    assert.ok(meta.line === 'meta-gradient');
    assert.ok(Math.abs(meta.first![0]! - a1 * (phi - c1)) < 1e-14);
    assert.ok(Math.abs(meta.sum[0]! - shrink * a1 * (phi - c1)) < 1e-14);
    assert.ok(Math.abs(meta.metaLoss - 0.5 * a1 * (phi - c1) ** 2) < 1e-14);
  });
});

describe('2-D navigation', () => {
  const small = { family: 'navigation', horizon: 5, metaBatch: 2, hidden: [6], iterations: 2 };

  it('acts K times for the support set and as often as the query set says for the query set, whichever is larger', async () => {
    for (const [shots, queryShots] of [
      [4, 2],
      [2, 4],
    ]) {
      const experiment = await kernelExperiment({ ...small, shots, queryShots });
      assert.equal(drain(experiment.train()), undefined);
      assert.deepEqual([experiment.run.iterations, experiment.run.divergence], [2, undefined]);
      const task = evaluationTask(experiment.settings, 0);
      const theta = experiment.run.thetaAfter(2);
      assert.equal(experiment.act(theta, task, 0).paths.length, shots);
      assert.equal(experiment.act(theta, task, QUERY_EPISODE).paths.length, queryShots);
      assert.ok(drain(experiment.evaluate(theta, 2, 2, 7)).score!.mean.every(Number.isFinite), 'judged with another K');
    }
  });

  it('is judged on its own number of query trajectories', async () => {
    const [two, six] = await Promise.all([2, 6].map((queryShots) => kernelExperiment({ ...small, shots: 4, queryShots })));
    drain(two!.train());
    drain(six!.train());
    assert.notEqual(two!.run.metaLoss[0], six!.run.metaLoss[0]);
  });
});
