/** The contract of a machine, kept by the kernel and by plain JavaScript alike, on networks of any shape. */
import * as assert from 'node:assert';
import * as fc from 'fast-check';
import { type CheckCase, metaGradientOn, randomCases } from '../../../../src/core/maml/machine/checkCases';
import { createFloat64Machine } from '../../../../src/core/maml/machine/float64Machine';
import { relativeError } from '../../../../src/core/maml/machine/gradientCheck';
import { createKernelMachine } from '../../../../src/core/maml/machine/kernelMachine';
import type { KernelModule } from '../../../../src/core/maml/machine/kernelModule';
import type { Machine, Vec } from '../../../../src/core/maml/machine/machine';
import { layoutOf, type NetworkSpec } from '../../../../src/core/maml/machine/network';
import { builtKernel } from './builtKernel';

const specs: fc.Arbitrary<NetworkSpec> = fc.record({
  inputs: fc.integer({ min: 1, max: 9 }),
  hidden: fc.array(fc.integer({ min: 1, max: 21 }), { maxLength: 3 }),
  outputs: fc.integer({ min: 1, max: 9 }),
  activation: fc.constantFrom('relu', 'tanh'),
  loss: fc.constantFrom('squared', 'crossEntropy'),
});

const problems = fc.integer({ min: 1, max: 100000 }).map((seed) => randomCases(seed, 4)[seed % 4]!);

function vectorOf(machine: Machine, values: ArrayLike<number>): Vec {
  const v = machine.vector();
  machine.write(v, values);
  return v;
}

const ramp = (n: number, scale: number) => Array.from({ length: n }, (_, i) => Math.fround(scale * Math.sin(i + 1)));

describe('machines', () => {
  let kernel: KernelModule;
  before(async () => {
    kernel = await builtKernel();
  });
  const both = (spec: NetworkSpec): Machine[] => [createKernelMachine(kernel, spec), createFloat64Machine(spec)];

  it('give back what was written, in the order of the layout', () => {
    fc.assert(
      fc.property(specs, (spec) => {
        const values = ramp(layoutOf(spec).parameterCount, 3);
        for (const machine of both(spec)) assert.deepStrictEqual(Array.from(machine.read(vectorOf(machine, values))), values);
      }),
    );
  });

  it('agree on every vector operation', () => {
    fc.assert(
      fc.property(specs, fc.double({ min: -2, max: 2, noNaN: true }), (spec, s) => {
        const [single, double] = both(spec).map((machine) => {
          const n = machine.parameterCount;
          const [a, b, c, out] = [ramp(n, 1), ramp(n, 0.7).reverse(), ramp(n, 2), ramp(n, 0)].map((values) => vectorOf(machine, values));
          machine.innerUpdate(out!, a!, b!, c!);
          const updated = machine.read(out!);
          machine.multiply(out!, a!, c!);
          machine.addScaled(out!, s, b!);
          machine.sgdStep(out!, a!, 0.25);
          const combined = machine.read(out!);
          machine.fill(out!, s);
          const filled = [machine.dot(out!, out!), machine.dot(a!, c!)];
          machine.copy(out!, a!);
          return [...updated, ...combined, ...filled, ...machine.read(out!)];
        });
        assert.ok(relativeError(single!, double!) < 1e-6);
      }),
    );
  });

  it('follow Adam as it is printed in the paper', () => {
    const spec: NetworkSpec = { inputs: 3, hidden: [5], outputs: 2, activation: 'relu', loss: 'squared' };
    const settings = { rate: 0.01, beta1: 0.9, beta2: 0.999, epsilon: 1e-8 };
    const n = layoutOf(spec).parameterCount;
    const gradients = Array.from({ length: 20 }, (_, t) => ramp(n, 1 / (t + 1)));
    const theta = ramp(n, 1).map((value, i) => {
      let [p, m, v] = [value, 0, 0];
      gradients.forEach((gradient, t) => {
        m = settings.beta1 * m + (1 - settings.beta1) * gradient[i]!;
        v = settings.beta2 * v + (1 - settings.beta2) * gradient[i]! ** 2;
        p -= (settings.rate * (m / (1 - settings.beta1 ** (t + 1)))) / (Math.sqrt(v / (1 - settings.beta2 ** (t + 1))) + settings.epsilon);
      });
      return p;
    });
    for (const machine of both(spec)) {
      const [parameters, first, second] = [vectorOf(machine, ramp(n, 1)), machine.vector(), machine.vector()];
      gradients.forEach((gradient, t) => machine.adamStep(parameters, first, second, vectorOf(machine, gradient), t + 1, settings));
      assert.ok(relativeError([...machine.read(parameters)], theta) < (machine.precision === 'float64' ? 1e-14 : 1e-6));
    }
  });

  it('agree on outputs and losses', () => {
    fc.assert(
      fc.property(problems, ({ spec, theta, support }) => {
        const [single, double] = both(spec).map((machine) => {
          const [at, out, on] = [vectorOf(machine, theta), machine.vector(), machine.examples(support.rows)];
          machine.setExamples(on, support);
          return [...machine.predict(at, on), machine.gradient(at, on, out)];
        });
        assert.ok(relativeError(single!, double!) < 1e-5);
      }),
    );
  });

  it('give the same bits with and without a tape, in a grown memory, and after larger examples', () => {
    fc.assert(
      fc.property(problems, (problem) => {
        for (const make of [() => createKernelMachine(kernel, problem.spec), () => createFloat64Machine(problem.spec)]) {
          const [fresh, used] = [make(), make()];
          useUp(used, problem);
          assert.deepStrictEqual(metaGradientOn(used, problem), metaGradientOn(fresh, problem));
          const [taped, plain] = [true, false].map((withTape) => hessianVector(used, problem, withTape));
          assert.deepStrictEqual(taped, plain);
        }
      }),
      { numRuns: 30 },
    );
  });

  it('show a diverged parameter in the loss instead of hiding it', () => {
    fc.assert(
      fc.property(problems, ({ spec, theta, support }) => {
        for (const machine of both(spec)) {
          const [at, on] = [
            vectorOf(
              machine,
              theta.map(() => NaN),
            ),
            machine.examples(support.rows),
          ];
          machine.setExamples(on, support);
          assert.ok(Number.isNaN(machine.gradient(at, on, machine.vector())));
        }
      }),
    );
  });

  it('refuse numbers that do not fit', () => {
    for (const machine of both({ inputs: 2, hidden: [3], outputs: 1, activation: 'relu', loss: 'squared' })) {
      const on = machine.examples(2);
      assert.throws(() => machine.write(machine.vector(), [1, 2]), /holds 13 parameters, 2 were given/);
      assert.throws(() => machine.setExamples(on, { rows: 3, x: [], y: [], weight: [] }), /room for 2 rows, 3 were given/);
      assert.throws(() => machine.setExamples(on, { rows: 1, x: [1], y: [1], weight: [1] }), /x must hold 1 × 2 numbers, it holds 1/);
    }
  });
});

/** Leaves other numbers behind wherever the next run will compute, and makes the memory grow. */
function useUp(machine: Machine, { spec }: CheckCase): void {
  const rows = 40;
  const on = machine.examples(rows);
  const numbers = ramp(rows * (spec.inputs + spec.outputs + 1), 5);
  const [xs, ys] = [rows * spec.inputs, rows * spec.outputs];
  machine.setExamples(on, { rows, x: numbers.slice(0, xs), y: numbers.slice(xs, xs + ys), weight: numbers.slice(xs + ys) });
  const at = vectorOf(machine, ramp(machine.parameterCount, 0.5));
  machine.hessianVector(at, on, at, machine.vector());
  for (let i = 0; i < 200; i++) machine.write(machine.vector(), ramp(machine.parameterCount, i));
}

function hessianVector(machine: Machine, { theta, alpha, support }: CheckCase, withTape: boolean): number[] {
  const [at, direction, out] = [vectorOf(machine, theta), vectorOf(machine, alpha), machine.vector()];
  const on = machine.examples(support.rows);
  machine.setExamples(on, support);
  const tape = withTape ? machine.tape(support.rows) : undefined;
  machine.gradient(at, on, out, tape);
  machine.hessianVector(at, on, direction, out, tape);
  return Array.from(machine.read(out));
}
