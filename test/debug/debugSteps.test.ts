// A debugging session as an editor leads it: stepping both ways, breakpoints of every kind, and the call stack on the way.
import assert from 'node:assert/strict';
import { lineOf, listingDocument } from '../../src/core/maml/debug/listingDocument';
import type { Line } from '../../src/core/maml/trace/step';
import { Client, host, launched, PATH, SMALL } from './support/client';

const document = listingDocument('maml', 'ja');
const at = (label: Line) => lineOf(document, label);

describe('stepping in the debugger', () => {
  it('starts before the first line', async () => {
    const client = new Client(await host());
    const stop = await client.launch();
    assert.equal(stop['reason'], 'entry');
    assert.equal(await client.line(), at('sample'));
    assert.deepEqual(
      (await client.frames()).map(({ name }) => name),
      ['Outer iteration 1 of 12'],
    );
  });

  it('steps into a task and its inner step, over the rest, and out', async () => {
    const client = await launched();
    await client.go('next');
    assert.equal(await client.line(), at('task'));
    await client.go('stepIn');
    const frames = await client.frames();
    assert.match(frames[0]!.name, /^Inner step 1 of 1$/);
    assert.match(frames[1]!.name, /^Task 1 of 3 \(amplitude [\d.]+, phase [\d.]+\)$/);
    assert.match(frames[2]!.name, /^Outer iteration 1 of 12$/);
    assert.match(document.text.split('\n')[frames[1]!.line - 1]!, /for j in range\(k\)/);
    assert.equal(frames[2]!.line, at('task'));
    await client.go('stepOut');
    assert.equal(await client.line(), at('query-loss'));
    await client.go('stepOut');
    assert.equal(await client.line(), at('task'));
    await client.go('next');
    await client.go('next');
    assert.equal(await client.line(), at('meta-gradient'));
    await client.go('next');
    await client.go('next');
    assert.equal((await client.frames())[0]!.name, 'Outer iteration 2 of 12');
  });

  it('steps back over what next stepped over, and into it line by line', async () => {
    const client = await launched();
    for (const command of ['next', 'next']) await client.go(command);
    assert.equal(await client.line(), at('task'));
    await client.go('stepBackInto');
    assert.equal(await client.line(), at('accumulate'));
    await client.go('stepBack');
    assert.equal(await client.line(), at('query-loss'));
    await client.go('stepBack');
    await client.go('stepBack');
    const stop = await client.go('stepBack');
    assert.deepEqual([await client.line(), stop['reason']], [at('sample'), 'pause']);
    assert.match(String(stop['description']), /Start of the run/);
  });

  it('runs to the end and all the way back', async () => {
    const client = await launched();
    const end = await client.go('continue');
    assert.match(String(end['description']), /^End of the run/);
    assert.equal((await client.frames())[0]!.name, 'End, after 12 iterations');
    assert.equal(await client.evaluate('iteration'), '13');
    assert.match(String((await client.go('next'))['description']), /^End/);
    assert.match(String((await client.go('reverseContinue'))['description']), /^Start/);
    assert.equal(await client.evaluate('iteration'), '1');
  });

  it('starts where the launch configuration says', async () => {
    const client = await launched({ startIteration: 5 });
    assert.equal((await client.frames())[0]!.name, 'Outer iteration 5 of 12');
    await client.go('stepBackInto');
    assert.equal((await client.frames())[0]!.name, 'Outer iteration 4 of 12');
    const running = new Client(await host());
    assert.match(String((await running.launch({ stopOnEntry: false }))['description']), /^End/);
  });

  it('restarts the run and each frame', async () => {
    const client = await launched({ innerSteps: 3 }, [{ line: at('inner-update'), condition: 'iteration == 2 && task == 2 && step == 3' }]);
    await client.go('continue');
    const [inner, task, outer] = await client.frames();
    await client.go('restartFrame', { frameId: inner!.id });
    assert.deepEqual([await client.line(), await client.evaluate('step')], [at('support-gradient'), '3']);
    await client.go('restartFrame', { frameId: task!.id });
    assert.deepEqual([await client.line(), await client.evaluate('task')], [at('task'), '2']);
    await client.go('restartFrame', { frameId: outer!.id });
    assert.deepEqual([await client.line(), await client.evaluate('iteration')], [at('sample'), '2']);
    await client.go('restart');
    assert.equal(await client.evaluate('iteration'), '1');
    const again = await client.go('continue');
    assert.equal(again['reason'], 'breakpoint');
  });

  it('jumps to a line', async () => {
    const client = await launched();
    const { targets } = await client.ask<{ targets: { id: number }[] }>('gotoTargets', { source: {}, line: at('query-loss') });
    await client.go('goto', { targetId: targets[0]!.id });
    assert.deepEqual([await client.line(), await client.evaluate('task')], [at('query-loss'), '1']);
    assert.match(await client.refused('gotoTargets', { source: {}, line: 1 }), /never runs/);
  });

  it('knows the lines of its own listing only, not those of another algorithm’s', async () => {
    const client = await launched();
    const reptile = { path: 'maml-listing:/reptile.maml' };
    const lines = async (source: object) =>
      (await client.ask<{ breakpoints: { line: number }[] }>('breakpointLocations', { source, line: 1, endLine: 99 })).breakpoints;
    assert.equal((await lines({ path: PATH })).length, document.labels.filter((label) => label !== undefined).length);
    assert.deepEqual(await lines({}), await lines({ path: PATH }));
    assert.deepEqual(await lines(reptile), []);
    assert.match(await client.refused('gotoTargets', { source: reptile, line: at('query-loss') }), /listing of another algorithm/);
    assert.equal(
      (await client.ask<{ targets: object[] }>('gotoTargets', { source: { path: PATH }, line: at('query-loss') })).targets.length,
      1,
    );
  });
});

describe('breakpoints of the debugger', () => {
  it('stop forward and backward, with conditions on places, losses and gradients', async () => {
    const client = await launched();
    await client.breakpoints({ line: at('support-gradient'), condition: 'task == 3' });
    for (const iteration of ['1', '2']) {
      assert.equal((await client.go('continue'))['reason'], 'breakpoint');
      assert.deepEqual([await client.evaluate('task'), await client.evaluate('iteration')], ['3', iteration]);
    }
    await client.go('reverseContinue');
    assert.deepEqual([await client.evaluate('task'), await client.evaluate('iteration')], ['3', '1']);
    await client.breakpoints({ line: at('inner-update'), condition: 'loss > 2' });
    await client.go('continue');
    assert.ok(Number(await client.evaluate('loss')) > 2);
    await client.breakpoints({ line: at('outer-update'), condition: 'norm(metaGrad) > 0.5' });
    await client.go('continue');
    assert.ok(Number(await client.evaluate('norm(metaGrad)')) > 0.5);
    assert.equal(await client.line(), at('outer-update'));
  });

  it('stop a step that passes over them', async () => {
    const client = await launched({}, [{ line: at('query-loss') }]);
    await client.go('next');
    const stop = await client.go('next');
    assert.deepEqual([stop['reason'], await client.line()], ['breakpoint', at('query-loss')]);
    assert.equal((stop['hitBreakpointIds'] as number[]).length, 1);
  });

  it('count hits', async () => {
    const client = await launched({}, [{ line: at('query-loss'), hitCondition: '5' }]);
    await client.go('continue');
    assert.deepEqual([await client.evaluate('iteration'), await client.evaluate('task')], ['2', '2']);
    await client.breakpoints({ line: at('sample'), hitCondition: '% 3' });
    await client.go('continue');
    assert.equal(await client.evaluate('iteration'), '5');
  });

  it('log instead of stopping, each line once', async () => {
    const client = await launched({}, [{ line: at('outer-update'), logMessage: 'it {it}: {metaLoss} {nonsense}' }]);
    assert.match(String((await client.go('continue'))['description']), /^End/);
    const lines = client.events.filter(({ event }) => event === 'output').map(({ body }) => (body as { output: string }).output);
    assert.equal(lines.length, SMALL.iterations);
    assert.match(lines[3]!, /^it 3: [\d.]+ \{nonsense: there is no “nonsense” here/);
  });

  it('reach the first line of the first iteration, whether or not the run stops on entry', async () => {
    for (const startIteration of [1, 4]) {
      const running = new Client(await host());
      const stop = await running.launch({ stopOnEntry: false, startIteration }, [{ line: at('sample') }]);
      assert.deepEqual([stop['reason'], await running.evaluate('iteration')], ['breakpoint', String(startIteration)]);
      assert.equal((stop['hitBreakpointIds'] as number[]).length, 1);
      await running.go('continue');
      assert.equal(await running.evaluate('iteration'), String(startIteration + 1));
      assert.equal((await running.go('restart'))['reason'], 'breakpoint');
      assert.equal(await running.evaluate('iteration'), String(startIteration));
    }
    for (const stopOnEntry of [true, false]) {
      const logging = new Client(await host());
      await logging.launch({ stopOnEntry }, [{ line: at('sample'), logMessage: 'it {it}' }]);
      if (stopOnEntry) await logging.go('continue');
      const lines = logging.events.filter(({ event }) => event === 'output').map(({ body }) => (body as { output: string }).output);
      assert.deepEqual(
        lines,
        Array.from({ length: SMALL.iterations }, (_, it) => `it ${it}\n`),
      );
    }
    const counting = new Client(await host());
    await counting.launch({ stopOnEntry: false }, [{ line: at('sample'), hitCondition: '2' }]);
    assert.equal(await counting.evaluate('iteration'), '2');
  });

  it('move to the next line that runs, and are refused with a reason when they cannot be read', async () => {
    const client = await launched();
    const set = await client.breakpoints(
      { line: 1 },
      { line: 999 },
      { line: at('task'), condition: 'task =' },
      { line: at('task'), hitCondition: 'often' },
    );
    assert.deepEqual([set[0]!.line, set[1]!.line], [at('sample'), at('outer-update')]);
    assert.match(set[2]!.message!, /The condition “task =”: .*column 6/);
    assert.match(set[3]!.message!, /hit count “often”/);
    assert.deepEqual(
      set.map(({ verified }) => verified),
      [true, true, false, false],
    );
  });

  it('report a condition that makes no sense once and go on', async () => {
    const client = await launched({}, [{ line: at('query-loss'), condition: 'theta > 2' }]);
    assert.match(String((await client.go('continue'))['description']), /^End/);
    const lines = client.events.filter(({ event }) => event === 'output').map(({ body }) => (body as { output: string }).output);
    assert.deepEqual(lines.length, 1);
    assert.match(lines[0]!, /only numbers can be compared/);
  });

  it('stop where training diverges, with an explanation, or not', async () => {
    const wild = { alpha: 1, beta: 1, outer: 'sgd', innerSteps: 5, iterations: 300 };
    const client = await launched(wild);
    await client.ask('setExceptionBreakpoints', { filters: ['divergence'] });
    const stop = await client.go('continue');
    assert.deepEqual([stop['reason'], stop['description']], ['exception', 'Training diverges']);
    const { description } = await client.ask<{ description: string }>('exceptionInfo', { threadId: 1 });
    assert.match(description, /In iteration \d+, line \d+ computed a number that is too large/);
    await client.go('stepBackInto');
    assert.ok(Number.isFinite(Number(await client.evaluate('norm(theta)'))));
    await client.go('stepIn');
    assert.match(String((await client.go('continue'))['description']), /^End/);
    await client.go('restart');
    await client.ask('setExceptionBreakpoints', { filters: [] });
    assert.match(String((await client.go('continue'))['description']), /^End/);
  });

  it('can be paused', async () => {
    const client = await launched({ iterations: 100_000 });
    await client.ask('continue', { threadId: 1 });
    assert.match(await client.refused('stackTrace', { threadId: 1 }), /running/);
    const stop = await client.go('pause');
    assert.equal(stop['reason'], 'pause');
    const reached = Number(await client.evaluate('iteration'));
    assert.ok(reached > 1 && reached < 100_000);
    await client.go('next');
    assert.match(await client.evaluate('norm(theta)'), /^\d/);
  });
});
