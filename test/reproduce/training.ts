/** Trains and judges experiments from settings, for whoever prints them. */
import type { Evaluation } from '../../src/core/maml/evaluation';
import { Experiment } from '../../src/core/maml/experiment';
import type { Numbers } from '../../src/core/maml/machine/machine';
import { createMachine } from '../../src/core/maml/model';
import { decodeSettings } from '../../src/core/maml/settings';
import { familyOf } from '../../src/core/maml/tasks/families';
import { drain } from '../../src/core/pieces';
import { builtKernel } from '../core/maml/machine/builtKernel';

export async function experimentOf(given: object): Promise<Experiment> {
  const settings = decodeSettings(given);
  return new Experiment(settings, createMachine(familyOf(settings.family).model(settings), await builtKernel()));
}

export interface Trained {
  readonly experiment: Experiment;
  readonly theta: Numbers;
  readonly seconds: number;
}

export async function trained(given: object, visit?: (experiment: Experiment) => void): Promise<Trained> {
  const experiment = await experimentOf(given);
  const start = performance.now();
  const work = experiment.train();
  while (work.next().done !== true) visit?.(experiment);
  const seconds = (performance.now() - start) / 1000;
  return { experiment, theta: experiment.run.thetaAfter(experiment.run.iterations), seconds };
}

export interface Judging {
  readonly tasks: number;
  readonly steps: number;
  /** Another α than in training. */
  readonly alpha?: number;
  readonly shots?: number;
}

/** θ judged on fresh tasks. */
export async function judged({ experiment, theta }: Trained, { tasks, steps, alpha, shots }: Judging): Promise<Evaluation> {
  const { settings } = experiment;
  const judge = alpha === undefined ? experiment : await experimentOf({ ...settings, alpha });
  return drain(judge.evaluate(theta, tasks, steps, shots ?? settings.shots));
}

/** “0.67 ± 0.04” at some steps of a curve. */
export const withIntervals = (
  curve: { readonly mean: readonly number[]; readonly halfWidth: readonly number[] },
  steps: readonly number[],
  digits = 2,
) => steps.map((step) => `${curve.mean[step]!.toFixed(digits)} ± ${curve.halfWidth[step]!.toFixed(digits)}`).join('   ');
