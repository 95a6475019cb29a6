// The meta-gradient of the whole outer iteration against finite differences in float64, for every algorithm that promises an exact one.
import assert from 'node:assert/strict';
import { taskSteps } from '../../../src/core/maml/algorithms/taskSteps';
import { recordIteration } from '../../../src/core/maml/trace/step';
import { drain } from '../../../src/core/pieces';
import { float64Experiment, kernelExperiment, SMALL } from './experiments';

const SMOOTH = { ...SMALL, activation: 'tanh', innerSteps: 3, alpha: 0.05 };

for (const algorithm of ['maml', 'anil', 'metaSgd']) {
  describe(`the meta-gradient of ${algorithm}`, () => {
    it('equals central differences of the meta-loss', () => {
      const { experiment } = float64Experiment({ ...SMOOTH, algorithm });
      const { learner } = experiment.run;
      const before = learner.state();
      const trace = recordIteration(learner);
      const step = trace.steps.find(({ line }) => line === 'meta-gradient')!;
      assert.ok(step.line === 'meta-gradient');
      const lossAt = (index: number, change: number): number => {
        const theta = before.theta.slice();
        theta[index]! += change;
        learner.restore({ ...before, theta });
        return drain(learner.iterate());
      };
      for (let index = 0; index < step.sum.length; index += 3) {
        const h = 1e-5;
        const numeric = (lossAt(index, h) - lossAt(index, -h)) / (2 * h);
        assert.ok(
          Math.abs(numeric - step.sum[index]!) <= 1e-8 * Math.max(1, Math.abs(numeric)),
          `θ[${index}]: ${numeric} against ${step.sum[index]}`,
        );
      }
    });
  });
}

describe('the parts of the meta-gradient', () => {
  it('add up, and the second-order part is what FOMAML drops', async () => {
    const maml = (await kernelExperiment(SMOOTH)).run.trace(0)!.steps;
    const fomaml = (await kernelExperiment({ ...SMOOTH, algorithm: 'fomaml' })).run.trace(0)!.steps;
    const [second, first] = [maml, fomaml].map((steps) => steps.find(({ line }) => line === 'meta-gradient')!);
    assert.ok(second!.line === 'meta-gradient' && first!.line === 'meta-gradient');
    assert.deepEqual(second!.first, first!.sum);
    assert.ok(first!.second!.every((value) => value === 0));
    assert.ok(second!.second!.some((value) => value !== 0));
  });

  it('is −α Σ g ∘ v for the learned rates of Meta-SGD', () => {
    const { experiment, machine } = float64Experiment({ ...SMOOTH, algorithm: 'metaSgd', metaBatch: 1 });
    const { learner } = experiment.run;
    const task = learner.tasksOf(0)[0]!;
    const [support, query] = [machine.examples(5), machine.examples(4)];
    machine.setExamples(support, task.support);
    machine.setExamples(query, task.query);
    const sets = { support: () => support, query: () => query };
    const alpha = machine.vector();
    const rates = machine.read(learner.alpha);
    const lossAt = (index: number, change: number): number => {
      const changed = rates.slice();
      changed[index]! += change;
      machine.write(alpha, changed);
      const algorithm = { order: 1, adapts: 'all', learnsAlpha: false, sends: 'queryGradient', adaptsInTraining: true } as const;
      return drain(taskSteps({ machine, work: learner.work, theta: learner.theta, alpha, sets, steps: 3, algorithm }));
    };
    const alphaGradient = machine.vector();
    machine.write(alpha, rates);
    const algorithm = { order: 2, adapts: 'all', learnsAlpha: true, sends: 'queryGradient', adaptsInTraining: true } as const;
    drain(taskSteps({ machine, work: learner.work, theta: learner.theta, alpha, sets, steps: 3, algorithm, alphaGradient }));
    const exact = machine.read(alphaGradient);
    for (let index = 0; index < exact.length; index += 2) {
      const numeric = (lossAt(index, 1e-5) - lossAt(index, -1e-5)) / 2e-5;
      assert.ok(
        Math.abs(numeric - exact[index]!) <= 1e-8 * Math.max(1, Math.abs(numeric)),
        `α[${index}]: ${numeric} against ${exact[index]}`,
      );
    }
  });
});
