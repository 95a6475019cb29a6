// Meta-learning on one-parameter bowls L_i(θ) = ½ a_i (θ − c_i)², support and query alike: where each method goes, in closed form.

export interface Bowl {
  /** a, how steep. */
  readonly curvature: number;
  /** c, where its bottom lies. */
  readonly centre: number;
}

/** What one inner step leaves of the distance to the bottom: 1 − αa. */
const factor = ({ curvature }: Bowl, alpha: number): number => 1 - alpha * curvature;

/** φ after `steps` inner steps from θ: c + (1 − αa)^k (θ − c). */
export const adapted = (bowl: Bowl, theta: number, alpha: number, steps: number): number =>
  bowl.centre + factor(bowl, alpha) ** steps * (theta - bowl.centre);

export const bowlAt = ({ curvature, centre }: Bowl, theta: number): number => 0.5 * curvature * (theta - centre) ** 2;

/** Σ_i L_i(φ_i) after `steps` inner steps; Σ_i L_i(θ) for none. */
export const lossAfter = (bowls: readonly Bowl[], theta: number, alpha: number, steps: number): number =>
  bowls.reduce((sum, bowl) => sum + bowlAt(bowl, adapted(bowl, theta, alpha, steps)), 0);

/** Σ_i (1 − αa_i)^k · a_i (φ_i − c_i) for order 2 (MAML); without the factor, Σ_i ∇L_i(φ_i), for order 1 (FOMAML). */
export function outerGradient(bowls: readonly Bowl[], theta: number, alpha: number, steps: number, order: 1 | 2): number {
  return bowls.reduce((sum, bowl) => {
    const first = bowl.curvature * (adapted(bowl, theta, alpha, steps) - bowl.centre);
    return sum + (order === 2 ? factor(bowl, alpha) ** steps : 1) * first;
  }, 0);
}

/** θ before and after each of `iterations` outer steps θ ← θ − β g. */
export function outerPath(
  bowls: readonly Bowl[],
  start: number,
  rates: { readonly alpha: number; readonly beta: number },
  order: 1 | 2,
  iterations: number,
): number[] {
  const path = [start];
  for (let i = 0; i < iterations; i++) path.push(path[i]! - rates.beta * outerGradient(bowls, path[i]!, rates.alpha, 1, order));
  return path;
}

/** How much each bowl's bottom counts in the place where a method comes to rest. */
const weights = {
  /** All tasks mixed: ordinary pre-training. */
  joint: ({ curvature }: Bowl) => curvature,
  fomaml: (bowl: Bowl, alpha: number, steps: number) => bowl.curvature * factor(bowl, alpha) ** steps,
  reptile: (bowl: Bowl, alpha: number, steps: number) => 1 - factor(bowl, alpha) ** steps,
  maml: (bowl: Bowl, alpha: number, steps: number) => bowl.curvature * factor(bowl, alpha) ** (2 * steps),
} satisfies Record<string, (bowl: Bowl, alpha: number, steps: number) => number>;

export type Method = keyof typeof weights;
export const METHODS = ['joint', 'fomaml', 'reptile', 'maml'] as const satisfies readonly Method[];

/** The θ at which the method's outer step is zero: a weighted mean of the bottoms (NaN where the weights cancel). */
export function restsAt(method: Method, bowls: readonly Bowl[], alpha: number, steps: number): number {
  const of = (bowl: Bowl) => weights[method](bowl, alpha, steps);
  const all = bowls.reduce((sum, bowl) => sum + of(bowl), 0);
  return bowls.reduce((sum, bowl) => sum + of(bowl) * bowl.centre, 0) / (Math.abs(all) < 1e-12 ? NaN : all);
}
