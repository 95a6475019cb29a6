// What the learner sees at a place: each family's scene, the meta-gradient as soon as it is known, losses at every inner step.
import assert from 'node:assert/strict';
import type { Experiment } from '../../../src/core/maml/experiment';
import { FAMILY_IDS } from '../../../src/core/maml/tasks/familyId';
import { INK_LEVELS } from '../../../src/core/maml/tasks/scene';
import { pictureAt, type Picture } from '../../../src/core/maml/trace/picture';
import type { Line } from '../../../src/core/maml/trace/step';
import { median, norm } from '../../../src/core/maml/vectors';
import { drain } from '../../../src/core/pieces';
import { float64Experiment, kernelExperiment, SMALL } from './experiments';

const TINY = {
  sinusoid: SMALL,
  symbols: { metaBatch: 2, shots: 2, queryShots: 3, hidden: [8], iterations: 5, innerSteps: 2 },
  navigation: { metaBatch: 2, shots: 3, queryShots: 3, horizon: 10, hidden: [6], iterations: 2 },
  bowls: { metaBatch: 3, iterations: 3, innerSteps: 2 },
};

/** The picture right after the last execution of a line in iteration 0. */
function after(experiment: Experiment, line: Line): Picture {
  const trace = experiment.run.trace(0)!;
  const count = trace.steps.map((step) => step.line).lastIndexOf(line) + 1;
  return pictureAt(experiment, trace, count, trace.steps.length);
}

describe('a picture', () => {
  it('shows images and class probabilities at every φ, as good as the accuracy that is reported', async () => {
    const experiment = await kernelExperiment({ family: 'symbols', ...TINY.symbols });
    const { scene } = after(experiment, 'query-loss').focus!;
    assert.ok(scene.kind === 'symbols');
    assert.deepEqual([scene.support.length, scene.query.length, scene.probabilities.length], [10, 15, 3]);
    assert.ok(scene.query.every(({ ink }) => new RegExp(`^[0-${INK_LEVELS}]{196}$`).test(ink) && /[1-5]/.test(ink)));
    for (const shares of scene.probabilities.flat()) assert.ok(Math.abs(shares.reduce((a, b) => a + b, 0) - 1) < 0.004);
    const unseen = drain(experiment.lookingAt(experiment.run.thetaAfter(0), 3));
    assert.ok(unseen.scene.kind === 'symbols');
    const { query, probabilities } = unseen.scene;
    probabilities.forEach((step, j) => {
      const right = query.filter(({ label }, i) => step[i]!.indexOf(Math.max(...step[i]!)) === label).length;
      assert.ok(Math.abs(right / query.length - unseen.scores[j]!) < 1e-9, `step ${j}`);
    });
  });

  it('shows trajectories from the start, one set before and one after adaptation', async () => {
    const experiment = await kernelExperiment({ family: 'navigation', ...TINY.navigation });
    const { scene, parameters } = after(experiment, 'query-loss').focus!;
    assert.ok(scene.kind === 'paths');
    assert.deepEqual(scene.goal, [parameters['goalX'], parameters['goalY']]);
    assert.equal(scene.paths.length, 2);
    for (const path of scene.paths.flat()) {
      assert.deepEqual(path.slice(0, 2), [0, 0]);
      assert.ok(path.length > 2 && path.length <= 2 * (TINY.navigation.horizon + 1));
    }
  });

  it('shows a bowl with its own matrix, its φ and where the other tasks stand', () => {
    const { experiment } = float64Experiment({ family: 'bowls', ...TINY.bowls });
    const picture = after(experiment, 'query-loss');
    const { scene } = picture.focus!;
    assert.ok(scene.kind === 'bowl');
    assert.deepEqual([scene.track.length, scene.others.length, scene.matrix.length], [3, 2, 4]);
    assert.deepEqual(picture.tasks.map(({ moved }) => moved), [2, 2, 2]); // prettier-ignore
  });

  it('knows the losses at each φ reached, the trace’s own where it has them', async () => {
    const experiment = await kernelExperiment({ ...SMALL, innerSteps: 2 });
    const trace = experiment.run.trace(0)!;
    const { tasks } = after(experiment, 'outer-update');
    for (const step of trace.steps) {
      if (step.line === 'support-gradient') assert.equal(tasks[step.task]!.supportLoss[step.inner], step.loss);
      if (step.line === 'query-loss') assert.equal(tasks[step.task]!.queryLosses[2], step.loss);
    }
    assert.ok(tasks.every(({ supportLoss, queryLosses }) => supportLoss.length === 3 && queryLosses.length === 3));
    assert.ok(
      tasks.every(({ supportLoss }) => supportLoss[2]! < supportLoss[0]!),
      'adaptation lowers the support loss',
    );
  });

  it('takes the meta-gradient apart from the query gradient on', async () => {
    const experiment = await kernelExperiment({ ...SMALL, innerSteps: 2 });
    const [early, back, done] = (['query-loss', 'second-order', 'accumulate'] as const).map((line) => after(experiment, line).focus!.meta!);
    assert.deepEqual([early!.second, early!.angle, early!.complete], [0, 0, false]);
    assert.ok(back!.second! > 0 && !back!.complete);
    assert.ok(done!.complete && done!.first === early!.first && done!.sum === back!.sum);
    const first = after(await kernelExperiment({ ...SMALL, algorithm: 'fomaml' }), 'accumulate').focus!.meta!;
    assert.deepEqual([first.second, first.sum], [0, first.first]);
    const reptile = await kernelExperiment({ ...SMALL, algorithm: 'reptile' });
    const moved = reptile.run.trace(0)!.steps.flatMap((step) => (step.line === 'displacement' ? [norm(step.meta)] : []));
    assert.equal(after(reptile, 'accumulate').focus!.meta!.sum, moved.at(-1));
  });

  it('exists at every place of every family that needs no folder', async () => {
    for (const family of FAMILY_IDS.filter((id) => id !== 'images')) {
      const experiment = await kernelExperiment({ family, ...TINY[family] });
      const trace = experiment.run.trace(0)!;
      const n = trace.steps.length;
      for (let executed = 0; executed <= n; executed++) {
        const picture = pictureAt(experiment, trace, executed, n);
        assert.equal(picture.focus === null, executed === 0);
        assert.ok(JSON.stringify(picture).length < 200_000);
      }
    }
  });
});

describe('a run', () => {
  it('keeps the median over tasks of every iteration, and goes on with the same bits when it is extended', async () => {
    const [once, twice] = [await kernelExperiment({ ...SMALL, iterations: 12 }), await kernelExperiment({ ...SMALL, iterations: 5 })];
    drain(once.train());
    drain(twice.train());
    twice.extend(12);
    drain(twice.train());
    assert.deepEqual(twice.run.metaLoss, once.run.metaLoss);
    assert.deepEqual(twice.run.thetaAfter(12), once.run.thetaAfter(12));
    const losses = once.run.trace(7)!.steps.flatMap((step) => (step.line === 'accumulate' ? [step.loss] : []));
    assert.equal(once.run.medianLoss[7], median(losses));
    assert.deepEqual([once.run.medianLoss.length, median([4, 1]), median([3, 9, 1])], [12, 2.5, 3]);
  });
});
