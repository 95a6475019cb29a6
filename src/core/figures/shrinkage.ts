// What a penalty does to a weight w* that would be best without it, when L(w) = ½ (w − w*)².

/** argmin ½(w − w*)² + λ|w| = sign(w*) max(|w*| − λ, 0): small weights become exactly 0. */
export const shrinkL1 = (best: number, lambda: number): number => Math.sign(best) * Math.max(Math.abs(best) - lambda, 0);

/** argmin ½(w − w*)² + ½ λ w² = w* / (1 + λ): every weight shrinks in proportion. */
export const shrinkL2 = (best: number, lambda: number): number => best / (1 + lambda);
