/** The machine whose loss is a quadratic bowl: L(θ) = Σ_i c_i · ½(θ − y_i)ᵀA_i(θ − y_i), where all of MAML has a closed form. */
import { checkRows } from './checkRows';
import { float64Vectors } from './float64Vectors';
import type { ExampleRows, Machine } from './machine';

/** `dimension` parameters; an example's x is the symmetric matrix A_i row-major, its y the centre. */
export function createBowlMachine(dimension: number): Machine {
  const { at, operations } = float64Vectors(dimension);
  const widths = { inputs: dimension * dimension, outputs: dimension };
  const examples: ExampleRows[] = [];
  const empty: ExampleRows = { rows: 0, x: [], y: [], weight: [] };
  const offset = new Float64Array(dimension);

  /** out = Σ_i c_i A_i·(v − centre_i), or without centres for the Hessian. */
  function addBowls(on: ExampleRows, v: Float64Array, centred: boolean, out: Float64Array): void {
    out.fill(0);
    for (let i = 0; i < on.rows; i++) {
      for (let r = 0; r < dimension; r++) {
        let sum = 0;
        for (let k = 0; k < dimension; k++) {
          const difference = centred ? v[k]! - on.y[i * dimension + k]! : v[k]!;
          sum += on.x[(i * dimension + r) * dimension + k]! * difference;
        }
        out[r] = out[r]! + on.weight[i]! * sum;
      }
    }
  }

  /** ½(θ − y_i)ᵀA_i(θ − y_i), without the row's weight. */
  function bowl(on: ExampleRows, i: number, theta: Float64Array): number {
    for (let k = 0; k < dimension; k++) offset[k] = theta[k]! - on.y[i * dimension + k]!;
    let sum = 0;
    for (let r = 0; r < dimension; r++)
      for (let k = 0; k < dimension; k++) sum += offset[r]! * on.x[(i * dimension + r) * dimension + k]! * offset[k]!;
    return sum / 2;
  }

  const rowLosses = (on: ExampleRows, theta: Float64Array) => Float64Array.from({ length: on.rows }, (_, i) => bowl(on, i, theta));

  return {
    ...operations,
    precision: 'float64',
    parameterCount: dimension,
    ...widths,
    examples: (capacity) => ({ examples: examples.push(empty) - 1, capacity }),
    tape: (capacity) => ({ tape: 0, capacity }),
    setExamples: (target, given) => {
      checkRows(target.capacity, given, widths);
      examples[target.examples] = {
        rows: given.rows,
        x: Float64Array.from(given.x),
        y: Float64Array.from(given.y),
        weight: Float64Array.from(given.weight),
      };
    },
    gradient: (theta, on, out) => {
      const rows = examples[on.examples]!;
      addBowls(rows, at(theta), true, at(out));
      return rowLosses(rows, at(theta)).reduce((sum, loss, i) => sum + rows.weight[i]! * loss, 0);
    },
    hessianVector: (_theta, on, direction, out) => addBowls(examples[on.examples]!, at(direction), false, at(out)),
    predict: (theta, on) => rowLosses(examples[on.examples]!, at(theta)),
  };
}
