// The chi-square distribution, to tell chance from habit in the question bank.

/** ln Γ(x) by Lanczos' approximation (g = 7, n = 9), for x > 0; relative error below 1e-13. */
function logGamma(x: number): number {
  const c = [
    676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059, 12.507343278686905, -0.13857109526572012,
    9.9843695780195716e-6, 1.5056327351493116e-7,
  ];
  const sum = c.reduce((total, value, i) => total + value / (x + i), 0.99999999999980993);
  const t = x + 6.5;
  return 0.5 * Math.log(2 * Math.PI) + (x - 0.5) * Math.log(t) - t + Math.log(sum);
}

/**
 * The chance that a chi-square variable with `freedom` degrees is at least `value`: Q(freedom/2, value/2), the regularised upper
 * incomplete gamma function, by its series below and Lentz' continued fraction above (Numerical Recipes, 6.2).
 */
export function chiSquareTail(value: number, freedom: number): number {
  const [a, x] = [freedom / 2, value / 2];
  if (x <= 0) return 1;
  const front = Math.exp(-x + a * Math.log(x) - logGamma(a));
  if (x < a + 1) {
    let term = 1 / a;
    let sum = term;
    for (let n = 1; n < 1000 && term > sum * 1e-15; n++) {
      term *= x / (a + n);
      sum += term;
    }
    return Math.max(0, 1 - front * sum);
  }
  let b = x + 1 - a;
  let c = 1e300;
  let d = 1 / b;
  let h = d;
  for (let i = 1; i < 1000; i++) {
    const an = -i * (i - a);
    b += 2;
    d = 1 / (an * d + b);
    c = b + an / c;
    h *= d * c;
    if (Math.abs(d * c - 1) < 1e-15) break;
  }
  return front * h;
}

/** The statistic and its p value for counts that should all be alike. */
export function evenness(counts: readonly number[]): { readonly chiSquare: number; readonly p: number } {
  const expected = counts.reduce((sum, count) => sum + count, 0) / counts.length;
  const chiSquare = expected === 0 ? 0 : counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
  return { chiSquare, p: chiSquareTail(chiSquare, counts.length - 1) };
}
