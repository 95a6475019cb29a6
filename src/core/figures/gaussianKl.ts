// The Kullback–Leibler divergence between two normal distributions of one variable.

export interface Gaussian {
  readonly mean: number;
  /** Standard deviation, above 0. */
  readonly sigma: number;
}

export const gaussianDensity = ({ mean, sigma }: Gaussian, x: number): number =>
  Math.exp(-((x - mean) ** 2) / (2 * sigma * sigma)) / (sigma * Math.sqrt(2 * Math.PI));

/** D_KL(p‖q) = ln(σ_q/σ_p) + (σ_p² + (μ_p − μ_q)²) / (2σ_q²) − ½, in nats. */
export const gaussianKl = (p: Gaussian, q: Gaussian): number =>
  Math.log(q.sigma / p.sigma) + (p.sigma ** 2 + (p.mean - q.mean) ** 2) / (2 * q.sigma ** 2) - 0.5;
