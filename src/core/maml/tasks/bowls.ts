// Quadratic bowls L_i(θ) = ½(θ − c_i)ᵀA_i(θ − c_i) in one or two dimensions: every quantity of MAML has a closed form here.
import { cos, sin } from '../portableMath';
import type { TaskFamily } from './task';

/** Curvatures (eigenvalues of A_i) and centres are drawn from these ranges. */
const CURVATURE = [0.5, 3] as const;
const CENTRE = [-2, 2] as const;

/** R diag(a, b) Rᵀ for the rotation R by `angle`, row-major. */
function rotated(a: number, b: number, angle: number): number[] {
  const [c, s] = [cos(angle), sin(angle)];
  const offDiagonal = (a - b) * c * s;
  return [a * c * c + b * s * s, offDiagonal, offDiagonal, a * s * s + b * c * c];
}

export const bowls: TaskFamily = {
  model: ({ dimension }) => ({ kind: 'bowl', dimension }),
  rows: () => ({ support: 1, query: 1 }),
  sample: ({ dimension }, random) => {
    const curvatures = Array.from({ length: dimension }, () => random.uniform(...CURVATURE));
    const centre = Array.from({ length: dimension }, () => random.uniform(...CENTRE));
    const [a = 1, b = 1] = curvatures;
    const matrix = dimension === 1 ? [a] : rotated(a, b, random.uniform(0, Math.PI));
    const rows = { rows: 1, x: Float64Array.from(matrix), y: Float64Array.from(centre), weight: Float64Array.of(1) };
    const numbered = (name: string, values: readonly number[]) => values.map((value, i): [string, number] => [`${name}${i + 1}`, value]);
    const named = Object.fromEntries([...numbered('a', curvatures), ...numbered('c', centre)]);
    return { parameters: named, support: rows, query: rows };
  },
};
