/** The self-check of the machines: exact meta-gradients against finite differences, the kernel against float64, bowls against algebra. */
import { createBowlMachine } from './bowlMachine';
import { type CheckCase, metaGradientOn } from './checkCases';
import { eachDifference } from './finiteDifferences';
import { createFloat64Machine } from './float64Machine';
import { createKernelMachine } from './kernelMachine';
import type { KernelModule } from './kernelModule';
import { widthsOf } from './network';

/** In the order in which they are told. */
export const COMPARISONS = ['finiteDifferences', 'kernel', 'nestedTensorFlow', 'closedForm'] as const;
export type Comparison = (typeof COMPARISONS)[number];

/** What is compared on: a network with its loss, how many inner steps, and the rows of the two sets. */
export interface Problem {
  readonly network: string;
  readonly innerSteps: number;
  readonly rows: readonly [support: number, query: number];
}

/** One comparison, ready for a table. */
export interface CheckRow {
  readonly comparison: Comparison;
  readonly problem: Problem;
  /** ‖difference‖ / ‖reference‖. */
  readonly error: number;
  readonly limit: number;
  readonly passed: boolean;
  /** Parameters compared; those next to a kink of ReLU are left out of finite differences. */
  readonly compared: number;
  readonly leftOut: number;
}

/** Largest relative error that each comparison may show. */
export const checkLimits = {
  finiteDifferences: 1e-8,
  kernel: 1e-5,
  nestedTensorFlow: 1e-5,
  closedForm: 1e-14,
} satisfies Record<Comparison, number>;

export function checkRow(
  comparison: Comparison,
  problem: Problem,
  actual: readonly number[],
  reference: readonly number[],
  leftOut = 0,
): CheckRow {
  const error = relativeError(actual, reference);
  const limit = checkLimits[comparison];
  return { comparison, problem, error, limit, passed: error <= limit, compared: actual.length, leftOut };
}

/** ‖actual − reference‖ / ‖reference‖, 0 where both vanish. */
export function relativeError(actual: readonly number[], reference: readonly number[]): number {
  let difference = 0;
  let size = 0;
  reference.forEach((r, i) => {
    difference += (actual[i]! - r) ** 2;
    size += r * r;
  });
  return difference === 0 ? 0 : Math.sqrt(difference / size);
}

/** E.g. network “3–8–2 tanh, crossEntropy”. */
export const problemOf = ({ spec, innerSteps, support, query }: CheckCase): Problem => ({
  network: `${widthsOf(spec).join('–')} ${spec.activation}, ${spec.loss}`,
  innerSteps,
  rows: [support.rows, query.rows],
});

/** Plain JavaScript in float64 against central finite differences of the loss after adaptation; pauses after each parameter. */
export function* checkFiniteDifferences(problem: CheckCase): Generator<void, CheckRow> {
  const exact = metaGradientOn(createFloat64Machine(problem.spec), problem);
  const { indices, values } = yield* eachDifference(problem);
  const compared = indices.map((i) => exact[i]!);
  return checkRow('finiteDifferences', problemOf(problem), compared, values, exact.length - indices.length);
}

/** The float32 kernel against plain JavaScript in float64. */
export function checkKernel(module: KernelModule, problem: CheckCase): CheckRow {
  const kernel = metaGradientOn(createKernelMachine(module, problem.spec), problem);
  return checkRow('kernel', problemOf(problem), kernel, metaGradientOn(createFloat64Machine(problem.spec), problem));
}

/** Bowls in one and two dimensions against φ_k = c + (I − αA)^k(θ − c) and ∂L_q/∂θ = (I − αA)^k·A_q(φ_k − c_q). */
export function checkBowls(): CheckRow[] {
  const line = { theta: [3.1], centre: [0.9], queryCentre: [-0.7], matrix: [1.7], queryMatrix: [0.6], alpha: 0.23 };
  const plane = {
    theta: [2, -1],
    centre: [0.5, 1],
    queryCentre: [-1, 0.25],
    matrix: [2, 0.5, 0.5, 1],
    queryMatrix: [1, -0.25, -0.25, 3],
    alpha: 0.125,
  };
  return [line, plane].flatMap((bowl) => [1, 2, 5].map((steps) => checkBowl(bowl, steps)));
}

interface Bowl {
  readonly theta: readonly number[];
  readonly centre: readonly number[];
  readonly queryCentre: readonly number[];
  readonly matrix: readonly number[];
  readonly queryMatrix: readonly number[];
  readonly alpha: number;
}

function checkBowl({ theta, centre, queryCentre, matrix, queryMatrix, alpha }: Bowl, steps: number): CheckRow {
  const n = theta.length;
  const times = (m: readonly number[], v: readonly number[]) =>
    v.map((_, r) => v.reduce((sum, value, k) => sum + m[r * n + k]! * value, 0));
  const minus = (a: readonly number[], b: readonly number[]) => a.map((value, i) => value - b[i]!);
  const shrink = matrix.map((a, i) => (i % (n + 1) === 0 ? 1 : 0) - alpha * a);
  const power = (v: readonly number[]) => Array.from({ length: steps }).reduce<readonly number[]>((value) => times(shrink, value), v);
  // Both matrices are symmetric, so (I − αA)^k is its own transpose.
  const adapted = power(minus(theta, centre)).map((value, i) => value + centre[i]!);
  const closed = power(times(queryMatrix, minus(adapted, queryCentre)));
  const machine = metaGradientOn(createBowlMachine(n), {
    spec: { inputs: n * n, hidden: [], outputs: n, activation: 'relu', loss: 'squared' },
    innerSteps: steps,
    theta,
    alpha: theta.map(() => alpha),
    support: { rows: 1, x: matrix, y: centre, weight: [1] },
    query: { rows: 1, x: queryMatrix, y: queryCentre, weight: [1] },
  });
  return checkRow('closedForm', { network: `bowl(${n}D)`, innerSteps: steps, rows: [1, 1] }, machine, closed);
}
