/**
 * Gradients of tanh, sigmoid, exp and softmax that can be differentiated once more.
 *
 * TensorFlow.js 4.22.0 saves the *output* of these operations for the reverse pass. The saved copy is not on the tape, so a second
 * gradient treats it as a constant: no error appears, and meta-gradients are off by up to half. Here the input is saved instead and the
 * derivative rebuilt from it, so the tape stays whole.
 */
import type { Tensor, TensorFlow } from './tensorFlow';

export function repairGradients(tf: TensorFlow): void {
  const { Exp, Sigmoid, Softmax, Tanh } = tf.kernelNames;
  replace(tf, Tanh, 'x', (dy, x) => {
    const y = tf.tanh(x);
    return tf.mul(dy, tf.sub(1, tf.mul(y, y)));
  });
  replace(tf, Sigmoid, 'x', (dy, x) => {
    const y = tf.sigmoid(x);
    return tf.mul(dy, tf.mul(y, tf.sub(1, y)));
  });
  replace(tf, Exp, 'x', (dy, x) => tf.mul(dy, tf.exp(x)));
  replace(tf, Softmax, 'logits', (dy, logits, dim) => {
    const p = tf.softmax(logits, dim);
    const weighted = tf.mul(dy, p);
    return tf.sub(weighted, tf.mul(tf.sum(weighted, dim, true), p));
  });
}

/** Registers `derivative(dy, input, dim)` as the gradient of a kernel with one input. */
function replace(tf: TensorFlow, kernelName: string, input: string, derivative: (dy: Tensor, x: Tensor, dim: number) => Tensor): void {
  tf.unregisterGradient(kernelName);
  tf.registerGradient({
    kernelName,
    inputsToSave: [input],
    gradFunc: (dy, [x], attributes: { dim?: unknown } | undefined) => {
      if (Array.isArray(dy) || !x) throw new TypeError(`${kernelName} has one input and one output.`);
      return { [input]: () => derivative(dy, x, typeof attributes?.dim === 'number' ? attributes.dim : -1) };
    },
  });
}
