// Whole-batch meta-gradients for training, computed by TensorFlow.js with the fused kernel registered in it.
import type { BatchMetaGradient } from '../algorithms/learner';
import type { ExampleRows, Machine } from '../machine/machine';
import type { Task } from '../tasks/task';
import { registerMetaGradient, type TaskTensors } from './metaGradientKernel';
import type { Tensor, TensorFlow } from './tensorFlow';

/** One tensor [T, …shape] of the same part of every task's rows. */
function stacked(tf: TensorFlow, sets: readonly ExampleRows[], part: 'x' | 'y' | 'weight'): Tensor {
  const { rows } = sets[0]!;
  const size = sets[0]![part].length;
  const values = new Float32Array(sets.length * size);
  sets.forEach((set, index) => values.set(set[part], index * size));
  const width = size / rows;
  return tf.tensor(values, part === 'weight' ? [sets.length, rows] : [sets.length, rows, width]);
}

function tensorsOf(tf: TensorFlow, tasks: readonly Task[]): TaskTensors {
  const [support, query] = [tasks.map((task) => task.support), tasks.map((task) => task.query)];
  return {
    supportX: stacked(tf, support, 'x'),
    supportY: stacked(tf, support, 'y'),
    supportWeight: stacked(tf, support, 'weight'),
    queryX: stacked(tf, query, 'x'),
    queryY: stacked(tf, query, 'y'),
    queryWeight: stacked(tf, query, 'weight'),
  };
}

/** The meta-gradient of a batch on `machine`; leaves no tensor behind. */
export function batchMetaGradient(tf: TensorFlow, machine: Machine): BatchMetaGradient {
  const metaGradient = registerMetaGradient(tf, machine);
  return (theta, alpha, tasks, options) =>
    tf.tidy(() => {
      const vector = (values: ArrayLike<number>) => tf.tensor(Float32Array.from(values), [values.length]);
      const { losses, gradient } = metaGradient(vector(theta), vector(alpha), tensorsOf(tf, tasks), options);
      const read = (tensor: Tensor) => Float32Array.from(tensor.dataSync());
      return { losses: read(losses), gradient: read(gradient) };
    });
}
