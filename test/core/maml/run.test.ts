// A run repeats itself to the last bit: by seed, by replay from a checkpoint, and whether or not its steps are recorded.
import assert from 'node:assert/strict';
import { GOLDEN, GOLDEN_OPTIONS } from '../../golden/demo';
import { drain } from '../../../src/core/pieces';
import { kernelExperiment, SMALL } from './experiments';

describe('a run', () => {
  it('gives the same numbers for the same seed, and others for another', async () => {
    const [a, b, c] = await Promise.all([SMALL, SMALL, { ...SMALL, seed: 2 }].map((given) => kernelExperiment(given)));
    for (const experiment of [a!, b!, c!]) drain(experiment.train());
    assert.deepEqual(a!.run.metaLoss, b!.run.metaLoss);
    assert.deepEqual(a!.run.thetaAfter(30), b!.run.thetaAfter(30));
    assert.notDeepEqual(a!.run.metaLoss, c!.run.metaLoss);
  });

  for (const algorithm of ['maml', 'fomaml', 'reptile', 'anil', 'metaSgd', 'pretrain']) {
    it(`replays any iteration of ${algorithm} byte for byte, in any order`, async () => {
      const settings = { ...SMALL, algorithm, innerSteps: 2, iterations: 230 };
      const once = await kernelExperiment(settings);
      const thetas = [once.run.thetaAfter(0)];
      while (once.run.iterations < 230) {
        once.run.trainOne();
        thetas.push(once.run.thetaAfter(once.run.iterations));
      }
      const again = await kernelExperiment(settings);
      drain(again.train());
      for (const iteration of [137, 3, 229, 0, 101, 100, 199, 200, 4]) {
        const trace = again.run.trace(iteration)!;
        assert.deepEqual(trace.before.theta, thetas[iteration], `before iteration ${iteration}`);
        const last = trace.steps.at(-1)!;
        assert.equal(last.line, 'outer-update');
        assert.deepEqual(last.line === 'outer-update' ? last.theta : null, thetas[iteration + 1], `after iteration ${iteration}`);
        assert.equal(last.line === 'outer-update' ? last.metaLoss : NaN, again.run.metaLoss[iteration]);
      }
      again.run.trainOne();
      assert.equal(again.run.iterations, 231);
    });
  }

  it('learns: errors on unseen tasks fall with adaptation for five seeds', async () => {
    for (const seed of [1, 2, 3, 4, 5]) {
      const experiment = await kernelExperiment({ seed, iterations: 1500 });
      drain(experiment.train());
      const { mean } = drain(experiment.evaluate(experiment.run.thetaAfter(1500))).loss;
      assert.ok(mean[1]! < 0.5 * mean[0]!, `seed ${seed}: ${mean[0]} before, ${mean[1]} after one step`);
    }
  }).timeout(60_000);

  it('stops before numbers become useless, and stays usable', async () => {
    const experiment = await kernelExperiment({ ...SMALL, alpha: 1, beta: 1, outer: 'sgd', innerSteps: 5, iterations: 300 });
    drain(experiment.train());
    const { run } = experiment;
    assert.ok(run.divergence !== undefined, 'expected divergence');
    assert.equal(run.iterations, run.divergence.iteration);
    assert.ok(run.metaLoss.every(Number.isFinite));
    assert.equal(run.trainOne(), false);
    assert.ok(run.thetaAfter(run.iterations).every(Number.isFinite));
  });

  it('computes what the demo has always computed', async () => {
    const experiment = await kernelExperiment(GOLDEN_OPTIONS);
    drain(experiment.train());
    const { mean } = drain(experiment.evaluate(experiment.run.thetaAfter(GOLDEN_OPTIONS.iterations))).loss;
    const { metaLoss } = experiment.run;
    assert.deepEqual({ firstMetaLoss: metaLoss[0], lastMetaLoss: metaLoss.at(-1), before: mean[0], afterOne: mean[1] }, GOLDEN);
  });
});
