// Whole-batch meta-gradients for training, computed by TensorFlow.js with the fused kernel registered in it.
import type { BatchMetaGradient } from '../algorithms/learner';
import type { ExampleRows, Machine, Numbers } from '../machine/machine';
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
  const vector = (values: Numbers) => tf.tensor1d(values instanceof Float32Array ? values : Float32Array.from(values));
  return (theta, alpha, tasks, options) => {
    const results: ArrayLike<number>[] = [];
    // Nothing is returned through `tidy`: it would walk through every number in search of tensors.
    tf.tidy(() => {
      const { losses, gradient } = metaGradient(vector(theta), vector(alpha), tensorsOf(tf, tasks), options);
      results.push(losses.dataSync(), gradient.dataSync());
    });
    const [losses, gradient] = results;
    return { losses: losses!, gradient: gradient! };
  };
}
