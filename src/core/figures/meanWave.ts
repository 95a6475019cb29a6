// What a network learns from all sine waves mixed together: their mean, which tends to −(2/π) E[A] cos x (Finn's family of tasks).
import { PURPOSE, randomStream } from '../maml/random';
import { DEFAULT_SETTINGS } from '../maml/settings';
import { sinusoid } from '../maml/tasks/sinusoid';
import type { Task } from '../maml/tasks/task';

/** `count` waves of the lab's own tasks. */
export function drawWaves(count: number, draw: number): Task[] {
  const random = randomStream(draw, PURPOSE.own, 0);
  return Array.from({ length: count }, () => sinusoid.sample(DEFAULT_SETTINGS, random, 'train'));
}

export const waveValue = (wave: Task, x: number): number => sinusoid.curve?.truth(wave, x) ?? NaN;

export const meanWave = (waves: readonly Task[], x: number): number =>
  waves.reduce((sum, wave) => sum + waveValue(wave, x), 0) / waves.length;

/** E[A] for A ~ U[0.1, 5]. */
const MEAN_AMPLITUDE = 2.55;

/** E[y | x] over A ~ U[0.1, 5] and p ~ U[0, π]. */
export const expectedWave = (x: number): number => (-2 / Math.PI) * MEAN_AMPLITUDE * Math.cos(x);
