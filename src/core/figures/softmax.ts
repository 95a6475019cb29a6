// Softmax with a temperature, and how spread out its result is.

/** p_i = exp(z_i / T) / Σ_j exp(z_j / T), shifted by the largest logit so that nothing overflows. `temperature` > 0. */
export function softmax(logits: readonly number[], temperature = 1): number[] {
  const scaled = logits.map((logit) => logit / temperature);
  const largest = Math.max(...scaled);
  const weights = scaled.map((value) => Math.exp(value - largest));
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return weights.map((weight) => weight / sum);
}

/** H(p) = −Σ p log₂ p in bits; 0 log 0 counts as 0. */
export const entropy = (p: readonly number[]): number => p.reduce((sum, value) => (value > 0 ? sum - value * Math.log2(value) : sum), 0);
