/** What the engines are timed on: a meta-iteration over sinusoid tasks of a given size, and the arithmetic that it takes. */
import { sin } from '../../src/core/maml/portableMath';
import { layoutOf, type NetworkSpec, widthsOf } from '../../src/core/maml/machine/network';

export interface Workload {
  /** Tasks per meta-iteration. */
  readonly tasks: number;
  /** Support rows, and as many query rows. */
  readonly shots: number;
  /** Width of the two hidden layers. */
  readonly width: number;
  readonly innerSteps: number;
}

/** Finn's setting: 25 tasks, 10 + 10 rows, 1–40–40–1, one inner step. */
export const FINN: Workload = { tasks: 25, shots: 10, width: 40, innerSteps: 1 };

/** One size at a time away from Finn's setting. */
export const GRID: readonly Workload[] = [
  FINN,
  { ...FINN, tasks: 4 },
  { ...FINN, tasks: 100 },
  { ...FINN, shots: 5 },
  { ...FINN, shots: 50 },
  { ...FINN, width: 20 },
  { ...FINN, width: 100 },
  { ...FINN, width: 256 },
  { ...FINN, innerSteps: 5 },
  { ...FINN, innerSteps: 10 },
];

/** Numbers of the optimiser and the inner loop, the same for every engine. */
export const RATES = { alpha: 0.001, adam: { rate: 0.001, beta1: 0.9, beta2: 0.999, epsilon: 1e-8 } };

export const specOf = ({ width }: Workload): NetworkSpec => ({
  inputs: 1,
  hidden: [width, width],
  outputs: 1,
  activation: 'relu',
  loss: 'squared',
});

export const describe = ({ tasks, shots, width, innerSteps }: Workload): string =>
  `T=${tasks} K=${shots} width=${width} ${innerSteps} step${innerSteps > 1 ? 's' : ''}`;

/**
 * Floating-point operations of the exact meta-gradient, padding and optimiser not counted. With M multiplications per row, F of them in
 * the first layer: forward 2M, reverse 2M + 2(M − F), and the same lines doubled for the Hessian-vector product but for fixed inputs.
 */
export function flopsOf(workload: Workload): number {
  const widths = widthsOf(specOf(workload));
  const products = widths.slice(1).map((out, l) => out * widths[l]!);
  const all = products.reduce((sum, count) => sum + count, 0);
  const rest = all - products[0]!;
  const gradient = 2 * all + 2 * all + 2 * rest;
  const hessianVector = 2 * (2 * all - products[0]!) * 2 + 4 * rest;
  const { tasks, shots, innerSteps } = workload;
  return tasks * shots * (gradient * (innerSteps + 1) + hessianVector * innerSteps);
}

/** A batch of tasks, task by task: support rows, then query rows. */
export interface Batch {
  readonly x: Float32Array;
  readonly y: Float32Array;
}

/** Draws batches from p(𝒯): A ~ U[0.1, 5], phase ~ U[0, π], x ~ U[−5, 5]; overwrites the same arrays. */
export function sampler(workload: Workload, seed = 1): { batch: Batch; draw: () => void } {
  const rows = 2 * workload.shots;
  const batch = { x: new Float32Array(workload.tasks * rows), y: new Float32Array(workload.tasks * rows) };
  let state = seed;
  const uniform = (low: number, high: number): number => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return low + ((high - low) * ((t ^ (t >>> 14)) >>> 0)) / 4294967296;
  };
  function draw(): void {
    for (let task = 0; task < workload.tasks; task++) {
      const [amplitude, phase] = [uniform(0.1, 5), uniform(0, Math.PI)];
      for (let i = task * rows; i < (task + 1) * rows; i++) {
        batch.x[i] = uniform(-5, 5);
        batch.y[i] = amplitude * sin(batch.x[i]! - phase);
      }
    }
  }
  return { batch, draw };
}

/** Initial parameters of moderate size, the same for every engine. */
export function initialTheta(workload: Workload): Float32Array {
  const { tensors, parameterCount } = layoutOf(specOf(workload));
  const theta = new Float32Array(parameterCount);
  for (const { kind, offset, size, shape } of tensors) {
    if (kind === 'bias') continue;
    for (let i = 0; i < size; i++) theta[offset + i] = Math.sqrt(2 / shape[0]) * sin(1.7 * (offset + i));
  }
  return theta;
}
