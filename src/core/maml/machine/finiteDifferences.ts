/** Numerical meta-gradients: the loss after adaptation, differentiated by moving one parameter at a time (float64). */
import { drain } from '../../pieces';
import type { CheckCase } from './checkCases';
import { float64Network, newPass, type Pass, type Rows } from './float64Network';
import type { ExampleRows } from './machine';

/** Step of the stencil: truncation h⁴ and rounding ε/h are both near 1e−12. */
const H = 1e-3;
/** ReLU is piecewise smooth: a smaller step meets fewer kinks, and nothing but rounding is lost. */
const H_RELU = 1e-4;

/** The numerical gradient: values at the indices that could be compared. */
export interface Differences {
  readonly indices: readonly number[];
  readonly values: readonly number[];
}

/**
 * ∂L_q(φ_k)/∂θ_i for every i whose stencil crosses no kink:
 * (L(θ−2h) − 8L(θ−h) + 8L(θ+h) − L(θ+2h)) / 12h. Pauses after each parameter.
 */
export function* eachDifference(problem: CheckCase): Generator<void, Differences> {
  const loss = adaptedLoss(problem);
  const theta = Float64Array.from(problem.theta);
  const here = loss(theta).pattern;
  const h = problem.spec.activation === 'relu' ? H_RELU : H;
  const indices: number[] = [];
  const values: number[] = [];
  for (const [i, value] of theta.entries()) {
    yield;
    const at = (distance: number) => {
      theta[i] = value + distance;
      const result = loss(theta);
      theta[i] = value;
      return result;
    };
    const [a, b, c, d] = [at(-2 * h), at(-h), at(h), at(2 * h)];
    if ([a, b, c, d].some(({ pattern }) => pattern !== here)) continue;
    indices.push(i);
    values.push((a.value - 8 * b.value + 8 * c.value - d.value) / (12 * h));
  }
  return { indices, values };
}

/** `eachDifference` without pauses. */
export const centralDifferences = (problem: CheckCase): Differences => drain(eachDifference(problem));

function inDoubles({ rows, x, y, weight }: ExampleRows): Rows {
  return { rows, x: Float64Array.from(x), y: Float64Array.from(y), weight: Float64Array.from(weight) };
}

/** θ ↦ L_q(φ_k), together with the pattern of active ReLUs along the whole way. */
function adaptedLoss({ spec, alpha, innerSteps, support, query }: CheckCase) {
  const network = float64Network(spec);
  const [supportRows, queryRows] = [inDoubles(support), inDoubles(query)];
  const [supportPass, queryPass] = [newPass(spec, support.rows), newPass(spec, query.rows)];
  const grad = new Float64Array(alpha.length);
  const phi = new Float64Array(alpha.length);
  const signs = (pass: Pass) =>
    spec.activation === 'relu'
      ? pass.a
          .slice(0, network.last)
          .map((a) => Array.from(a, (value) => (value > 0 ? 1 : 0)).join(''))
          .join('|')
      : '';

  return (theta: Float64Array): { value: number; pattern: string } => {
    phi.set(theta);
    let pattern = '';
    for (let j = 0; j < innerSteps; j++) {
      network.gradient(phi, supportRows, supportPass, grad);
      pattern += signs(supportPass);
      for (let i = 0; i < phi.length; i++) phi[i] = phi[i]! - alpha[i]! * grad[i]!;
    }
    const value = network.gradient(phi, queryRows, queryPass, grad);
    return { value, pattern: pattern + signs(queryPass) };
  };
}
