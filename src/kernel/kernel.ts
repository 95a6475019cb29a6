/** The fused kernel: loss and gradient of a multilayer perceptron, and its Hessian times a vector (Pearlmutter 1994). */
import { activate, addCurvature, timesSlope } from './activation';
import { lossTangent, lossValue } from './loss';
import {
  activationOf,
  biasOffset,
  errorOf,
  extraOf,
  inWidth,
  layerAt,
  layerCount,
  lossOf,
  outCount,
  outputOf,
  outWidth,
  transposedOf,
  weightOffset,
} from './network';
import { columnSums, outer } from './outer';
import { product } from './product';
import { transpose } from './transpose';

export { addScaled, adamStep, copy, dot, fill, innerUpdate, multiply } from './vectors';

/** First free byte of the memory; everything above belongs to the caller. */
export function heapBase(): usize {
  return __heap_base;
}

/** a_l = σ(a_{l−1}·W_l + b_l) into the pass. */
export function forward(net: usize, theta: usize, x: usize, rows: i32, pass: usize): void {
  const layers = layerCount(net);
  let input = x;
  for (let l = 0; l < layers; l++) {
    const layer = layerAt(net, l);
    const k = inWidth(layer);
    const p = outWidth(layer);
    const z = outputOf(pass, layer, rows);
    product(z, theta + biasOffset(layer), input, theta + weightOffset(layer), 0, 0, 1, rows, k, (<usize>k) << 2, p);
    if (l + 1 < layers) activate(activationOf(net), z, rows * p);
    input = z;
  }
}

/** Returns L; ∇L into `out`, the values of every layer into `pass`. `zeros` is a row of zeros as wide as the widest layer. */
export function gradient(
  net: usize,
  theta: usize,
  x: usize,
  y: usize,
  weight: usize,
  rows: i32,
  pass: usize,
  zeros: usize,
  out: usize,
): f64 {
  forward(net, theta, x, rows, pass);
  const last = layerCount(net) - 1;
  const top = layerAt(net, last);
  const z = outputOf(pass, top, rows);
  const loss = lossValue(lossOf(net), z, y, weight, rows, outWidth(top), outCount(top), errorOf(pass, top, rows), extraOf(pass, top, rows));
  for (let l = last; l >= 0; l--) {
    const layer = layerAt(net, l);
    const k = inWidth(layer);
    const p = outWidth(layer);
    const error = errorOf(pass, layer, rows);
    columnSums(out + biasOffset(layer), error, rows, p);
    if (l == 0) {
      outer(out + weightOffset(layer), x, error, 0, 0, 1, rows, k, p);
      break;
    }
    const below = layerAt(net, l - 1);
    const a = outputOf(pass, below, rows);
    outer(out + weightOffset(layer), a, error, 0, 0, 1, rows, k, p);
    // ∂L/∂a = δ·Wᵀ, then through the activation.
    const turned = transposedOf(pass, layer, rows);
    const e = extraOf(pass, below, rows);
    transpose(turned, theta + weightOffset(layer), k, p, outCount(layer));
    product(e, zeros, error, turned, 0, 0, 1, rows, outCount(layer), (<usize>p) << 2, k);
    timesSlope(activationOf(net), errorOf(pass, below, rows), e, a, rows * k);
  }
  return loss;
}

/** out = ∇²L·v at the place and on the examples that left `pass` behind; `tangent` is a second pass for R{·}. */
export function hessianVector(
  net: usize,
  theta: usize,
  x: usize,
  y: usize,
  weight: usize,
  rows: i32,
  pass: usize,
  v: usize,
  tangent: usize,
  zeros: usize,
  out: usize,
): void {
  const kind = activationOf(net);
  const last = layerCount(net) - 1;
  for (let l = 0; l <= last; l++) {
    const layer = layerAt(net, l);
    const k = inWidth(layer);
    const p = outWidth(layer);
    const w = weightOffset(layer);
    const rz = outputOf(tangent, layer, rows);
    // R{z} = a·V + R{a}·W + v_b; the inputs do not move.
    if (l == 0) product(rz, v + biasOffset(layer), x, v + w, 0, 0, 1, rows, k, (<usize>k) << 2, p);
    else {
      const below = layerAt(net, l - 1);
      product(
        rz,
        v + biasOffset(layer),
        outputOf(pass, below, rows),
        v + w,
        outputOf(tangent, below, rows),
        theta + w,
        2,
        rows,
        k,
        (<usize>k) << 2,
        p,
      );
    }
    if (l < last) timesSlope(kind, rz, rz, outputOf(pass, layer, rows), rows * p);
  }
  const top = layerAt(net, last);
  lossTangent(
    lossOf(net),
    outputOf(tangent, top, rows),
    y,
    weight,
    rows,
    outWidth(top),
    extraOf(pass, top, rows),
    errorOf(tangent, top, rows),
  );
  for (let l = last; l >= 0; l--) {
    const layer = layerAt(net, l);
    const k = inWidth(layer);
    const p = outWidth(layer);
    const rError = errorOf(tangent, layer, rows);
    columnSums(out + biasOffset(layer), rError, rows, p);
    if (l == 0) {
      outer(out + weightOffset(layer), x, rError, 0, 0, 1, rows, k, p);
      break;
    }
    const below = layerAt(net, l - 1);
    const a = outputOf(pass, below, rows);
    const ra = outputOf(tangent, below, rows);
    const error = errorOf(pass, layer, rows);
    outer(out + weightOffset(layer), a, rError, ra, error, 2, rows, k, p);
    // R{∂L/∂a} = R{δ}·Wᵀ + δ·Vᵀ.
    const turned = transposedOf(tangent, layer, rows);
    const re = extraOf(tangent, below, rows);
    transpose(turned, v + weightOffset(layer), k, p, outCount(layer));
    product(re, zeros, rError, transposedOf(pass, layer, rows), error, turned, 2, rows, outCount(layer), (<usize>p) << 2, k);
    const target = errorOf(tangent, below, rows);
    timesSlope(kind, target, re, a, rows * k);
    addCurvature(kind, target, extraOf(pass, below, rows), a, ra, rows * k);
  }
}
