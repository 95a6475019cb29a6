// Has the trace of a place recorded in slices before it is shown: an iteration of wide networks takes too long for one call.
import { placeOf } from '../../core/maml/trace/cursor';
import type { Run } from '../../core/maml/trace/run';
import { DEPTH } from '../../core/maml/trace/step';
import { inSlices } from './slices';

/** Resolves to false when cancelled; an iteration beyond the last one is trained. */
export async function traceReady(run: Run, executed: number, perIteration: number, cancelled: () => boolean): Promise<boolean> {
  const { iteration } = placeOf(executed, perIteration);
  if (iteration <= run.iterations) await inSlices(run.tracing(iteration), { cancelled });
  return !cancelled();
}

/**
 * Depths of an iteration's lines, and the place to stand at.
 * @param place executed lines; the run's end where none are given
 */
export async function readyAt(
  run: Run,
  place: number | undefined,
  cancelled: () => boolean,
): Promise<{ readonly depths: readonly number[]; readonly executed: number } | undefined> {
  const first = await inSlices(run.tracing(0), { cancelled });
  if (first === undefined) return undefined;
  const depths = first.steps.map((step) => DEPTH[step.line]);
  const executed = place ?? run.iterations * depths.length;
  return (await traceReady(run, executed, depths.length, cancelled)) ? { depths, executed } : undefined;
}
