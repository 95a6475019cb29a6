/** Random small meta-learning problems, drawn from a seed, on which the implementations are compared with each other. */
import type { ExampleRows, Machine } from './machine';
import { metaWork, taskMetaGradient } from './metaGradient';
import { type Activation, layoutOf, type Loss, type NetworkSpec } from './network';

/** One task with its network, all numbers exact in float32 so that every precision starts from the same place. */
export interface CheckCase {
  readonly spec: NetworkSpec;
  readonly innerSteps: number;
  readonly theta: readonly number[];
  /** One α per parameter, as in Meta-SGD. */
  readonly alpha: readonly number[];
  readonly support: ExampleRows;
  readonly query: ExampleRows;
}

/** Uniform numbers in [0, 1) from a 32-bit state (mulberry32): enough for test problems, exact in every engine. */
function uniformFrom(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const activations: readonly Activation[] = ['relu', 'tanh'];
const losses: readonly Loss[] = ['squared', 'crossEntropy'];

/** `count` problems: activations, losses and 1–5 inner steps in turn; depth 0–3, widths and rows at random. */
export function randomCases(seed: number, count: number): CheckCase[] {
  return Array.from({ length: count }, (_, i) => {
    const uniform = uniformFrom(Math.imul(seed, 7919) + i);
    const whole = (least: number, most: number) => least + Math.floor(uniform() * (most - least + 1));
    const spec: NetworkSpec = {
      inputs: whole(1, 6),
      hidden: Array.from({ length: whole(0, 3) }, () => whole(1, 12)),
      outputs: whole(i % 4 < 2 ? 1 : 2, 5),
      activation: activations[i % 2]!,
      loss: losses[(i >> 1) % 2]!,
    };
    return randomCase(spec, 1 + (i % 5), [whole(1, 11), whole(1, 11)], uniform);
  });
}

function randomCase(spec: NetworkSpec, innerSteps: number, [supportRows, queryRows]: [number, number], uniform: () => number): CheckCase {
  const between = (least: number, most: number) => Math.fround(least + uniform() * (most - least));
  const { tensors } = layoutOf(spec);
  const theta = tensors.flatMap(({ size, shape }) => {
    const reach = Math.sqrt(3 / (shape.length === 2 ? shape[0] : 3));
    return Array.from({ length: size }, () => between(-reach, reach));
  });
  const rows = (n: number): ExampleRows => ({
    rows: n,
    x: Array.from({ length: n * spec.inputs }, () => between(-2, 2)),
    y: spec.loss === 'squared' ? Array.from({ length: n * spec.outputs }, () => between(-1, 1)) : oneHot(n, spec.outputs, uniform),
    // A negative weight now and then: a policy gradient has them.
    weight: Array.from({ length: n }, () => between(-0.2, 1) / n),
  });
  return { spec, innerSteps, theta, alpha: theta.map(() => between(0, 0.1)), support: rows(supportRows), query: rows(queryRows) };
}

function oneHot(rows: number, width: number, uniform: () => number): number[] {
  return Array.from({ length: rows }, () => Math.floor(uniform() * width)).flatMap((k) =>
    Array.from({ length: width }, (_, j) => (j === k ? 1 : 0)),
  );
}

/** ∂L_q(φ_k)/∂θ of the case on a machine made for its network; order 1 leaves the second-order part out. */
export function metaGradientOn(machine: Machine, { theta, alpha, innerSteps, support, query }: CheckCase, order: 1 | 2 = 2): number[] {
  const work = metaWork(machine, innerSteps, support.rows);
  const [start, rates] = [machine.vector(), machine.vector()];
  machine.write(start, theta);
  machine.write(rates, alpha);
  const task = { support: machine.examples(support.rows), query: machine.examples(query.rows) };
  machine.setExamples(task.support, support);
  machine.setExamples(task.query, query);
  taskMetaGradient(machine, work, start, task, { alpha: rates, steps: innerSteps, order });
  return Array.from(machine.read(work.meta));
}
