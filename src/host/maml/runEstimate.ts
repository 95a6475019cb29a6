// How long a run would take on this machine: measured on its own first iterations, before it is started.
import { iterationFlops, judgingFlops } from '../../core/maml/cost';
import { EVALUATION } from '../../core/maml/experiment';
import type { Settings } from '../../core/maml/settings';
import { LARGEST_CALL, type ExperimentFactory } from './experimentMaker';
import { inSlices } from './slices';

/** Milliseconds of work that are measured; the first half only warms up. */
const TRIAL = 120;

/**
 * Seconds of training and judging, or undefined when cancelled. Where an iteration is too long for a trial, one task of it is timed.
 */
export async function estimateSeconds(
  settings: Settings,
  experimentFor: ExperimentFactory,
  cancelled: () => boolean,
): Promise<number | undefined> {
  const whole = iterationFlops(settings) <= LARGEST_CALL;
  const experiment = experimentFor(whole ? settings : { ...settings, metaBatch: 1 });
  const tasks = whole ? 1 : settings.metaBatch;
  const each = await inSlices(timed(experiment.train()), { cancelled });
  if (each === undefined) return undefined;
  const judging = (each * tasks * EVALUATION.tasks * judgingFlops(settings, EVALUATION.steps)) / iterationFlops(settings);
  return (each * tasks * settings.iterations + judging) / 1000;
}

/** Works for a while and gives back the milliseconds of an iteration; pauses between slices are not counted. */
function* timed(training: Generator<number>): Generator<void, number> {
  let [warm, now] = [
    { spent: 0, iterations: 0 },
    { spent: 0, iterations: 0 },
  ];
  for (;;) {
    const start = performance.now();
    const next = training.next();
    const spent = now.spent + performance.now() - start;
    if (next.done === true) break;
    now = { spent, iterations: next.value };
    if (spent < TRIAL / 2) warm = now;
    if (spent >= TRIAL && now.iterations > warm.iterations) break;
    yield;
  }
  if (now.iterations > warm.iterations) return (now.spent - warm.spent) / (now.iterations - warm.iterations);
  return now.spent / Math.max(1, now.iterations);
}
