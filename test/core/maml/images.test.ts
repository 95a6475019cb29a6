// A learner's own images: split by class, scaled to ink, refused with the class or count that is wrong.
import assert from 'node:assert/strict';
import { decodeSettings } from '../../../src/core/maml/settings';
import { evaluationTask } from '../../../src/core/maml/evaluation';
import { imageBank, ImageBankError, inkOf } from '../../../src/core/maml/tasks/imageBank';
import { useImageBank } from '../../../src/core/maml/tasks/images';
import { drawingsOf } from '../../../src/core/maml/tasks/symbols';
import { drain } from '../../../src/core/pieces';
import { kernelExperiment } from './experiments';

const folder = (classes: number) =>
  new Map(Array.from({ length: classes }, (_, i) => [`class${String(i).padStart(2, '0')}`, drawingsOf(3, i)]));

describe('a folder of images', () => {
  it('is split by class in alphabetical order', () => {
    const { names } = imageBank(folder(12));
    assert.deepEqual(names.test, ['class04', 'class09']);
    assert.equal(names.train.length, 10);
    assert.throws(() => imageBank(folder(6)), /The folder has 6 classes; at least 10 are needed/);
  });

  it('becomes ink: dark is 1, and averages are exact', () => {
    const grey = [0, 1, 1, 1, 0, 1, 1, 1, 1, 1, 0, 0, 1, 1, 0, 0];
    assert.deepEqual([...inkOf(grey, 4, 4, 2)], [0.5, 0, 0, 1]);
    assert.deepEqual([...inkOf([0, 1], 2, 1, 2)], [1, 0, 1, 0]);
  });

  it('trains and adapts like the drawn symbols, and names what it lacks', async () => {
    useImageBank(imageBank(folder(60)));
    const experiment = await kernelExperiment({ family: 'images', iterations: 60, metaBatch: 4 });
    drain(experiment.train());
    const { score } = drain(experiment.evaluate(experiment.run.thetaAfter(60), 40));
    assert.ok(score!.mean[1]! > score!.mean[0]! + 0.1, `${score!.mean[0]} before, ${score!.mean[1]} after one step`);
    assert.throws(
      () => evaluationTask(decodeSettings({ family: 'images', shots: 30 }), 0),
      (error: unknown) => error instanceof ImageBankError && /has 20 images; 30 for support and 5 for query/.test(error.message),
    );
    assert.throws(() => evaluationTask(decodeSettings({ family: 'images', ways: 20 }), 0), /12 classes for test; 20 are needed/);
  });
});
