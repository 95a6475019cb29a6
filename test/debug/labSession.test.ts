// A run that ends early, cancelled or blown up: what was trained stays, can be stepped through, and shows nothing but numbers.
import assert from 'node:assert/strict';
import { decodeSettings } from '../../src/core/maml/settings';
import { LabSession } from '../../src/host/maml/labSession';
import type { LabView } from '../../src/protocol/maml';
import { host, SMALL } from './support/client';

async function lab(onPatch: (patch: Partial<LabView>) => void = () => undefined): Promise<LabSession> {
  return new LabSession((await host()).experimentFor, onPatch);
}

/** Paths of numbers that are none. */
function notNumbers(value: unknown, path = ''): string[] {
  if (typeof value === 'number') return Number.isFinite(value) ? [] : [`${path} = ${value}`];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => notNumbers(inner, `${path}.${key}`));
}

describe('a cancelled run of the lab', () => {
  it('is judged, and can be stepped through both ways to the same numbers as a whole run', async () => {
    const session = await lab();
    let asked = 0;
    const result = await session.run(decodeSettings({ ...SMALL, iterations: 100_000 }), { cancelled: () => asked++ > 3 });
    assert.equal(result, undefined);
    // The answer comes at once, the judgement of what was trained a moment later.
    while (session.view().status === 'evaluating') await new Promise((resolve) => setTimeout(resolve, 5));
    const { status, trained, evaluation, unseen, picture } = session.view();
    assert.equal(status, 'cancelled');
    assert.ok(trained > 10 && trained < 100_000, `${trained} iterations`);
    assert.ok(evaluation !== null && unseen !== null && picture !== null);
    await session.jump(0);
    await session.move('in');
    const whole = await lab();
    await whole.run(decodeSettings({ ...SMALL, iterations: 20 }), { cancelled: () => false });
    for (const executed of [1, 7, 5 * picture.perIteration + 3]) {
      await Promise.all([session.jump(executed), whole.jump(executed)]);
      assert.deepEqual(session.view().picture, whole.view().picture);
    }
    await session.move('end');
    assert.equal(session.view().picture?.iteration, trained - 1);
  });
});

describe('moving through a run of the lab', () => {
  it('ends where the last of several quick wishes leads, each of them answered', async () => {
    const session = await lab();
    await session.run(decodeSettings({ ...SMALL, iterations: 400 }), { cancelled: () => false });
    const wishes = [200, 3, 200, 5, 200].map((iteration) => session.jump(iteration * session.view().picture!.perIteration));
    await Promise.all(wishes);
    const jumped = session.view().picture;
    await session.jump(0);
    await session.jump(200 * jumped!.perIteration);
    assert.deepEqual(session.view().picture, jumped);
  });
});

describe('a run of the lab that comes back after a reload', () => {
  const again = async (former: LabSession): Promise<LabSession> => {
    const saved = former.saved()!;
    const session = await lab();
    const beginning = { place: saved.executed ?? undefined, trained: saved.trained };
    await session.run(decodeSettings(saved.settings), { cancelled: () => false }, beginning);
    return session;
  };
  const seen = (session: LabSession) => {
    const { status, trained, picture, settings } = session.view();
    return { status, trained, picture, settings, metaLoss: session.experiment?.run.metaLoss };
  };

  it('stands beyond its planned end where it was stepped on there', async () => {
    const session = await lab();
    await session.run(decodeSettings(SMALL), { cancelled: () => false });
    for (let step = 0; step < 3; step++) await session.move('nextIteration');
    assert.ok(session.view().trained > SMALL.iterations);
    assert.deepEqual(seen(await again(session)), seen(session));
  });

  it('has trained no more than it had when it was stopped', async () => {
    const session = await lab();
    let asked = 0;
    await session.run(decodeSettings({ ...SMALL, iterations: 100_000 }), { cancelled: () => asked++ > 3 });
    while (session.view().status === 'evaluating') await new Promise((resolve) => setTimeout(resolve, 5));
    const back = await again(session);
    assert.equal(back.view().status, 'cancelled');
    assert.deepEqual(seen(back), seen(session));
  });

  it('is not forgotten while there is nothing else to come back to', async () => {
    const session = await lab();
    session.look('step');
    assert.equal(session.saved(), undefined);
    const training = session.run(decodeSettings(SMALL), { cancelled: () => false });
    assert.equal(session.saved(), undefined);
    await training;
    assert.equal(session.saved()?.trained, SMALL.iterations);
  });
});

describe('a run of the lab that is trained further', () => {
  it('comes to the same numbers whatever is pressed meanwhile', async () => {
    const settings = decodeSettings({ ...SMALL, algorithm: 'reptile', iterations: 20 });
    const session = await lab();
    await session.run(settings, { cancelled: () => false });
    const before = session.view().picture;
    const training = session.more(400, { cancelled: () => false });
    for (let press = 0; press < 40 && session.view().status === 'training'; press++) {
      await session.move('previousIteration');
      await new Promise((resolve) => setTimeout(resolve));
      if (session.view().status === 'training') assert.equal(session.view().picture, before);
    }
    await training;
    const whole = await lab();
    await whole.run({ ...settings, iterations: 420 }, { cancelled: () => false });
    assert.deepEqual(session.experiment!.run.metaLoss, whole.experiment!.run.metaLoss);
  });

  it('waits for a debugger to leave', async () => {
    const session = await lab();
    await session.run(decodeSettings(SMALL), { cancelled: () => false });
    const follower = { interrupt: () => undefined, moved: () => undefined, left: () => assert.fail('was sent away') };
    const link = await session.join(decodeSettings(SMALL), follower);
    assert.equal(await session.more(5, { cancelled: () => false }), undefined);
    assert.equal(session.view().trained, SMALL.iterations);
    link!.leave();
    await session.more(5, { cancelled: () => false });
    assert.equal(session.view().trained, SMALL.iterations + 5);
  });
});

describe('a run of the lab that blows up', () => {
  const wild = { ...SMALL, alpha: 1, beta: 1, outer: 'sgd', innerSteps: 5, iterations: 300 };

  it('says so and shows nothing that is no number, at any place that is left', async () => {
    const problems: string[] = [];
    const session = await lab((patch) => problems.push(...notNumbers(patch)));
    const result = await session.run(decodeSettings(wild), { cancelled: () => false });
    const { status, trained } = session.view();
    assert.deepEqual([result, status], [undefined, 'diverged']);
    assert.ok(trained < 300);
    for (let step = 0; step < 60; step++) await session.move(step < 30 ? 'back' : 'in');
    for (let index = 0; index < 20; index++) await session.showUnseen(index);
    problems.push(...notNumbers(session.view()));
    assert.deepEqual(problems, []);
  });

  it('names the step at which adapting to an unseen task blows up, and ends its curves before it', async () => {
    const session = await lab();
    await session.run(decodeSettings({ alpha: 1, iterations: 3 }), { cancelled: () => false });
    const { status, unseen } = session.view();
    assert.equal(status, 'ready');
    assert.ok(unseen !== null && unseen.divergedAt !== null);
    assert.equal(unseen.losses.length, unseen.divergedAt);
    assert.deepEqual(notNumbers(session.view()), []);
  });

  it('says so from its very first iteration, too', async () => {
    const session = await lab();
    await session.run(decodeSettings({ ...wild, innerSteps: 10 }), { cancelled: () => false });
    assert.equal(session.view().status, 'diverged');
    assert.deepEqual(notNumbers(session.view()), []);
  });
});

describe('a run of the lab that breaks off', () => {
  const watch = { cancelled: () => false };
  const settings = decodeSettings({ ...SMALL, iterations: 5 });

  it('says why, to the view of then and of later, to its caller, and lets the next run begin', async () => {
    const { experimentFor } = await host();
    let broken = true;
    const told: (readonly [unknown, unknown])[] = [];
    const session = new LabSession(
      (...asked) => (broken ? Promise.reject(new Error('no room for the kernel')) : experimentFor(...asked)),
      ({ status, problem }) => told.push([status, problem]),
    );
    await assert.rejects(session.run(settings, watch), /no room for the kernel/);
    assert.deepEqual(told.at(-1), ['failed', 'no room for the kernel']);
    const { status, problem } = session.view();
    assert.deepEqual([status, problem], ['failed', 'no room for the kernel']);
    broken = false;
    assert.ok((await session.run(settings, watch)) !== undefined);
    assert.deepEqual([session.view().status, session.view().problem], ['ready', null]);
  });

  it('says why when judging breaks off, even where it was cancelled and nobody waits any more', async () => {
    const { experimentFor } = await host();
    const session = new LabSession(
      async (...asked) => {
        const experiment = await experimentFor(...asked);
        experiment.evaluate = () => {
          throw new Error('cannot be judged');
        };
        return experiment;
      },
      () => undefined,
      (error) => `because it ${error instanceof Error ? error.message : ''}`,
    );
    await assert.rejects(session.run(settings, watch), /cannot be judged/);
    assert.equal(session.view().problem, 'because it cannot be judged');
    assert.equal(await session.run(settings, { cancelled: () => true }), undefined);
    while (session.view().status !== 'failed') await new Promise((resolve) => setTimeout(resolve, 5));
  });

  it('says why when training further breaks off, and can be trained further then', async () => {
    const session = await lab();
    await session.run(settings, watch);
    const { experiment } = session;
    assert.ok(experiment !== undefined);
    const whole = experiment.train.bind(experiment);
    experiment.train = () => {
      throw new Error('the sky fell');
    };
    await assert.rejects(session.more(5, watch), /the sky fell/);
    assert.equal(session.view().status, 'failed');
    experiment.train = whole;
    await session.more(5, watch);
    assert.deepEqual([session.view().status, session.view().problem], ['ready', null]);
  });
});
