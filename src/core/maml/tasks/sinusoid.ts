// Sinusoid regression (Finn et al. 2017, sec. 5.1): y = A sin(x − p), A ~ U[0.1, 5], p ~ U[0, π], x ~ U[−5, 5].
import { sin } from '../portableMath';
import type { RandomStream } from '../random';
import { regressionRows, type Task, type TaskFamily } from './task';

const AMPLITUDE = [0.1, 5] as const;
const PHASE = [0, Math.PI] as const;
const DOMAIN = [-5, 5] as const;

const truth = (parameters: Task['parameters'], x: number): number => parameters.amplitude! * sin(x - parameters.phase!);

function draw(parameters: Task['parameters'], count: number, random: RandomStream) {
  const x = new Float64Array(count);
  const y = new Float64Array(count);
  for (let i = 0; i < count; i++) {
    x[i] = random.uniform(...DOMAIN);
    y[i] = truth(parameters, x[i]!);
  }
  return regressionRows(x, y);
}

export const sinusoid: TaskFamily = {
  domain: DOMAIN,
  network: ({ hidden, activation }) => ({ inputs: 1, hidden, outputs: 1, activation, loss: 'squared' }),
  sample: ({ shots, queryShots }, random) => {
    const parameters = { amplitude: random.uniform(...AMPLITUDE), phase: random.uniform(...PHASE) };
    return { parameters, support: draw(parameters, shots, random), query: draw(parameters, queryShots, random) };
  },
  truth: (task, x) => truth(task.parameters, x),
};
