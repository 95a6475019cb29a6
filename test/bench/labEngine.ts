/** The meta-iteration as the lab trains it: tasks drawn from the seed, TensorFlow.js with the registered kernel, Adam, the run's own record. */
import { Experiment } from '../../src/core/maml/experiment';
import { createKernelMachine } from '../../src/core/maml/machine/kernelMachine';
import type { KernelModule } from '../../src/core/maml/machine/kernelModule';
import { decodeSettings } from '../../src/core/maml/settings';
import { meanRows, type Task } from '../../src/core/maml/tasks/task';
import { batchMetaGradient } from '../../src/core/maml/tensor/batchMetaGradient';
import { loadTensorFlow } from '../../src/core/maml/tensor/loadTensorFlow';
import { type Engine, milliseconds } from './engine';
import type { FullTensorFlow } from './tensorEngines';
import { initialTheta, RATES, sampler, specOf, type Workload } from './workload';

/** @param tf shares its engine, and so its backend, with the library that the lab loads, which always computes on `cpu` */
export const labEngine = (module: KernelModule, tf: FullTensorFlow): Engine => ({
  name: 'the lab’s own training',
  prepare: async (workload) => {
    await tf.setBackend('cpu');
    const { tasks, shots, width, innerSteps } = workload;
    const machine = createKernelMachine(module, specOf(workload));
    const metaGradient = batchMetaGradient(await loadTensorFlow(), machine);
    const { alpha, adam } = RATES;
    const sizes = { metaBatch: tasks, shots, queryShots: shots, hidden: [width, width], innerSteps };
    const experiment = new Experiment(decodeSettings({ ...sizes, alpha, beta: adam.rate }), machine, metaGradient);
    return {
      run: async (iterations) => {
        await tf.setBackend('cpu');
        return milliseconds(() => {
          for (let i = 0; i < iterations; i++) experiment.run.trainOne();
        });
      },
      metaGradient: async () => {
        await tf.setBackend('cpu');
        const rates = new Float32Array(machine.parameterCount).fill(alpha);
        return metaGradient(initialTheta(workload), rates, givenTasks(workload), { innerSteps, order: 2 }).gradient;
      },
      memoryBytes: async () => machine.memoryBytes(),
    };
  },
});

/** The first batch that all engines are given. */
function givenTasks(workload: Workload): Task[] {
  const { tasks, shots } = workload;
  const { batch, draw } = sampler(workload);
  draw();
  const rows = (i: number) => {
    const part = (all: Float32Array) => all.slice(i * shots, (i + 1) * shots);
    return meanRows(part(batch.x), part(batch.y), shots);
  };
  return Array.from({ length: tasks }, (_, t) => ({ parameters: {}, support: rows(2 * t), query: rows(2 * t + 1) }));
}
