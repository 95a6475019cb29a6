/**
 * The fused meta-gradient as a kernel of TensorFlow.js: one `runKernel` for a whole batch of tasks.
 *
 * Everything that varies comes in as a tensor, so a training loop stays ordinary TensorFlow.js:
 *
 *   const { losses, gradient } = batch.metaGradient(theta, alpha, tensors, { innerSteps: 1, order: 2 });
 *   optimizer.applyGradients([{ name: 'theta', tensor: gradient }]);
 */
import type { Machine } from '../machine/machine';
import { type MetaWork, metaWork, taskMetaGradient } from '../machine/metaGradient';
import type { Tensor, TensorFlow } from './tensorFlow';

export const META_GRADIENT = 'MamlMetaGradient';

/** A batch of T tasks with n support and m query rows each. */
export interface TaskTensors {
  /** [T, n, inputs] */
  readonly supportX: Tensor;
  /** [T, n, outputs] */
  readonly supportY: Tensor;
  /** [T, n]: c_i of each row, e.g. 1/n. */
  readonly supportWeight: Tensor;
  readonly queryX: Tensor;
  readonly queryY: Tensor;
  readonly queryWeight: Tensor;
}

export interface MetaGradientOptions {
  readonly innerSteps: number;
  readonly order: 1 | 2;
}

export interface MetaGradient {
  /** [T]: L_q(φ_k) of every task. */
  readonly losses: Tensor;
  /** [parameterCount]: mean over tasks of ∂L_q(φ_k)/∂θ. */
  readonly gradient: Tensor;
}

/** A tensor as a kernel sees it. */
interface Info {
  readonly dataId: object;
  readonly shape: number[];
}

const names = ['theta', 'alpha', 'supportX', 'supportY', 'supportWeight', 'queryX', 'queryY', 'queryWeight'] as const;

type BatchRunner = ReturnType<typeof batchRunner>;

/** Who computes the call under way; set right before each synchronous `runKernel`, so that many machines share one registration. */
let active: BatchRunner | undefined;

/**
 * Registers the kernel on the current backend, unless it is there, and returns the function that runs it on `machine`. `theta` and
 * `alpha` are [parameterCount], in the order of `layoutOf`.
 */
export function registerMetaGradient(
  tf: TensorFlow,
  machine: Machine,
): (theta: Tensor, alpha: Tensor, tasks: TaskTensors, options: MetaGradientOptions) => MetaGradient {
  const { backend, backendName } = tf.engine();
  const run = batchRunner(machine);
  if (!tf.getKernel(META_GRADIENT, backendName)) {
    tf.registerKernel({
      kernelName: META_GRADIENT,
      backendName,
      kernelFunc: ({ inputs, attrs }) => {
        if (!active) throw new Error(`${META_GRADIENT} was run without a machine.`);
        const shapes: Info[] = names.map((name) => {
          const info = inputs[name];
          if (!info) throw new TypeError(`${META_GRADIENT} lacks its input "${name}".`);
          return info;
        });
        const values = shapes.map(({ dataId }) => floats(tf.engine().readSync(dataId)));
        const tasks = shapes[2]!.shape[0]!;
        const { losses, gradient } = active(values, tasks, Number(attrs?.['innerSteps']), attrs?.['order'] === 1 ? 1 : 2);
        return [
          { dataId: backend.write(losses, [tasks], 'float32'), shape: [tasks], dtype: 'float32' },
          { dataId: backend.write(gradient, [gradient.length], 'float32'), shape: [gradient.length], dtype: 'float32' },
        ];
      },
    });
  }

  return (theta, alpha, tasks, { innerSteps, order }) => {
    active = run;
    const outputs = tf.engine().runKernel(META_GRADIENT, { theta, alpha, ...tasks }, { innerSteps, order });
    const [losses, gradient] = Array.isArray(outputs) ? outputs : [];
    if (!losses || !gradient) throw new TypeError(`${META_GRADIENT} returns two tensors.`);
    return { losses, gradient };
  };
}

function floats(values: unknown): Float32Array {
  if (values instanceof Float32Array) return values;
  throw new TypeError(`${META_GRADIENT} takes float32 tensors.`);
}

/** The loop over tasks; rows and steps may change from call to call. */
function batchRunner(machine: Machine) {
  const [theta, alpha, mean] = [machine.vector(), machine.vector(), machine.vector()];
  let room = { support: machine.examples(0), query: machine.examples(0), work: metaWork(machine, 0, 0), steps: 0 };

  function grow(supportRows: number, queryRows: number, steps: number): MetaWork {
    if (supportRows > room.support.capacity || queryRows > room.query.capacity || steps > room.steps) {
      room = {
        support: machine.examples(supportRows),
        query: machine.examples(queryRows),
        work: metaWork(machine, steps, supportRows),
        steps,
      };
    }
    return room.work;
  }

  return (values: readonly Float32Array[], tasks: number, innerSteps: number, order: 1 | 2) => {
    const [thetaValues, alphaValues, supportX, supportY, supportWeight, queryX, queryY, queryWeight] = values;
    const [n, m] = [supportWeight!.length / tasks, queryWeight!.length / tasks];
    const work = grow(n, m, innerSteps);
    machine.write(theta, thetaValues!);
    machine.write(alpha, alphaValues!);
    machine.fill(mean, 0);
    const part = (all: Float32Array, t: number) => all.subarray((t * all.length) / tasks, ((t + 1) * all.length) / tasks);
    const losses = new Float32Array(tasks);
    for (let t = 0; t < tasks; t++) {
      machine.setExamples(room.support, { rows: n, x: part(supportX!, t), y: part(supportY!, t), weight: part(supportWeight!, t) });
      machine.setExamples(room.query, { rows: m, x: part(queryX!, t), y: part(queryY!, t), weight: part(queryWeight!, t) });
      losses[t] = taskMetaGradient(machine, work, theta, room, { alpha, steps: innerSteps, order });
      machine.addScaled(mean, 1 / tasks, work.meta);
    }
    const gradient = machine.read(mean);
    return { losses, gradient: gradient instanceof Float32Array ? gradient : Float32Array.from(gradient) };
  };
}
