// Least-squares polynomials, and the bias and variance of fits to many samples of one noisy function.
import { PURPOSE, randomStream } from '../maml/random';

/** Legendre polynomials P_0…P_degree at x in [−1, 1], by Bonnet's recursion; well conditioned where powers are not. */
export function legendre(x: number, degree: number): number[] {
  const values = [1, x];
  for (let n = 1; n < degree; n++) values.push(((2 * n + 1) * x * values[n]! - n * values[n - 1]!) / (n + 1));
  return values.slice(0, degree + 1);
}

/** Solves A w = b by Gaussian elimination with partial pivoting; A is changed. */
function solve(a: number[][], b: number[]): number[] {
  const n = b.length;
  for (let col = 0; col < n; col++) {
    let pivot = col;
    for (let row = col + 1; row < n; row++) if (Math.abs(a[row]![col]!) > Math.abs(a[pivot]![col]!)) pivot = row;
    [a[col], a[pivot]] = [a[pivot]!, a[col]!];
    [b[col], b[pivot]] = [b[pivot]!, b[col]!];
    for (let row = col + 1; row < n; row++) {
      const factor = a[row]![col]! / a[col]![col]!;
      for (let at = col; at < n; at++) a[row]![at]! -= factor * a[col]![at]!;
      b[row]! -= factor * b[col]!;
    }
  }
  const w = new Array<number>(n).fill(0);
  for (let row = n - 1; row >= 0; row--) {
    const rest = a[row]!.reduce((sum, value, at) => (at > row ? sum + value * w[at]! : sum), 0);
    w[row] = (b[row]! - rest) / a[row]![row]!;
  }
  return w;
}

/** Coefficients of P_0…P_degree that minimise Σ (y − f(x))²; needs more distinct points than `degree`. */
export function fitPolynomial(x: readonly number[], y: readonly number[], degree: number): number[] {
  const rows = x.map((value) => legendre(value, degree));
  const size = degree + 1;
  const normal = Array.from({ length: size }, (_, i) =>
    Array.from({ length: size }, (__, j) => rows.reduce((sum, row) => sum + row[i]! * row[j]!, 0)),
  );
  const right = Array.from({ length: size }, (_, i) => rows.reduce((sum, row, at) => sum + row[i]! * y[at]!, 0));
  return solve(normal, right);
}

export const polynomialAt = (coefficients: readonly number[], x: number): number =>
  legendre(x, coefficients.length - 1).reduce((sum, value, at) => sum + value * coefficients[at]!, 0);

/** The function that the samples come from. */
export const hidden = (x: number): number => Math.sin(Math.PI * x);

export interface BiasVariance {
  readonly x: readonly number[];
  /** The fit to each sample at `x`. */
  readonly fits: readonly (readonly number[])[];
  readonly mean: readonly number[];
  /** Averages over x of (mean − truth)² and of the fits' variance around their mean. */
  readonly biasSquared: number;
  readonly variance: number;
}

/** Fits `samples` samples of `points` noisy points each. `noise` is the standard deviation. */
export function biasVariance(degree: number, noise: number, points = 15, samples = 40, seed = 7): BiasVariance {
  const x = Array.from({ length: 61 }, (_, at) => -1 + at / 30);
  const inputs = Array.from({ length: points }, (_, at) => -1 + (2 * at) / (points - 1));
  const fits = Array.from({ length: samples }, (_, sample) => {
    const stream = randomStream(seed, PURPOSE.train, sample);
    const outputs = inputs.map((value) => hidden(value) + noise * stream.normal());
    const coefficients = fitPolynomial(inputs, outputs, degree);
    return x.map((value) => polynomialAt(coefficients, value));
  });
  const average = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
  const mean = x.map((_, at) => average(fits.map((fit) => fit[at]!)));
  return {
    x,
    fits,
    mean,
    biasSquared: average(x.map((value, at) => (mean[at]! - hidden(value)) ** 2)),
    variance: average(x.map((_, at) => average(fits.map((fit) => (fit[at]! - mean[at]!) ** 2)))),
  };
}
