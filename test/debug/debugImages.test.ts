// The debugger on a learner's own images: each run keeps those it began with, whatever folder another one uses.
import assert from 'node:assert/strict';
import { decodeSettings } from '../../src/core/maml/settings';
import { imageBank } from '../../src/core/maml/tasks/imageBank';
import { drawingsOf } from '../../src/core/maml/tasks/symbols';
import { LabSession } from '../../src/host/maml/labSession';
import { Client, host, SMALL } from './support/client';

const IMAGES = { ...SMALL, family: 'images', ways: 2, shots: 2, queryShots: 2 };
const watch = { cancelled: () => false };

/** The images of a folder, drawn by its number. */
function imagesIn(folder: string) {
  const first = Number(/\d+$/.exec(folder)![0]);
  return imageBank(new Map(Array.from({ length: 10 }, (_, i) => [`class${i}`, drawingsOf(3, first + i)])), folder);
}

async function together() {
  const own = await host();
  const lab = new LabSession(own.experimentFor, () => undefined);
  const client = new Client({ ...own, imagesIn: (folder) => Promise.resolve(imagesIn(folder)), joinLab: lab.join.bind(lab) });
  return { lab, client };
}

describe('the debugger on images of one’s own', () => {
  it('uses the launch’s folder, also after a value was set, and leaves the lab’s run with its own images', async () => {
    const { lab, client } = await together();
    await lab.run(decodeSettings(IMAGES), watch, { images: imagesIn('file:///20') });
    await lab.jump(3);
    const { picture } = lab.view();
    await client.launch({ ...IMAGES, imageFolder: 'file:///50', startIteration: 3 });
    await client.ask('setExpression', { expression: 'alpha', value: '0.3' });
    await client.go('stepOut');
    await lab.move('end');
    await lab.jump(3);
    assert.deepEqual(lab.view().picture, picture);
    assert.equal(lab.joinable()?.imageFolder, 'file:///20');
  });

  it('joins the lab’s run where the folder is the same one, and begins another where it is not', async () => {
    const { lab, client } = await together();
    await lab.run(decodeSettings(IMAGES), watch, { place: 30, images: imagesIn('file:///20') });
    const { experiment } = lab;
    await client.launch({ ...lab.joinable(), withLab: true });
    assert.equal(lab.experiment, experiment);
    assert.equal(lab.view().picture?.executed, 30);
    await client.ask('disconnect');
    const other = await together();
    await other.lab.run(decodeSettings(IMAGES), watch, { images: imagesIn('file:///20') });
    const former = other.lab.experiment;
    await other.client.launch({ ...IMAGES, withLab: true, imageFolder: 'file:///50' });
    assert.notEqual(other.lab.experiment, former);
    assert.equal(other.lab.experiment?.images?.folder, 'file:///50');
  });
});
