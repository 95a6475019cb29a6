// Training through TensorFlow.js and stepping through the generator are the same computation, to the last bit.
import assert from 'node:assert/strict';
import { Experiment } from '../../../src/core/maml/experiment';
import { createMachine } from '../../../src/core/maml/model';
import { decodeSettings } from '../../../src/core/maml/settings';
import { familyOf } from '../../../src/core/maml/tasks/families';
import { batchMetaGradient } from '../../../src/core/maml/tensor/batchMetaGradient';
import { loadTensorFlow } from '../../../src/core/maml/tensor/loadTensorFlow';
import { builtKernel } from './machine/builtKernel';
import { drain } from '../../../src/core/pieces';
import { kernelExperiment, SMALL } from './experiments';

async function tensorExperiment(given: object): Promise<Experiment> {
  const settings = decodeSettings(given);
  const machine = createMachine(familyOf(settings.family).model(settings), await builtKernel());
  return new Experiment(settings, machine, batchMetaGradient(await loadTensorFlow(), machine));
}

describe('training through TensorFlow.js', () => {
  for (const given of [
    SMALL,
    { ...SMALL, algorithm: 'fomaml', innerSteps: 3 },
    { ...SMALL, algorithm: 'anil' },
    { ...SMALL, algorithm: 'pretrain' },
    { family: 'symbols', iterations: 4, hidden: [8] },
  ]) {
    it(`gives the bits of the stepped algorithm: ${JSON.stringify(given)}`, async () => {
      const [whole, stepped] = await Promise.all([tensorExperiment(given), kernelExperiment(given)]);
      drain(whole.train());
      drain(stepped.train());
      assert.deepEqual(whole.run.metaLoss, stepped.run.metaLoss);
      assert.deepEqual(whole.run.thetaAfter(whole.run.iterations), stepped.run.thetaAfter(stepped.run.iterations));
    });
  }

  it('serves two experiments in turn, and leaves no tensor behind', async () => {
    const tf = await loadTensorFlow();
    const [a, b] = [await tensorExperiment(SMALL), await tensorExperiment({ ...SMALL, hidden: [9] })];
    const before = tf.memory().numTensors;
    for (let i = 0; i < 20; i++) {
      a.run.trainOne();
      b.run.trainOne();
    }
    assert.equal(tf.memory().numTensors, before);
    const alone = await kernelExperiment({ ...SMALL, hidden: [9] });
    for (let i = 0; i < 20; i++) alone.run.trainOne();
    assert.deepEqual(b.run.metaLoss, alone.run.metaLoss);
  });
});
