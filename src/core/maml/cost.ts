// What an outer iteration costs, in floating-point operations: the measure for slicing work and placing checkpoints.
import { algorithmOf, trainingSteps } from './algorithms/algorithm';
import { modelLayout } from './model';
import type { Refusal, Settings } from './settings';
import { familyOf } from './tasks/families';

/**
 * Multiplications and additions of one outer iteration, without sampling. Per row and weight a gradient takes 6 (2 forward, 4 back), a
 * Hessian-vector product twice that again.
 */
export function iterationFlops(settings: Settings): number {
  const family = familyOf(settings.family);
  const { order } = algorithmOf(settings.algorithm);
  const { support, query } = family.rows(settings);
  const steps = trainingSteps(settings);
  const gradients = steps * support * (order === 2 ? 3 : 1) + query;
  return 6 * settings.metaBatch * gradients * modelLayout(family.model(settings)).parameterCount;
}

/** Work of meta-training: gradients ∇L and Hessian-vector products Hv, each over one task's support or query set. */
export interface TrainingCost {
  readonly gradients: number;
  readonly hessianVectors: number;
}

/** Exact counts for `iterations` outer iterations: per task k support gradients and one query gradient, and k products Hv where order is 2. */
export function trainingCost(settings: Settings, iterations: number): TrainingCost {
  const { order, sends } = algorithmOf(settings.algorithm);
  const steps = trainingSteps(settings);
  const each = iterations * settings.metaBatch;
  return { gradients: each * (steps + 1), hessianVectors: sends === 'queryGradient' && order === 2 ? each * steps : 0 };
}

/** Floating-point operations of judging θ on one task after 0…`steps` steps. */
export function judgingFlops(settings: Settings, steps: number): number {
  const family = familyOf(settings.family);
  const { support, query } = family.rows(settings);
  return 6 * (steps * support + (steps + 1) * query) * modelLayout(family.model(settings)).parameterCount;
}

/** One gradient cannot pause; a few milliseconds are all that it may take from the host it shares. */
const LARGEST_GRADIENT = 1.25e8;
const MOST_ROWS = 5000;

/** Refuses settings whose single gradient would hold up the host; undefined where it is short enough. */
export function tooHeavy(settings: Settings): Refusal | undefined {
  const family = familyOf(settings.family);
  const rows = Math.max(...Object.values(family.rows(settings)));
  const { parameterCount } = modelLayout(family.model(settings));
  const most = Math.min(MOST_ROWS, Math.floor(LARGEST_GRADIENT / (6 * parameterCount)));
  if (rows <= most) return undefined;
  return {
    key: 'shots',
    value: String(settings.shots),
    rule: { name: 'heavy', figures: [rows, parameterCount, most] },
    sentence: `One gradient would take in ${rows} examples with ${parameterCount} parameters; with that many parameters at most ${most} examples fit. Lower K, N, the horizon or the widths.`,
  };
}
