// Regression trees on one input, and the average of trees that were each grown on a bootstrap sample (Breiman 1996).
import { PURPOSE, randomStream, type RandomStream } from '../maml/random';

export type Tree = number | { readonly cut: number; readonly left: Tree; readonly right: Tree };
type Pair = readonly [x: number, y: number];

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

/** Σ (y − mean)² */
function spread(pairs: readonly Pair[]): number {
  const middle = mean(pairs.map(([, y]) => y));
  return pairs.reduce((sum, [, y]) => sum + (y - middle) ** 2, 0);
}

/** The tree that at every node takes the cut with the least sum of squares, down to `depth`. */
export function growTree(pairs: readonly Pair[], depth: number): Tree {
  const cuts = [...new Set(pairs.map(([x]) => x))].sort((a, b) => a - b).slice(0, -1);
  if (depth === 0 || cuts.length === 0) return mean(pairs.map(([, y]) => y));
  const sides = (cut: number) => [pairs.filter(([x]) => x <= cut), pairs.filter(([x]) => x > cut)] as const;
  const loss = (cut: number): number => sides(cut).reduce((sum, side) => sum + spread(side), 0);
  const cut = cuts.reduce((best, next) => (loss(next) < loss(best) ? next : best));
  const [left, right] = sides(cut);
  return { cut, left: growTree(left, depth - 1), right: growTree(right, depth - 1) };
}

export const treeAt = (tree: Tree, x: number): number =>
  typeof tree === 'number' ? tree : treeAt(x <= tree.cut ? tree.left : tree.right, x);

/** As many draws with replacement as there are items. */
export const bootstrap = <T>(items: readonly T[], stream: RandomStream): T[] => items.map(() => items[stream.integer(items.length)]!);

/** The function behind the noisy points. */
export const wave = (x: number): number => Math.sin(2 * Math.PI * x);

export interface Bagged {
  readonly x: readonly number[];
  /** Every tree's prediction at `x`. */
  readonly trees: readonly (readonly number[])[];
  readonly average: readonly number[];
  /** Mean squared distance from the truth: of the trees, averaged, and of their average. */
  readonly single: number;
  readonly together: number;
}

/** @param seed chooses the 40 training points (noise σ = 0.4); the same seed gives the same first trees */
export function bagTrees(count: number, depth: number, seed: number): Bagged {
  const points = randomStream(seed, PURPOSE.train, 0);
  const pairs = Array.from({ length: 40 }, (): Pair => {
    const x = points.uniform(0, 1);
    return [x, wave(x) + 0.4 * points.normal()];
  });
  const x = Array.from({ length: 101 }, (_, at) => at / 100);
  const trees = Array.from({ length: count }, (_, at) => {
    const tree = growTree(bootstrap(pairs, randomStream(seed, PURPOSE.check, at)), depth);
    return x.map((value) => treeAt(tree, value));
  });
  const average = x.map((_, at) => mean(trees.map((tree) => tree[at]!)));
  const error = (prediction: readonly number[]): number => mean(x.map((value, at) => (prediction[at]! - wave(value)) ** 2));
  return { x, trees, average, single: mean(trees.map(error)), together: error(average) };
}
