// Sinusoid regression (Finn et al. 2017, sec. 5.1): y = A sin(x − p), A ~ U[0.1, 5], p ~ U[0, π], x ~ U[−5, 5].
import { sin } from '../portableMath';
import type { RandomStream } from '../random';
import { meanRows, type Task, type TaskFamily } from './task';

const AMPLITUDE = [0.1, 5] as const;
const PHASE = [0, Math.PI] as const;
const DOMAIN = [-5, 5] as const;

/** A sin(ω x − p), with ω = 1 unless the settings ask for a range of frequencies (Li et al. 2017). */
const truth = ({ amplitude = 0, phase = 0, frequency = 1 }: Task['parameters'], x: number): number =>
  amplitude * sin(frequency * x - phase);

function draw(parameters: Task['parameters'], count: number, random: RandomStream) {
  const x = new Float64Array(count);
  const y = new Float64Array(count);
  for (let i = 0; i < count; i++) {
    x[i] = random.uniform(...DOMAIN);
    y[i] = truth(parameters, x[i]!);
  }
  return meanRows(x, y, count);
}

export const sinusoid: TaskFamily = {
  model: ({ hidden, activation }) => ({ kind: 'network', spec: { inputs: 1, hidden, outputs: 1, activation, loss: 'squared' } }),
  rows: ({ shots, queryShots }) => ({ support: shots, query: queryShots }),
  sample: ({ shots, queryShots, frequencies }, random) => {
    const drawn = { amplitude: random.uniform(...AMPLITUDE), phase: random.uniform(...PHASE) };
    const [low, high] = frequencies;
    const parameters = low === high ? drawn : { ...drawn, frequency: random.uniform(low, high) };
    return { parameters, support: draw(parameters, shots, random), query: draw(parameters, queryShots, random) };
  },
  curve: { domain: DOMAIN, truth: (task, x) => truth(task.parameters, x) },
};
