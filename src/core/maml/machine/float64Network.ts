/** A multilayer perceptron in plain JavaScript (float64): forward, reverse, and their tangents by Pearlmutter's R-operator. */
import { activations } from './activations';
import { addColumns, addOuter, addProduct, addTransposed, spreadRows } from './float64Matrix';
import { losses } from './losses';
import { layoutOf, type NetworkSpec, widthsOf } from './network';

export interface Rows {
  rows: number;
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly weight: Float64Array;
}

/** Intermediate values of one pass; index l of each list belongs to the output side of layer l. */
export interface Pass {
  /** a_l, the layer's output: σ(z_l), or z itself for the last layer. */
  readonly a: readonly Float64Array[];
  /** ∂L/∂z_l. */
  readonly delta: readonly Float64Array[];
  /** ∂L/∂a_l (unused for the last layer). */
  readonly e: readonly Float64Array[];
  /** Softmax of the outputs, where the loss has one. */
  readonly p: Float64Array;
}

export function newPass(spec: NetworkSpec, capacity: number): Pass {
  const room = () =>
    widthsOf(spec)
      .slice(1)
      .map((width) => new Float64Array(capacity * width));
  return { a: room(), delta: room(), e: room(), p: new Float64Array(capacity * spec.outputs) };
}

/** The three passes over a network with parameters in the flat order of `layoutOf`. */
export function float64Network(spec: NetworkSpec) {
  const widths = widthsOf(spec);
  const { tensors } = layoutOf(spec);
  const last = widths.length - 2;
  const act = activations[spec.activation];
  const loss = losses[spec.loss];
  const layers = widths.slice(1).map((out, l) => ({ inn: widths[l]!, out, w: tensors[2 * l]!.offset, b: tensors[2 * l + 1]!.offset }));

  /** z = x·W_1 + b_1, … into pass.a. */
  function forward(theta: Float64Array, on: Rows, pass: Pass): void {
    layers.forEach(({ inn, out, w, b }, l) => {
      const z = pass.a[l]!;
      spreadRows(z, theta, b, on.rows, out);
      addProduct(z, l === 0 ? on.x : pass.a[l - 1]!, theta, w, on.rows, inn, out);
      if (l < last) act.apply(z, on.rows * out);
    });
  }

  /** Loss, with ∇L into grad and the errors of every layer into pass. */
  function gradient(theta: Float64Array, on: Rows, pass: Pass, grad: Float64Array): number {
    forward(theta, on, pass);
    const value = loss.value(pass.a[last]!, on.y, on.weight, [on.rows, spec.outputs], pass.delta[last]!, pass.p);
    grad.fill(0);
    for (let l = last; l >= 0; l--) {
      const { inn, out, w, b } = layers[l]!;
      const delta = pass.delta[l]!;
      addOuter(grad, w, l === 0 ? on.x : pass.a[l - 1]!, delta, on.rows, inn, out);
      addColumns(grad, b, delta, on.rows, out);
      if (l === 0) break;
      const e = pass.e[l - 1]!.fill(0);
      addTransposed(e, delta, theta, w, on.rows, inn, out);
      act.timesSlope(pass.delta[l - 1]!, e, pass.a[l - 1]!, on.rows * inn);
    }
    return value;
  }

  /** out = ∇²L·v: every line is the derivative of the corresponding line above, in the direction v. `r` receives the tangents. */
  function hessianVector(theta: Float64Array, on: Rows, pass: Pass, v: Float64Array, r: Pass, result: Float64Array): void {
    layers.forEach(({ inn, out, w, b }, l) => {
      const rz = r.a[l]!;
      spreadRows(rz, v, b, on.rows, out);
      addProduct(rz, l === 0 ? on.x : pass.a[l - 1]!, v, w, on.rows, inn, out);
      if (l > 0) addProduct(rz, r.a[l - 1]!, theta, w, on.rows, inn, out);
      if (l < last) act.timesSlope(rz, rz, pass.a[l]!, on.rows * out);
    });
    loss.tangent(r.a[last]!, on.y, on.weight, [on.rows, spec.outputs], pass.p, r.delta[last]!);
    result.fill(0);
    for (let l = last; l >= 0; l--) {
      const { inn, out, w, b } = layers[l]!;
      const rDelta = r.delta[l]!;
      addOuter(result, w, l === 0 ? on.x : pass.a[l - 1]!, rDelta, on.rows, inn, out);
      addColumns(result, b, rDelta, on.rows, out);
      if (l === 0) break;
      addOuter(result, w, r.a[l - 1]!, pass.delta[l]!, on.rows, inn, out);
      const re = r.e[l - 1]!.fill(0);
      addTransposed(re, rDelta, theta, w, on.rows, inn, out);
      addTransposed(re, pass.delta[l]!, v, w, on.rows, inn, out);
      act.timesSlope(r.delta[l - 1]!, re, pass.a[l - 1]!, on.rows * inn);
      act.addCurvature(r.delta[l - 1]!, pass.e[l - 1]!, pass.a[l - 1]!, r.a[l - 1]!, on.rows * inn);
    }
  }

  return { forward, gradient, hessianVector, last };
}
