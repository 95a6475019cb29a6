// What the host says of the parameters' plane: a plane, that there is none, or that nothing is known yet of this run.
import assert from 'node:assert/strict';
import type { Experiment } from '../../../src/core/maml/experiment';
import { pictureAt } from '../../../src/core/maml/trace/picture';
import { PlaneKeeper } from '../../../src/host/maml/planeKeeper';
import type { ShownPlane } from '../../../src/protocol/maml';
import { kernelExperiment, SMALL } from './experiments';

/** Turns to the end of the first iteration's first task, where there is a task in focus. */
async function look(keeper: PlaneKeeper, experiment: Experiment): Promise<void> {
  const trace = experiment.run.trace(0)!;
  const executed = trace.steps.findIndex(({ line }) => line === 'accumulate') + 1;
  await keeper.look(experiment, pictureAt(experiment, trace, executed, trace.steps.length));
}

describe('the keeper of planes', () => {
  it('says that there is none where no task moves φ, and forgets a run’s plane with the run', async () => {
    const said: ShownPlane[] = [];
    const keeper = new PlaneKeeper((plane) => said.push(plane));
    keeper.want(true, undefined, null);
    await look(keeper, await kernelExperiment(SMALL));
    await look(keeper, await kernelExperiment({ ...SMALL, algorithm: 'pretrain' }));
    await look(keeper, await kernelExperiment({ ...SMALL, seed: 2 }));
    const kinds = said.map((plane) => (plane === null || plane === 'none' ? plane : 'plane'));
    assert.deepEqual(kinds, ['plane', null, 'none', null, 'plane']);
  });
});
