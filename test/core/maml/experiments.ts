// Experiments for tests: small enough to be quick, on either machine.
import type { Machine } from '../../../src/core/maml/machine/machine';
import { Experiment } from '../../../src/core/maml/experiment';
import { createMachine } from '../../../src/core/maml/model';
import { decodeSettings, type Settings } from '../../../src/core/maml/settings';
import { familyOf } from '../../../src/core/maml/tasks/families';
import type { ImageBank } from '../../../src/core/maml/tasks/imageBank';
import { builtKernel } from './machine/builtKernel';

export const SMALL = { metaBatch: 3, shots: 5, queryShots: 4, hidden: [6, 5], iterations: 30 };

export async function kernelExperiment(given: object, images?: ImageBank): Promise<Experiment> {
  const settings = decodeSettings(given);
  const machine = createMachine(familyOf(settings.family).model(settings), await builtKernel());
  return new Experiment(settings, machine, undefined, undefined, images);
}

export function float64Experiment(given: object): { experiment: Experiment; machine: Machine; settings: Settings } {
  const settings = decodeSettings(given);
  const machine = createMachine(familyOf(settings.family).model(settings), undefined);
  return { experiment: new Experiment(settings, machine), machine, settings };
}
