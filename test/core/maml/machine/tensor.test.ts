/** TensorFlow.js beside the machines: repaired gradients, the fused loss inside nested code, the registered kernel, and no leaks. */
import * as assert from 'node:assert';
import { type CheckCase, metaGradientOn, randomCases } from '../../../../src/core/maml/machine/checkCases';
import { createFloat64Machine } from '../../../../src/core/maml/machine/float64Machine';
import { relativeError } from '../../../../src/core/maml/machine/gradientCheck';
import { createKernelMachine } from '../../../../src/core/maml/machine/kernelMachine';
import { fusedLoss } from '../../../../src/core/maml/tensor/fusedLoss';
import { loadTensorFlow } from '../../../../src/core/maml/tensor/loadTensorFlow';
import { registerMetaGradient } from '../../../../src/core/maml/tensor/metaGradientKernel';
import { checkNested } from '../../../../src/core/maml/tensor/nestedCheck';
import { nestedMetaGradient } from '../../../../src/core/maml/tensor/nestedReference';
import type { Tensor, TensorFlow } from '../../../../src/core/maml/tensor/tensorFlow';
import { builtKernel } from './builtKernel';

const cases = randomCases(11, 24);

describe('TensorFlow.js', () => {
  let tf: TensorFlow;
  before(async () => {
    tf = await loadTensorFlow();
  });

  it('nested gradients agree with the kernel to 1e-5', async () => {
    const kernel = await builtKernel();
    const failed = cases
      .map((problem) => checkNested(tf, createKernelMachine(kernel, problem.spec), problem))
      .filter(({ passed }) => !passed);
    assert.deepStrictEqual(failed, []);
  });

  for (const name of ['tanh', 'sigmoid', 'exp', 'softmax'] as const) {
    it(`${name} has the right second derivative`, () => {
      // d/dx of Σ_i w_i·f(x)_i twice along one direction, against central differences of the first derivative.
      const x = [0.3, -0.7, 1.1];
      const weight = [0.5, -1.5, 2];
      const gradient = (values: readonly number[]) =>
        tf.tidy(() =>
          Array.from(
            tf
              .grad((v) => tf.sum(tf.mul(tf[name](v), weight)))(tf.tensor1d([...values]))
              .dataSync(),
          ),
        );
      const second = tf.tidy(() => {
        const inner = tf.grad((v: Tensor) => tf.sum(tf.mul(tf[name](v), weight)));
        return Array.from(
          tf
            .grad((v) => tf.sum(tf.mul(inner(v), [1, 2, -1])))(tf.tensor1d(x))
            .dataSync(),
        );
      });
      const h = 1e-2;
      const expected = x.map((_, i) => {
        const moved = (by: number) => gradient(x.map((value, k) => (k === i ? value + by : value)));
        const [up, down] = [moved(h), moved(-h)];
        return [1, 2, -1].reduce((sum, c, k) => sum + (c * (up[k]! - down[k]!)) / (2 * h), 0);
      });
      assert.ok(relativeError(second, expected) < 1e-3, `${second.join()} instead of ${expected.join()}`);
    });
  }

  it('nested code over the fused loss is exact to the second order', async () => {
    const kernel = await builtKernel();
    for (const problem of cases) {
      const machine = createKernelMachine(kernel, problem.spec);
      const expected = metaGradientOn(machine, problem);
      assert.ok(relativeError(nestedOverFused(problem), expected) < 1e-6);
      function nestedOverFused({ theta, alpha, innerSteps, support, query }: CheckCase): number[] {
        const [s, q] = [support, query].map((rows) => {
          const examples = machine.examples(rows.rows);
          machine.setExamples(examples, rows);
          return fusedLoss(tf, machine, examples);
        });
        return tf.tidy(() => {
          const rate = tf.tensor1d([...alpha]);
          const adapted = (start: Tensor): Tensor => {
            let phi = start;
            for (let j = 0; j < innerSteps; j++) phi = tf.sub(phi, tf.mul(rate, tf.grad(s!)(phi)));
            return q!(phi);
          };
          return Array.from(
            tf
              .grad(adapted)(tf.tensor1d([...theta]))
              .dataSync(),
          );
        });
      }
    }
  });

  it('the fused loss refuses a third derivative instead of returning a wrong one', () => {
    const machine = createFloat64Machine({ inputs: 1, hidden: [3], outputs: 1, activation: 'tanh', loss: 'squared' });
    const examples = machine.examples(1);
    machine.setExamples(examples, { rows: 1, x: [0.5], y: [1], weight: [1] });
    const loss = fusedLoss(tf, machine, examples);
    const first = tf.grad(loss);
    const second = tf.grad((theta: Tensor) => tf.sum(first(theta)));
    const third = tf.grad((theta: Tensor) => tf.sum(second(theta)));
    const theta = Array.from({ length: machine.parameterCount }, () => 0.1);
    assert.throws(() => tf.tidy(() => third(tf.tensor1d(theta))), /second order/);
  });

  it('the registered kernel gives the batch mean, and 1,000 iterations leave the number of tensors as it was', async () => {
    const problem = cases.find(({ spec }) => spec.loss === 'squared' && spec.hidden.length === 2)!;
    const { spec, support, query, innerSteps } = problem;
    const metaGradient = registerMetaGradient(tf, createKernelMachine(await builtKernel(), spec));
    const twice = (values: ArrayLike<number>) => [...Array.from(values), ...Array.from(values)];
    const before = tf.memory().numTensors;
    const results = Array.from({ length: 1000 }, () =>
      tf.tidy(() => {
        const { losses, gradient } = metaGradient(
          tf.tensor1d([...problem.theta]),
          tf.tensor1d([...problem.alpha]),
          {
            supportX: tf.tensor(twice(support.x), [2, support.rows, spec.inputs]),
            supportY: tf.tensor(twice(support.y), [2, support.rows, spec.outputs]),
            supportWeight: tf.tensor(twice(support.weight), [2, support.rows]),
            queryX: tf.tensor(twice(query.x), [2, query.rows, spec.inputs]),
            queryY: tf.tensor(twice(query.y), [2, query.rows, spec.outputs]),
            queryWeight: tf.tensor(twice(query.weight), [2, query.rows]),
          },
          { innerSteps, order: 2 },
        );
        return { losses: Array.from(losses.dataSync()), gradient: Array.from(gradient.dataSync()) };
      }),
    );
    assert.strictEqual(tf.memory().numTensors, before);
    const reference = nestedMetaGradient(tf, problem);
    assert.strictEqual(tf.memory().numTensors, before);
    const { losses, gradient } = results[999]!;
    assert.ok(relativeError(gradient, reference.gradient) < 1e-5);
    assert.ok(relativeError(losses, [reference.loss, reference.loss]) < 1e-5);
  });
});
