// Lab and debugger on one run: a step in either moves both, and neither is ever led astray by the other.
import assert from 'node:assert/strict';
import { decodeSettings } from '../../src/core/maml/settings';
import type { AdapterHost } from '../../src/host/maml/debug/debugAdapter';
import { LabSession } from '../../src/host/maml/labSession';
import type { LabView } from '../../src/protocol/maml';
import { Client, host, launched, SMALL } from './support/client';

const watch = { cancelled: () => false };

async function together(): Promise<{ lab: LabSession; shared: AdapterHost; patches: Partial<LabView>[] }> {
  const own = await host();
  const patches: Partial<LabView>[] = [];
  const lab = new LabSession(own.experimentFor, (patch) => patches.push(patch));
  return { lab, patches, shared: { ...own, joinLab: (settings, follower) => lab.join(settings, follower) } };
}

const place = (lab: LabSession) => lab.view().picture?.executed;

describe('lab and debugger together', () => {
  it('share the lab’s finished run: each step of one moves the other', async () => {
    const { lab, shared } = await together();
    await lab.run(decodeSettings(SMALL), watch, { place: 30 });
    const client = new Client(shared);
    await client.launch({ withLab: true });
    const iteration = await client.evaluate('iteration');
    assert.equal(place(lab), 30, 'the debugger starts where the lab stands');
    await client.go('stepIn');
    assert.equal(place(lab), 31);
    await client.go('stepBack');
    await lab.move('nextIteration');
    await client.stopped();
    assert.equal(Number(await client.evaluate('iteration')), Number(iteration) + 1);
    const { picture } = lab.view();
    await lab.move('in');
    assert.equal((await client.stopped())['reason'], 'goto');
    await client.go('stepBackInto');
    assert.deepEqual(lab.view().picture, picture);
    assert.equal(Number(await client.evaluate('norm(metaGrad)')), picture!.meta!.sum);
  });

  it('begin a run in the lab where it has none with these settings', async () => {
    const { lab, shared, patches } = await together();
    const client = new Client(shared);
    await client.launch({ withLab: true });
    assert.deepEqual([lab.view().status, lab.view().page, place(lab)], ['debugging', 'step', 0]);
    await client.go('next');
    assert.equal(place(lab), 1);
    assert.equal(patches.at(-1)?.picture?.executed, 1);
    await client.go('continue');
    assert.equal(lab.view().trained, SMALL.iterations);
  });

  it('stay apart where the lab is busy, has a debugger already, or was not asked', async () => {
    const { lab, shared } = await together();
    const [first, second, alone] = [new Client(shared), new Client(shared), new Client(shared)];
    await first.launch({ withLab: true });
    await second.launch({ withLab: true });
    await alone.launch();
    await second.go('next');
    await alone.go('next');
    assert.equal(place(lab), 0);
    await first.ask('disconnect');
    const training = lab.run(decodeSettings({ ...SMALL, iterations: 3000 }), watch);
    const late = new Client(shared);
    await late.launch({ withLab: true, seed: 9 });
    await late.go('next');
    await training;
    assert.equal(lab.view().settings.seed, SMALL.seed);
  });

  it('part when the lab trains anew or a hyper-parameter is set, and both go on', async () => {
    const { lab, shared } = await together();
    const client = new Client(shared);
    await client.launch({ withLab: true });
    await client.go('next');
    await lab.run(decodeSettings({ ...SMALL, seed: 8 }), watch);
    const at = place(lab);
    await client.go('next');
    assert.equal(place(lab), at);
    const again = new Client(shared);
    await again.launch({ withLab: true, seed: 8 });
    await again.go('reverseContinue');
    await again.ask('setExpression', { expression: 'alpha', value: '0.3' });
    await again.go('continue');
    assert.equal(place(lab), 0, 'the lab keeps its own run');
    const whole = await launched({ seed: 8, alpha: 0.3 });
    await whole.go('continue');
    assert.equal(await again.evaluate('norm(theta)'), await whole.evaluate('norm(theta)'));
  });

  it('give way to each other in the middle of work, and keep the run’s numbers', async () => {
    const big = { ...SMALL, iterations: 4000, metaBatch: 10, hidden: [20, 20] };
    const { lab, shared } = await together();
    const client = new Client(shared);
    await client.launch({ ...big, withLab: true });
    const lines = lab.view().picture!.perIteration;
    for (let round = 0; round < 5; round++) {
      await client.ask('continue', { threadId: 1 });
      await new Promise((resolve) => setTimeout(resolve, 12));
      await lab.jump(round * lines + 7);
      // One where it was interrupted, one where the lab has gone.
      await client.lastStop();
      if (place(lab) !== undefined) await client.go('stepIn').catch(() => undefined);
    }
    const alone = new LabSession((await host()).experimentFor, () => undefined);
    await alone.run(decodeSettings({ ...big, iterations: 60 }), watch);
    const reached = Math.min(60, lab.view().trained);
    await lab.jump(reached * lines);
    await alone.jump(reached * lines);
    assert.deepEqual(lab.view().picture, alone.view().picture);
  });
});
