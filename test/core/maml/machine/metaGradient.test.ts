/** The meta-gradient of one task taken apart: its first-order part, frozen parameters, zero steps, and what stays readable. */
import * as assert from 'node:assert';
import { createBowlMachine } from '../../../../src/core/maml/machine/bowlMachine';
import { randomCases } from '../../../../src/core/maml/machine/checkCases';
import { createFloat64Machine } from '../../../../src/core/maml/machine/float64Machine';
import { metaWork, taskMetaGradient } from '../../../../src/core/maml/machine/metaGradient';
import { layoutOf } from '../../../../src/core/maml/machine/network';

/** L_s = ½·2(θ − 1)², L_q = ½·3(θ − 5)², α = ¼, θ = 3: every number below can be had by hand. */
function bowlTask(steps: number, order: 1 | 2) {
  const machine = createBowlMachine(1);
  const [theta, alpha] = [machine.vector(), machine.vector()];
  machine.write(theta, [3]);
  machine.fill(alpha, 0.25);
  const task = { support: machine.examples(1), query: machine.examples(1) };
  machine.setExamples(task.support, { rows: 1, x: [2], y: [1], weight: [1] });
  machine.setExamples(task.query, { rows: 1, x: [3], y: [5], weight: [1] });
  const work = metaWork(machine, steps, 1);
  const loss = taskMetaGradient(machine, work, theta, task, { alpha, steps, order });
  return { loss, work, read: (v: (typeof work)['meta']) => machine.read(v)[0] };
}

describe('the meta-gradient of a task', () => {
  it('on a bowl is what a hand calculation gives, step by step', () => {
    const { loss, work, read } = bowlTask(2, 2);
    // ∇L_s = 2(φ − 1): φ goes 3 → 2 → 1.5; ∇L_q = 3(1.5 − 5) = −10.5; each step back halves it.
    assert.deepStrictEqual(work.phi.map(read), [3, 2, 1.5]);
    assert.deepStrictEqual(work.supportGradient.map(read), [4, 2]);
    assert.deepStrictEqual(work.supportLoss, [4, 1]);
    assert.strictEqual(loss, 18.375);
    assert.strictEqual(read(work.queryGradient), -10.5);
    assert.strictEqual(read(work.meta), -2.625);
  });

  it('of first order is the query gradient alone', () => {
    const { work, read } = bowlTask(2, 1);
    assert.strictEqual(read(work.meta), -10.5);
  });

  it('without inner steps is the plain gradient at θ', () => {
    const { work, read } = bowlTask(0, 2);
    assert.strictEqual(read(work.meta), -6);
  });

  it('leaves parameters with α = 0 where they were, and treats them as fixed during adaptation', () => {
    const problem = randomCases(5, 12).find(({ spec }) => spec.hidden.length === 2)!;
    const { spec, theta, support, query } = problem;
    const machine = createFloat64Machine(spec);
    const head = layoutOf(spec).tensors.find(({ name }) => name === 'w3')!.offset;
    const alpha = theta.map((_, i) => (i < head ? 0 : 0.1));
    const [start, rates] = [machine.vector(), machine.vector()];
    machine.write(start, theta);
    machine.write(rates, alpha);
    const task = { support: machine.examples(support.rows), query: machine.examples(query.rows) };
    machine.setExamples(task.support, support);
    machine.setExamples(task.query, query);
    const work = metaWork(machine, 3, support.rows);
    taskMetaGradient(machine, work, start, task, { alpha: rates, steps: 3, order: 2 });
    const adapted = machine.read(work.phi[3]!);
    assert.deepStrictEqual([...adapted.slice(0, head)], theta.slice(0, head));
    assert.ok(adapted.slice(head).some((value, i) => value !== theta[head + i]));
    assert.ok(
      machine
        .read(work.meta)
        .slice(0, head)
        .some((value) => value !== 0),
    );
  });
});
