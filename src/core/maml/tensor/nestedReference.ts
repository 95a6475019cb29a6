/** The readable reference: MAML as the paper writes it, by gradients of gradients in TensorFlow.js. */
import type { ExampleRows } from '../machine/machine';
import type { NetworkSpec } from '../machine/network';
import type { Tensor, TensorFlow } from './tensorFlow';
import { tensorLoss, tensorParameters, tensorRows } from './tensorNetwork';

/** One task, with flat vectors in the order of `layoutOf`. */
export interface NestedTask {
  readonly spec: NetworkSpec;
  readonly theta: ArrayLike<number>;
  readonly alpha: ArrayLike<number>;
  readonly innerSteps: number;
  readonly support: ExampleRows;
  readonly query: ExampleRows;
}

/** L_q(φ_k) and ∂L_q(φ_k)/∂θ with φ_{j+1} = φ_j − α∘∇L_s(φ_j); leaves no tensor behind. */
export function nestedMetaGradient(tf: TensorFlow, task: NestedTask): { loss: number; gradient: number[] } {
  const { spec, innerSteps } = task;
  return tf.tidy(() => {
    const theta = tensorParameters(tf, spec, task.theta);
    const alpha = tensorParameters(tf, spec, task.alpha);
    const support = tensorRows(tf, spec, task.support);
    const query = tensorRows(tf, spec, task.query);
    const supportGradient = tf.grads((...phi: Tensor[]) => tensorLoss(tf, spec, phi, support));

    function adaptedLoss(...start: Tensor[]): Tensor {
      let phi = start;
      for (let j = 0; j < innerSteps; j++) {
        const gradient = supportGradient(phi);
        phi = phi.map((p, i) => tf.sub(p, tf.mul(alpha[i]!, gradient[i]!)));
      }
      return tensorLoss(tf, spec, phi, query);
    }

    const { value, grads } = tf.valueAndGrads(adaptedLoss)(theta);
    return { loss: value.dataSync()[0]!, gradient: grads.flatMap((g) => Array.from(g.dataSync())) };
  });
}
