/** The network over a batch of tasks, each with parameters of its own: all matrices carry the task as their first index. */
import type { Tensor, TensorFlow } from '../../src/core/maml/tensor/tensorFlow';

/** Σ_t mean over rows of (z − y)²; weights [T, in, out], biases [T, 1, out], x and y [T, rows, 1]. */
export function batchedLoss(tf: TensorFlow, parameters: readonly Tensor[], x: Tensor, y: Tensor): Tensor {
  let a = x;
  for (let l = 0; l < parameters.length; l += 2) {
    const z = tf.add(tf.matMul(a, parameters[l]!), parameters[l + 1]!);
    a = l + 2 < parameters.length ? tf.relu(z) : z;
  }
  return tf.div(tf.sum(tf.square(tf.sub(a, y))), x.shape[1]!);
}
