// Activation functions with their derivatives.

/** Φ(x) by Abramowitz & Stegun 7.1.26 for erf; absolute error below 1.5·10⁻⁷. */
export function normalCdf(x: number): number {
  const z = Math.abs(x) / Math.SQRT2;
  const t = 1 / (1 + 0.3275911 * z);
  const erf = 1 - ((((1.061405429 * t - 1.453152027) * t + 1.421413741) * t - 0.284496736) * t + 0.254829592) * t * Math.exp(-z * z);
  return x >= 0 ? 0.5 * (1 + erf) : 0.5 * (1 - erf);
}

export interface Activation {
  readonly name: string;
  readonly at: (x: number) => number;
  readonly slope: (x: number) => number;
}

export const sigmoid = (x: number): number => 1 / (1 + Math.exp(-x));
const density = (x: number): number => Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI);

export const activations: readonly Activation[] = [
  { name: 'sigmoid', at: sigmoid, slope: (x) => sigmoid(x) * (1 - sigmoid(x)) },
  { name: 'tanh', at: Math.tanh, slope: (x) => 1 - Math.tanh(x) ** 2 },
  { name: 'ReLU', at: (x) => Math.max(0, x), slope: (x) => (x > 0 ? 1 : 0) },
  { name: 'Leaky ReLU', at: (x) => (x > 0 ? x : 0.01 * x), slope: (x) => (x > 0 ? 1 : 0.01) },
  // Hendrycks & Gimpel 2016: x Φ(x).
  { name: 'GELU', at: (x) => x * normalCdf(x), slope: (x) => normalCdf(x) + x * density(x) },
];
