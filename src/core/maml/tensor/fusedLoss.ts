/**
 * A loss computed by a machine, offered to TensorFlow.js as one differentiable operation.
 *
 * Its gradient is an operation of its own whose derivative is the Hessian-vector product, so ordinary code with nested `tf.grad` is
 * exact to the second order and runs at the kernel's speed:
 *
 *   const support = fusedLoss(tf, machine, supportExamples);
 *   const adapted = (theta) => query(tf.sub(theta, tf.mul(alpha, tf.grad(support)(theta))));
 *   const metaGradient = tf.grad(adapted)(theta);
 */
import type { Examples, Machine } from '../machine/machine';
import type { Scalar, Tensor, TensorFlow } from './tensorFlow';

/** θ [parameterCount] ↦ L(θ) on `examples`; the examples may be overwritten between calls, not between a call and its gradient. */
export function fusedLoss(tf: TensorFlow, machine: Machine, examples: Examples): (theta: Tensor) => Scalar {
  const [at, direction, result] = [machine.vector(), machine.vector(), machine.vector()];

  const vector = (): Tensor => tf.tensor1d(Float32Array.from(machine.read(result)));

  /** ∇²L(θ)·v. */
  const hessianVector = tf.customGrad((...inputs) => {
    const [theta, v] = tensorsOf(inputs);
    machine.write(at, theta!.dataSync());
    machine.write(direction, v!.dataSync());
    machine.hessianVector(at, examples, direction, result);
    return { value: vector(), gradFunc: thirdOrder };
  });

  /** ∇L(θ). */
  const gradient = tf.customGrad((...inputs) => {
    const [theta] = tensorsOf(inputs);
    machine.write(at, theta!.dataSync());
    machine.gradient(at, examples, result);
    saveOf(inputs)([theta!]);
    return { value: vector(), gradFunc: (v, [saved]) => hessianVector(saved!, v) };
  });

  return tf.customGrad((...inputs) => {
    const [theta] = tensorsOf(inputs);
    machine.write(at, theta!.dataSync());
    const value = tf.scalar(machine.gradient(at, examples, result));
    saveOf(inputs)([theta!]);
    return { value, gradFunc: (dy, [saved]) => tf.mul(dy, gradient(saved!)) };
  });
}

/** `customGrad` passes tensors and, last, the function that saves some of them for the gradient. */
type Inputs = readonly (Tensor | ((tensors: Tensor[]) => void))[];

const tensorsOf = (inputs: Inputs): Tensor[] => inputs.filter((input): input is Tensor => typeof input !== 'function');

function saveOf(inputs: Inputs): (tensors: Tensor[]) => void {
  const save = inputs.find((input) => typeof input === 'function');
  if (typeof save !== 'function') throw new TypeError('customGrad passed no function to save tensors with.');
  return save;
}

function thirdOrder(): never {
  throw new Error('The fused loss has derivatives up to the second order.');
}
