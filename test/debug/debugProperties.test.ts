// What must hold whatever the learner does: the same values at the same place, memory, and sessions that do not meet.
import assert from 'node:assert/strict';
import v8 from 'node:v8';
import vm from 'node:vm';
import fc from 'fast-check';
import { DebugSession, type Stop } from '../../src/core/maml/debug/debugSession';
import { Timeline } from '../../src/core/maml/debug/timeline';
import { momentAt } from '../../src/core/maml/debug/moment';
import { everything } from '../../src/core/maml/debug/variableTree';
import { ALGORITHM_IDS } from '../../src/core/maml/algorithms/algorithm';
import { MOVES, type Move } from '../../src/core/maml/trace/cursor';
import { drain } from '../../src/core/pieces';
import { kernelExperiment } from '../core/maml/experiments';
import { Client, host, launched, SMALL, type Row } from './support/client';

const silent = () => undefined;
/** Everything that can be seen at the session's place, as text. */
const seen = (session: DebugSession) => JSON.stringify(everything(session.moment()));

async function fresh(settings: object, executed: number): Promise<string> {
  const session = new DebugSession(await kernelExperiment(settings), 0, silent);
  while (session.executed < executed) drain(session.step('in'));
  return seen(session);
}

type Act = Move | 'continue' | 'reverse';
const acts = fc.array(fc.constantFrom<Act>(...MOVES.filter((move) => move !== 'end'), 'continue', 'reverse'), {
  minLength: 1,
  maxLength: 25,
});

function act(session: DebugSession, one: Act): Stop {
  return drain(one === 'continue' ? session.continue() : one === 'reverse' ? session.reverse() : session.step(one));
}

describe('the debugger’s variables', () => {
  it('equal those of a fresh run at the same place after any moves forward and back', async () => {
    const known = new Map<string, string>();
    await fc.assert(
      fc.asyncProperty(acts, fc.constantFrom(...ALGORITHM_IDS), fc.integer({ min: 1, max: 3 }), async (moves, algorithm, innerSteps) => {
        const settings = { ...SMALL, algorithm, innerSteps, iterations: 6, metaBatch: 2 };
        const session = new DebugSession(await kernelExperiment(settings), 0, silent);
        session.setBreakpoints([{ label: 'accumulate', condition: 'task == 2' }]);
        for (const one of moves) act(session, one);
        const key = `${algorithm} ${innerSteps} ${session.executed}`;
        if (!known.has(key)) known.set(key, await fresh(settings, session.executed));
        assert.equal(seen(session), known.get(key), key);
      }),
      { numRuns: 400 },
    );
  }).timeout(120_000);

  it('equal the core’s own trace, line by line', async () => {
    const experiment = await kernelExperiment({ ...SMALL, innerSteps: 2 });
    const session = new DebugSession(experiment, 0, silent);
    for (const step of (await kernelExperiment({ ...SMALL, innerSteps: 2 })).run.trace(0)!.steps) {
      drain(session.step('in'));
      const { focus, loss, meta, metaLoss, theta } = session.moment();
      if ('loss' in step) assert.equal(loss, step.loss);
      if (step.line === 'support-gradient') assert.deepEqual(focus!.gradients[step.inner], step.gradient);
      if (step.line === 'inner-update') assert.deepEqual(focus!.phi[step.inner + 1], step.phi);
      if (step.line === 'query-loss') assert.deepEqual(focus!.queryGradient, step.gradient);
      if (step.line === 'second-order') assert.deepEqual(focus!.v, step.meta);
      if (step.line === 'meta-gradient') assert.deepEqual([meta!.sum, meta!.second, metaLoss], [step.sum, step.second, step.metaLoss]);
      if (step.line === 'outer-update') assert.deepEqual(theta, step.theta);
    }
  });

  it('stay with their place when hyper-parameters change on the way', async () => {
    const [before, after] = [
      { ...SMALL, innerSteps: 1 },
      { ...SMALL, innerSteps: 3, alpha: 0.05 },
    ];
    const timeline = new Timeline(await kernelExperiment(before));
    const { createMachine } = await import('../../src/core/maml/model');
    const { decodeSettings } = await import('../../src/core/maml/settings');
    const { familyOf } = await import('../../src/core/maml/tasks/families');
    const { Experiment } = await import('../../src/core/maml/experiment');
    const { builtKernel } = await import('../core/maml/machine/builtKernel');
    const settings = decodeSettings(after);
    const old = momentAt(timeline, timeline.placeOf(4, 3));
    const state = timeline.stateBefore(5)!;
    timeline.branch(
      new Experiment(settings, createMachine(familyOf(settings.family).model(settings), await builtKernel()), undefined, state),
    );
    const lines = timeline.trace(5)!.steps.length;
    assert.ok(lines > timeline.trace(4)!.steps.length, 'more inner steps give more lines');
    for (let place = 0; place <= timeline.limit; place++) {
      const { iteration, index } = timeline.ahead(place);
      if (place < timeline.limit) assert.equal(timeline.placeOf(iteration, index), place);
    }
    assert.deepEqual(momentAt(timeline, timeline.placeOf(4, 3)).focus, old.focus);
    assert.deepEqual(timeline.trace(5)!.before, state);
    assert.equal(timeline.trace(4)!.after.iteration, 5);
    let at = 0;
    while (at < timeline.limit) at = timeline.target(at, 'in');
    while (at > 0) at = timeline.target(at, 'backOver');
    assert.equal(at, 0);
  });
});

describe('the debugger at Finn’s size', () => {
  const FINN = { iterations: 200, metaBatch: 25, shots: 10, queryShots: 10, hidden: [40, 40] };

  // How long a step takes, and 10,000 of them, is measured by `npm run bench -- --only debugger`.
  it('leaks nothing over thousands of steps', async () => {
    v8.setFlagsFromString('--expose-gc');
    const collect = vm.runInNewContext('gc') as () => void;
    const client = await launched(FINN);
    const used = async (steps: number) => {
      for (let i = 0; i < steps; i++) {
        await client.go(i % 7 === 6 ? 'stepBackInto' : 'stepIn');
        const [here] = await client.scopes();
        await client.children(here!.variablesReference);
      }
      client.events.length = 0;
      // Buffers outside the heap are given back a turn after their owners.
      for (let turn = 0; turn < 3; turn++) {
        collect();
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
      const { heapUsed, arrayBuffers } = process.memoryUsage();
      return (heapUsed + arrayBuffers) / 1e6;
    };
    const first = await used(1000);
    const last = await used(3000);
    // A checkpoint every 95 iterations is meant to stay; anything per step would be tens of megabytes.
    assert.ok(last - first < 4, `${(last - first).toFixed(1)} MB more after 3,000 further steps`);
  }).timeout(120_000);
});

describe('two sessions of the debugger', () => {
  it('do not disturb each other', async () => {
    const look = async (client: Client) => {
      const rows: Row[] = [];
      for (const { variablesReference } of await client.scopes()) rows.push(...(await client.children(variablesReference)));
      return rows.map(({ name, value }) => [name, value]);
    };
    const commands = ['stepIn', 'next', 'stepIn', 'stepIn', 'stepBack', 'stepOut', 'next', 'stepBackInto', 'stepIn'];
    const alone = await launched({ seed: 3, innerSteps: 2 });
    for (const command of commands) await alone.go(command);
    const shared = await host();
    const [one, other] = [new Client(shared), new Client(shared)];
    await Promise.all([one.launch({ seed: 3, innerSteps: 2 }), other.launch({ seed: 4 })]);
    await other.ask('continue', { threadId: 1 });
    const ended = other.stopped();
    for (const command of commands) {
      await one.go(command);
      if (command !== 'next') continue;
      await ended;
      await other.go('reverseContinue');
    }
    assert.deepEqual(await look(one), await look(alone));
  });
});
