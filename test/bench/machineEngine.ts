/** The meta-iteration as the product runs it: ordinary TypeScript over a machine, task by task. */
import { createFloat64Machine } from '../../src/core/maml/machine/float64Machine';
import { createKernelMachine } from '../../src/core/maml/machine/kernelMachine';
import type { KernelModule } from '../../src/core/maml/machine/kernelModule';
import type { Machine } from '../../src/core/maml/machine/machine';
import { metaWork, taskMetaGradient } from '../../src/core/maml/machine/metaGradient';
import { type Engine, milliseconds, type Trainer } from './engine';
import { initialTheta, RATES, sampler, specOf, type Workload } from './workload';

export const kernelEngine = (module: KernelModule): Engine => ({
  name: 'fused kernel (float32, WASM SIMD)',
  prepare: async (workload) => {
    const machine = createKernelMachine(module, specOf(workload));
    return { ...trainer(machine, workload), memoryBytes: async () => machine.memoryBytes() };
  },
});

export const float64Engine: Engine = {
  name: 'plain JavaScript (float64)',
  prepare: async (workload) => trainer(createFloat64Machine(specOf(workload)), workload),
};

function trainer(machine: Machine, workload: Workload): Trainer {
  const { tasks, shots, innerSteps } = workload;
  const { batch, draw } = sampler(workload);
  const [theta, alpha, mean] = [machine.vector(), machine.vector(), machine.vector()];
  const [first, second] = [machine.vector(), machine.vector()];
  machine.write(theta, initialTheta(workload));
  machine.fill(alpha, RATES.alpha);
  const task = { support: machine.examples(shots), query: machine.examples(shots) };
  const work = metaWork(machine, innerSteps, shots);
  const inner = { alpha, steps: innerSteps, order: 2 as const };
  const weight = new Float32Array(shots).fill(1 / shots);
  const parts = Array.from({ length: 2 * tasks }, (_, i) => ({
    rows: shots,
    x: batch.x.subarray(i * shots, (i + 1) * shots),
    y: batch.y.subarray(i * shots, (i + 1) * shots),
    weight,
  }));
  let step = 0;

  function metaGradient(): void {
    draw();
    machine.fill(mean, 0);
    for (let t = 0; t < tasks; t++) {
      machine.setExamples(task.support, parts[2 * t]!);
      machine.setExamples(task.query, parts[2 * t + 1]!);
      taskMetaGradient(machine, work, theta, task, inner);
      machine.addScaled(mean, 1 / tasks, work.meta);
    }
  }

  return {
    run: (iterations) =>
      milliseconds(() => {
        for (let i = 0; i < iterations; i++) {
          metaGradient();
          machine.adamStep(theta, first, second, mean, ++step, RATES.adam);
        }
      }),
    metaGradient: async () => {
      metaGradient();
      return machine.read(mean);
    },
  };
}
