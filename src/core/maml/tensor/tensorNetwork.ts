/** The network and its losses written in TensorFlow.js operations, one line per formula. */
import type { ExampleRows } from '../machine/machine';
import { layoutOf, type NetworkSpec } from '../machine/network';
import type { Tensor, TensorFlow } from './tensorFlow';

export interface TensorRows {
  /** [rows, inputs] */
  readonly x: Tensor;
  /** [rows, outputs] */
  readonly y: Tensor;
  /** [rows, 1] */
  readonly weight: Tensor;
}

export function tensorRows(tf: TensorFlow, spec: NetworkSpec, { rows, x, y, weight }: ExampleRows): TensorRows {
  return {
    x: tf.tensor2d(Float32Array.from(x), [rows, spec.inputs]),
    y: tf.tensor2d(Float32Array.from(y), [rows, spec.outputs]),
    weight: tf.tensor2d(Float32Array.from(weight), [rows, 1]),
  };
}

/** [w1, b1, w2, b2, …] with the values of a flat parameter vector. */
export function tensorParameters(tf: TensorFlow, spec: NetworkSpec, flat: ArrayLike<number>): Tensor[] {
  const values = Float32Array.from(flat);
  return layoutOf(spec).tensors.map(({ shape, offset, size }) => tf.tensor(values.slice(offset, offset + size), [...shape]));
}

/** z = σ(…σ(x·W_1 + b_1)…)·W_L + b_L, [rows, outputs]. */
export function tensorForward(tf: TensorFlow, spec: NetworkSpec, parameters: readonly Tensor[], x: Tensor): Tensor {
  const layers = parameters.length / 2;
  let a = x;
  for (let l = 0; l < layers; l++) {
    const z = tf.add(tf.matMul(a, parameters[2 * l]!), parameters[2 * l + 1]!);
    if (l + 1 === layers) return z;
    a = spec.activation === 'relu' ? tf.relu(z) : tf.tanh(z);
  }
  return a;
}

/**
 * squared: Σ_i c_i ‖z_i − y_i‖²; crossEntropy: −Σ_i c_i Σ_k y_ik log softmax(z_i)_k.
 *
 * Written with softmax and log: the built-in logSoftmax and softmaxCrossEntropy are cut from the tape at second order.
 */
export function tensorLoss(tf: TensorFlow, spec: NetworkSpec, parameters: readonly Tensor[], { x, y, weight }: TensorRows): Tensor {
  const z = tensorForward(tf, spec, parameters, x);
  if (spec.loss === 'squared') return tf.sum(tf.mul(weight, tf.square(tf.sub(z, y))));
  return tf.neg(tf.sum(tf.mul(weight, tf.mul(y, tf.log(tf.softmax(z))))));
}
