// What a stop shows: scopes by frame, tensors by layer and in pages, expressions, values set while stopped.
import assert from 'node:assert/strict';
import { lineOf, listingDocument } from '../../src/core/maml/debug/listingDocument';
import { pictureAt } from '../../src/core/maml/trace/picture';
import { kernelExperiment } from '../core/maml/experiments';
import { launched, SMALL, type Client, type Row } from './support/client';

const document = listingDocument('maml', 'ja');
const row = (rows: readonly Row[], name: string): Row => {
  const found = rows.find((one) => one.name === name);
  assert.ok(found, `no row ${name} among ${rows.map((one) => one.name).join(', ')}`);
  return found;
};
const steps = async (client: Client, command: string, times: number) => {
  for (let i = 0; i < times; i++) await client.go(command);
};

describe('the variables view', () => {
  it('has the scopes of the frame and of those around it', async () => {
    const client = await launched();
    const outer = ['Here', 'Hyper-parameters', 'θ: initial parameters', 'Losses', 'Meta-gradient', 'Optimiser'];
    const names = async (frameId: number) => (await client.scopes(frameId)).map(({ name }) => name);
    assert.deepEqual(await names(1), outer);
    await steps(client, 'stepIn', 3);
    const inner = [...outer.slice(0, 3), 'φ: adapted parameters', 'Gradients of the task', ...outer.slice(3)];
    assert.deepEqual(await names(3), inner);
    assert.deepEqual(await names(1), outer);
    assert.match(await client.refused('scopes', { frameId: 4 }), /no such frame/);
  });

  it('shows a tensor by layer, with shape, norm, minimum and maximum, and its numbers as the core has them', async () => {
    const client = await launched();
    const { theta } = (await kernelExperiment(SMALL)).run.trace(0)!.before;
    const [whole] = await client.scope('θ: initial parameters');
    assert.match(whole!.value, /^\[53\] ‖·‖ = [\d.]+, -[\d.]+ … [\d.]+$/);
    const layers = await client.children(whole!.variablesReference);
    assert.deepEqual(
      layers.map(({ name }) => name),
      ['w1', 'b1', 'w2', 'b2', 'w3', 'b3'],
    );
    const w2 = row(layers, 'w2');
    assert.match(w2.value, /^\[6 × 5\] ‖·‖/);
    const rows = await client.children(w2.variablesReference);
    const numbers = (await Promise.all(rows.map(({ variablesReference }) => client.children(variablesReference)))).flat();
    assert.deepEqual(
      numbers.map(({ value }) => Math.fround(Number(value))),
      [...theta.subarray(12, 42)],
    );
    for (const one of numbers.slice(0, 8)) assert.equal(await client.evaluate(one.evaluateName!), one.value);
    assert.equal(await client.evaluate('theta.w2[3, 2]'), numbers[17]!.value);
  });

  it('gives large tensors in pages', async () => {
    const client = await launched({ hidden: [200, 3], iterations: 3 });
    const [whole] = await client.scope('θ: initial parameters');
    const w2 = row(await client.children(whole!.variablesReference), 'w2');
    assert.equal(w2.indexedVariables, 200);
    const page = await client.children(w2.variablesReference, { filter: 'indexed', start: 100, count: 50 });
    assert.deepEqual([page.length, page[0]!.name, page.at(-1).name], [50, '[100]', '[149]']);
    assert.equal((await client.children(w2.variablesReference, { filter: 'indexed', start: 190, count: 50 })).length, 10);
    assert.deepEqual(await client.children(w2.variablesReference, { filter: 'named' }), []);
  });

  it('says which line will compute what is not there yet, and has every value once it is', async () => {
    const client = await launched({ innerSteps: 2 });
    await steps(client, 'stepIn', 2);
    const before = await client.scope('Gradients of the task');
    assert.equal(row(before, 'g1').value, `not computed yet (line ${lineOf(document, 'support-gradient')} does)`);
    await steps(client, 'stepIn', 7);
    for (const name of ['g1', 'g2', 'g3', 'v']) assert.match(row(await client.scope('Gradients of the task'), name).value, /^\[53\]/);
    const phi = await client.scope('φ: adapted parameters');
    assert.deepEqual(
      phi.map(({ name }) => name),
      ['phi0', 'phi1', 'phi2'],
    );
  });

  it('agrees with the lab’s picture at every place of an iteration', async () => {
    const experiment = await kernelExperiment(SMALL);
    const trace = experiment.run.trace(0)!;
    const client = await launched();
    for (let executed = 1; executed <= trace.steps.length; executed++) {
      await client.go('stepIn');
      const picture = pictureAt(experiment, trace, executed, trace.steps.length);
      const number = async (expression: string) => Number(await client.evaluate(expression));
      // Losses come from the kernel in float32 and are shown in as few digits as tell them apart.
      const loss = async (expression: string, expected: number) =>
        assert.equal(Math.fround(await number(expression)), Math.fround(expected));
      if (picture.metaLoss !== null) await loss('metaLoss', picture.metaLoss);
      if (picture.meta !== null) {
        for (const [name, size] of Object.entries({ firstOrder: 'first', secondOrder: 'second', metaGrad: 'sum' } as const)) {
          assert.equal(await number(`norm(${name})`), picture.meta[size]);
        }
        assert.equal(await number('angle(firstOrder, metaGrad)'), picture.meta.angle);
      }
      const support = picture.focus?.gradientNorm[0];
      if (support !== undefined) assert.equal(await number('norm(g)'), support);
      const task = picture.tasks[picture.focus?.index ?? 0];
      if (task !== undefined && task.queryLoss !== null) await loss('queryLoss', task.queryLoss);
    }
  });
});

describe('the variables of each algorithm', () => {
  for (const [algorithm, rates] of [
    ['maml', 'alpha'],
    ['anil', 'alpha'],
    ['metaSgd', 'alpha_vec'],
    ['reptile', 'alpha'],
  ] as const)
    // prettier-ignore
    it(`${algorithm}: ${rates} * g is how far φ moved`, async () => {
      const client = await launched({ algorithm, startIteration: 3, beta: 0.05 });
      await steps(client, 'stepIn', 4);
      const value = async (expression: string) => Number(await client.evaluate(expression));
      assert.ok((await value('norm(phi - theta)')) > 0);
      assert.ok(Math.abs((await value(`norm(${rates} * g)`)) / (await value('norm(phi - theta)')) - 1) < 1e-3);
      assert.equal(await value('norm(g)'), await value('norm(g1)'));
    });

  it('leave out what the algorithm does not have: the orders of a displacement, gradients that are never taken', async () => {
    const names = async (config: object, scope: string) => (await (await launched(config)).scope(scope)).map(({ name }) => name);
    assert.deepEqual(await names({ algorithm: 'maml' }, 'Meta-gradient'), ['firstOrder', 'secondOrder', 'metaGrad', 'grads']);
    assert.deepEqual(await names({ algorithm: 'reptile' }, 'Meta-gradient'), ['metaGrad', 'grads']);
    const reptile = await launched({ algorithm: 'reptile' });
    assert.match(
      await reptile.refused('evaluate', { expression: 'secondOrder', context: 'repl' }),
      /there is no “secondOrder” here; (?!.*secondOrder)/,
    );
    const pretrain = await launched({ algorithm: 'pretrain' });
    await steps(pretrain, 'stepIn', 3);
    assert.ok((await pretrain.scope('Here')).every(({ name }) => name !== 'g'));
    assert.ok((await pretrain.scope('Losses')).every(({ name }) => name !== 'supportLoss'));
  });
});

describe('expressions in the debugger', () => {
  it('know vectors, layers, losses and places', async () => {
    const client = await launched({ innerSteps: 2 });
    await steps(client, 'stepIn', 8);
    const value = async (expression: string) => Number(await client.evaluate(expression, 'hover'));
    assert.equal(await value('norm(theta - phi[0])'), 0);
    assert.ok((await value('norm(theta - phi)')) > 0);
    assert.equal(await value('mse(query, phi)'), await value('queryLoss'));
    assert.equal(await value('loss(theta, support)'), await value('supportLosses[0][0]'));
    assert.ok(Math.abs(await value('cos(g1, g2)')) <= 1);
    assert.ok(Math.abs(await value('norm(phi1 - (phi0 - alpha * g1))')) < 1e-7);
    assert.equal(await value('norm(theta.head) ^ 2 > norm(theta) ** 2 or not (2 < 1) and task == 1'), NaN, 'a truth value is no number');
    assert.equal(await client.evaluate('task == 1 && iteration == 1 && len(theta) == 53'), 'true');
    assert.equal(await client.evaluate('max(theta.w1) >= min(theta.w1)'), 'true');
    assert.equal(await client.evaluate('algorithm == algorithm'), 'true');
    assert.match(await client.evaluate('tasks[2]'), /^amplitude [\d.]+, phase [\d.]+, support, query$/);
    assert.match(await client.evaluate('theta - phi'), /^\[53\] ‖·‖/);
    assert.match(await client.evaluate('grads'), /^\[0\]$/);
  });

  it('name the mistake and its place', async () => {
    const client = await launched();
    const message = (expression: string) => client.refused('evaluate', { expression, context: 'repl' });
    assert.match(await message('norm(theta'), /“\)” is missing before “the end” \(column 11\)/);
    assert.match(await message('thetta'), /there is no “thetta” here; there are it, iteration/);
    assert.match(await message('size(theta)'), /there is no function “size”; there are norm/);
    assert.match(await message('theta.w9'), /there is no layer “w9”; there are w1, b1/);
    assert.match(await message('theta.w1[0, 99]'), /index 99 is outside 0…5/);
    assert.match(await message('theta + theta.w1'), /53 and 6 entries/);
    assert.match(await message('norm()'), /expected/);
    assert.match(await message('theta > 1'), /take norm/);
    assert.match(await message('norm(g)'), /not computed yet/);
    assert.match(await client.evaluate('g', 'hover'), /not computed yet \(line \d+ does\)/);
    assert.match(await message('x = 1'), /cannot be set/);
    for (const [expression, column] of [
      ['task = 3', 6],
      ['norm(g = 3)', 8],
      ['1 < 2 && (task = 3)', 16],
    ] as const)
      // prettier-ignore
      assert.match(await client.refused('evaluate', { expression, context: 'hover' }), new RegExp(`“=” compares nothing; write “==” \\(column ${column}\\)`));
    const [condition] = await client.breakpoints({ line: 1, condition: 'task = 3' });
    assert.match(condition!.message!, /write “==”/);
    assert.match(await message('(('.repeat(300)), /at most 400/);
    assert.match(await message(''), /an expression is expected/);
    assert.equal(await client.evaluate('norm(g)'), '—', 'a watch waits for its value');
  });

  it('are completed', async () => {
    const client = await launched();
    const { targets } = await client.ask<{ targets: { label: string; start: number }[] }>('completions', { text: 'norm(th', column: 8 });
    assert.deepEqual(targets[0], { label: 'theta', type: 'variable', start: 5, length: 2 });
  });
});

describe('values set while stopped', () => {
  it('hold from the next iteration on, and leave what was computed as it is', async () => {
    const client = await launched({ startIteration: 3 });
    await steps(client, 'stepIn', 4);
    const [before] = [await client.evaluate('norm(g)')];
    const hyper = (await client.scopes()).find(({ name }) => name === 'Hyper-parameters')!;
    const set = await client.ask<{ value: string }>('setVariable', {
      variablesReference: hyper.variablesReference,
      name: 'alpha',
      value: 'alpha * 5',
    });
    assert.equal(set.value, '0.05');
    const rows = await client.scope('Hyper-parameters');
    assert.deepEqual([row(rows, 'alpha').value, row(rows, 'alpha (from iteration 4)').value], ['0.01', '0.05']);
    assert.deepEqual([await client.evaluate('alpha'), await client.evaluate('norm(g)')], ['0.01', before]);
    await client.ask('setExpression', { expression: 'innerSteps', value: '3' });
    await client.ask('evaluate', { expression: 'beta = 0.01', context: 'repl' });
    while ((await client.evaluate('iteration')) === '3') await client.go('next');
    assert.deepEqual(await Promise.all(['alpha', 'beta', 'innerSteps'].map((name) => client.evaluate(name))), ['0.05', '0.01', '3']);
    await steps(client, 'stepIn', 3);
    assert.match((await client.frames())[0]!.name, /of 3$/);
    await client.go('stepIn');
    assert.ok(Math.abs(Number(await client.evaluate('norm(phi1 - (phi0 - 0.05 * g1))'))) < 1e-6);
    while ((await client.evaluate('iteration')) !== '3') await client.go('stepBackInto');
    assert.deepEqual([await client.evaluate('alpha'), await client.evaluate('innerSteps')], ['0.01', '1']);
    await client.go('restart');
    await client.go('continue');
    assert.equal(await client.evaluate('alpha'), '0.01', 'a restart forgets them');
  });

  it('equal a run that had them from there on', async () => {
    const client = await launched();
    await client.ask('setExpression', { expression: 'alpha', value: '0.2' });
    await client.go('continue');
    const whole = await launched({ alpha: 0.2 });
    await whole.go('continue');
    assert.equal(await client.evaluate('norm(theta)'), await whole.evaluate('norm(theta)'));
  });

  it('are refused with a reason', async () => {
    const client = await launched();
    const set = (expression: string, value: string) => client.refused('setExpression', { expression, value });
    assert.match(await set('theta', '1'), /theta cannot be set\. You can set alpha, beta and innerSteps/);
    assert.match(await set('alpha', '7'), /“alpha” is 7; it must be a number from 0\.000001 to 1/);
    assert.match(await set('innerSteps', '1.5'), /whole number/);
    assert.match(await set('alpha', 'theta'), /“theta” is not a number/);
    await client.go('continue');
    assert.match(await set('alpha', '0.1'), /last iteration/);
    const learned = await launched({ algorithm: 'metaSgd' });
    assert.match(await learned.refused('setExpression', { expression: 'alpha', value: '0.1' }), /Meta-SGD learns alpha/);
    assert.match(await client.refused('setVariable', { variablesReference: 9999, name: 'alpha', value: '1' }), /earlier stop/);
    const hyper = (await client.scopes()).find(({ name }) => name === 'Hyper-parameters')!;
    assert.match(
      await client.refused('setVariable', { variablesReference: hyper.variablesReference, name: 'gamma', value: '1' }),
      /no variable “gamma”/,
    );
  });
});

describe('values beside the lines', () => {
  it('appear line by line as they are computed', async () => {
    const client = await launched();
    const values = async () => (await client.ask<{ values: { line: number; text: string }[] }>('inlineValues')).values;
    assert.deepEqual(
      (await values()).map(({ line }) => line),
      [lineOf(document, 'outer-update')],
    );
    await steps(client, 'stepIn', 3);
    const at = (await values()).find(({ line }) => line === lineOf(document, 'support-gradient'));
    assert.match(at!.text, /^loss = [\d.]+, ‖g‖ = [\d.]+$/);
  });
});
