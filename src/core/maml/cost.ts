// What an outer iteration costs, in floating-point operations: the measure for slicing work and placing checkpoints.
import { algorithmOf } from './algorithms/algorithm';
import { modelLayout } from './model';
import type { Settings } from './settings';
import { familyOf } from './tasks/families';

/**
 * Multiplications and additions of one outer iteration, without sampling. Per row and weight a gradient takes 6 (2 forward, 4 back), a
 * Hessian-vector product twice that again.
 */
export function iterationFlops(settings: Settings): number {
  const family = familyOf(settings.family);
  const { order, adaptsInTraining } = algorithmOf(settings.algorithm);
  const { support, query } = family.rows(settings);
  const steps = adaptsInTraining ? settings.innerSteps : 0;
  const gradients = steps * support * (order === 2 ? 3 : 1) + query;
  return 6 * settings.metaBatch * gradients * modelLayout(family.model(settings)).parameterCount;
}
