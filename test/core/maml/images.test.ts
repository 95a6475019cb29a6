// A learner's own images: split by class, scaled to ink, refused with the class or count that is wrong, kept by the run that they were given to.
import assert from 'node:assert/strict';
import { decodeSettings, SettingsError } from '../../../src/core/maml/settings';
import { imageBank, ImageBankError, inkOf, lackingImages } from '../../../src/core/maml/tasks/imageBank';
import { drawingsOf } from '../../../src/core/maml/tasks/symbols';
import { drain } from '../../../src/core/pieces';
import { kernelExperiment } from './experiments';

const folder = (classes: number, first = 0) =>
  new Map(Array.from({ length: classes }, (_, i) => [`class${String(i).padStart(2, '0')}`, drawingsOf(3, first + i)]));
const bankOf = (classes: number, first = 0) => imageBank(folder(classes, first), `file:///images/${first}`);

const IMAGES = { family: 'images', metaBatch: 4, iterations: 12, hidden: [8] };

describe('a folder of images', () => {
  it('is split by class in alphabetical order', () => {
    const { names } = bankOf(12);
    assert.deepEqual(names.test, ['class04', 'class09']);
    assert.equal(names.train.length, 10);
    assert.throws(() => bankOf(6), /The folder has 6 classes; at least 10 are needed/);
    assert.throws(
      () => bankOf(6),
      (error) => error instanceof ImageBankError && error.reason === 'fewClasses' && error.figures[0] === 6,
    );
  });

  it('becomes ink: dark is 1, and averages are exact', () => {
    const grey = [0, 1, 1, 1, 0, 1, 1, 1, 1, 1, 0, 0, 1, 1, 0, 0];
    assert.deepEqual([...inkOf(grey, 4, 4, 2)], [0.5, 0, 0, 1]);
    assert.deepEqual([...inkOf([0, 1], 2, 1, 2)], [1, 0, 1, 0]);
  });

  it('trains and adapts like the drawn symbols', async () => {
    const experiment = await kernelExperiment({ family: 'images', iterations: 60, metaBatch: 4 }, bankOf(60));
    drain(experiment.train());
    const { score } = drain(experiment.evaluate(experiment.run.thetaAfter(60), 40));
    assert.ok(score!.mean[1]! > score!.mean[0]! + 0.1, `${score!.mean[0]} before, ${score!.mean[1]} after one step`);
  });

  it('is refused before training where judging would lack classes, or a class images, at the field that asks too much', async () => {
    const settings = decodeSettings(IMAGES);
    for (const classes of [10, 14, 24]) {
      const [refusal, ...others] = lackingImages(settings, bankOf(classes));
      assert.deepEqual([refusal?.key, refusal?.rule?.name, others.length], ['ways', 'classes', 0], `${classes} classes`);
      await assert.rejects(
        kernelExperiment(IMAGES, bankOf(classes)),
        (error) => error instanceof SettingsError && error.refusals.length === 1,
      );
    }
    assert.deepEqual(lackingImages(settings, bankOf(25)), []);
    const [shots] = lackingImages(decodeSettings({ ...IMAGES, shots: 30 }), bankOf(25));
    assert.deepEqual([shots?.key, shots?.rule], ['shots', { name: 'images', figures: [30, 5, 'class00', 20] }]);
  });

  it('is asked for where none was given', async () => {
    await assert.rejects(kernelExperiment(IMAGES), (error) => error instanceof ImageBankError && error.reason === 'noFolder');
  });

  it('stays the run’s own: another folder, taken into use later, changes nothing that is replayed', async () => {
    const experiment = await kernelExperiment(IMAGES, bankOf(25));
    drain(experiment.train());
    const [losses, tasks] = [[...experiment.run.metaLoss], experiment.run.learner.tasksOf(3)];
    const other = await kernelExperiment(IMAGES, bankOf(25, 100));
    drain(other.train());
    assert.notDeepEqual([...other.run.metaLoss], losses);
    assert.deepEqual(experiment.run.learner.tasksOf(3), tasks);
    const again = await kernelExperiment(IMAGES, bankOf(25));
    drain(again.train());
    assert.deepEqual([...again.run.metaLoss], losses);
    assert.deepEqual(experiment.run.trace(3), again.run.trace(3));
  });
});
