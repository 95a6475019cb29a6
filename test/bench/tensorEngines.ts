/** The same meta-iteration in TensorFlow.js: through the registered kernel, nested task by task, and nested over batched tasks. */
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { createKernelMachine } from '../../src/core/maml/machine/kernelMachine';
import type { KernelModule } from '../../src/core/maml/machine/kernelModule';
import { layoutOf } from '../../src/core/maml/machine/network';
import { repairGradients } from '../../src/core/maml/tensor/gradientRepairs';
import { registerMetaGradient } from '../../src/core/maml/tensor/metaGradientKernel';
import type { Tensor, TensorFlow } from '../../src/core/maml/tensor/tensorFlow';
import { tensorLoss, tensorParameters } from '../../src/core/maml/tensor/tensorNetwork';
import { batchedLoss } from './batchedNetwork';
import { type Engine, milliseconds, type Trainer } from './engine';
import { initialTheta, RATES, sampler, specOf, type Workload } from './workload';

export type FullTensorFlow = TensorFlow & { profile(work: () => Tensor): Promise<{ peakBytes: number }> };

/** The whole library from node_modules, with the wasm backend beside cpu, in the shape that the product's code takes. */
export function fullTensorFlow(): FullTensorFlow {
  const load = createRequire(resolve('package.json'));
  const tfjs = load('@tensorflow/tfjs') as Omit<FullTensorFlow, 'kernelNames'>;
  const wasm = load('@tensorflow/tfjs-backend-wasm') as { setWasmPaths(folder: string): void };
  wasm.setWasmPaths(`${resolve('node_modules/@tensorflow/tfjs-backend-wasm/dist')}/`);
  tfjs.enableProdMode();
  const tf = { ...tfjs, kernelNames: { Exp: 'Exp', Sigmoid: 'Sigmoid', Softmax: 'Softmax', Tanh: 'Tanh' } as const };
  repairGradients(tf);
  return tf;
}

let variableCount = 0;

/** Adam from the library; what varies is how the mean gradient of a freshly sampled batch comes about. */
function trainer(
  tf: FullTensorFlow,
  backend: string,
  initial: readonly Tensor[],
  gradientAt: (theta: readonly Tensor[]) => Tensor[],
): Trainer {
  const { rate, beta1, beta2, epsilon } = RATES.adam;
  const optimizer = tf.train.adam(rate, beta1, beta2, epsilon);
  const variables = initial.map((value) => tf.variable(value, true, `bench${variableCount++}`));
  return {
    run: async (iterations) => {
      await tf.setBackend(backend);
      return milliseconds(() => {
        for (let i = 0; i < iterations; i++) {
          tf.tidy(() => {
            const gradient = gradientAt(variables);
            optimizer.applyGradients(variables.map(({ name }, k) => ({ name, tensor: gradient[k]! })));
          });
        }
        variables[0]!.dataSync();
      });
    },
    metaGradient: async () => {
      await tf.setBackend(backend);
      return tf.tidy(() => Float32Array.from(gradientAt(variables).flatMap((g) => Array.from(g.dataSync()))));
    },
    memoryBytes: async () => {
      await tf.setBackend(backend);
      const { peakBytes } = await tf.profile(() => tf.tidy(() => gradientAt(variables)[0]!));
      return peakBytes;
    },
    dispose: () => {
      optimizer.dispose();
      tf.dispose([...initial, ...variables]);
    },
  };
}

export const registeredKernelEngine = (tf: FullTensorFlow, module: KernelModule): Engine => ({
  name: 'fused kernel registered in TensorFlow.js',
  prepare: async (workload) => {
    await tf.setBackend('cpu');
    const { tasks, shots, innerSteps } = workload;
    const metaGradient = registerMetaGradient(tf, createKernelMachine(module, specOf(workload)));
    const { batch, draw } = sampler(workload);
    const { parameterCount } = layoutOf(specOf(workload));
    const alpha = tf.tensor1d(new Float32Array(parameterCount).fill(RATES.alpha));
    const weight = tf.tensor(new Float32Array(tasks * shots).fill(1 / shots), [tasks, shots]);
    return trainer(tf, 'cpu', [tf.tensor1d(initialTheta(workload))], ([theta]) => {
      draw();
      const [supportX, queryX] = halves(batch.x, workload).map((values) => tf.tensor(values, [tasks, shots, 1]));
      const [supportY, queryY] = halves(batch.y, workload).map((values) => tf.tensor(values, [tasks, shots, 1]));
      const inputs = {
        supportX: supportX!,
        supportY: supportY!,
        supportWeight: weight,
        queryX: queryX!,
        queryY: queryY!,
        queryWeight: weight,
      };
      return [metaGradient(theta!, alpha, inputs, { innerSteps, order: 2 }).gradient];
    });
  },
});

/** The library's own nested gradients, one task after the other. */
export const nestedLoopEngine = (tf: FullTensorFlow): Engine => ({
  name: 'TensorFlow.js nested tf.grads, loop over tasks (cpu)',
  slow: true,
  prepare: async (workload) => {
    await tf.setBackend('cpu');
    const { tasks, shots, innerSteps } = workload;
    const spec = specOf(workload);
    const { batch, draw } = sampler(workload);
    return trainer(tf, 'cpu', tensorParameters(tf, spec, initialTheta(workload)), (theta) => {
      draw();
      const weight = tf.tensor2d(new Float32Array(shots).fill(1 / shots), [shots, 1]);
      const rows = (i: number) => {
        const part = (all: Float32Array) => tf.tensor2d(all.slice(i * shots, (i + 1) * shots), [shots, 1]);
        return { x: part(batch.x), y: part(batch.y), weight };
      };
      const perTask = Array.from({ length: tasks }, (_, t) =>
        tf.grads((...start: Tensor[]) => {
          const inner = tf.grads((...phi: Tensor[]) => tensorLoss(tf, spec, phi, rows(2 * t)));
          let phi = start;
          for (let j = 0; j < innerSteps; j++) {
            const gradient = inner(phi);
            phi = phi.map((p, i) => tf.sub(p, tf.mul(RATES.alpha, gradient[i]!)));
          }
          return tensorLoss(tf, spec, phi, rows(2 * t + 1));
        })([...theta]),
      );
      return theta.map((_, i) => tf.div(tf.addN(perTask.map((gradient) => gradient[i]!)), tasks));
    });
  },
});

/** Nested gradients with all tasks in one batch of matrices: the fastest that the library alone offers. */
export const nestedBatchEngine = (tf: FullTensorFlow, backend: 'wasm' | 'cpu'): Engine => ({
  name: `TensorFlow.js nested tf.grads, batched tasks (${backend})`,
  prepare: async (workload) => {
    await tf.setBackend(backend);
    const { batch, draw } = sampler(workload);
    const { tasks, shots, innerSteps } = workload;
    return trainer(tf, backend, tensorParameters(tf, specOf(workload), initialTheta(workload)), (shared) => {
      draw();
      const [supportX, queryX] = halves(batch.x, workload).map((values) => tf.tensor(values, [tasks, shots, 1]));
      const [supportY, queryY] = halves(batch.y, workload).map((values) => tf.tensor(values, [tasks, shots, 1]));
      // The sum over tasks of their mean losses: each task's own copy of the parameters gets its own gradient.
      const inner = tf.grads((...phi: Tensor[]) => batchedLoss(tf, phi, supportX!, supportY!));
      return tf.grads((...theta: Tensor[]) => {
        let phi = theta.map((p) => tf.add(p, tf.tensor(new Float32Array(tasks), [tasks, 1, 1])));
        for (let j = 0; j < innerSteps; j++) {
          const gradient = inner(phi);
          phi = phi.map((p, i) => tf.sub(p, tf.mul(RATES.alpha, gradient[i]!)));
        }
        return tf.div(batchedLoss(tf, phi, queryX!, queryY!), tasks);
      })([...shared]);
    });
  },
});

/** Support and query values of a batch as [tasks × shots] each. */
function halves(values: Float32Array, { tasks, shots }: Workload): [Float32Array, Float32Array] {
  const [support, query] = [new Float32Array(tasks * shots), new Float32Array(tasks * shots)];
  for (let t = 0; t < tasks; t++) {
    support.set(values.subarray(2 * t * shots, (2 * t + 1) * shots), t * shots);
    query.set(values.subarray((2 * t + 1) * shots, (2 * t + 2) * shots), t * shots);
  }
  return [support, query];
}
