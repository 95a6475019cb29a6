// What follows the training of a run, in slices: a look at an unseen task, the judgement on many, and the place to stand at.
import type { Evaluation } from '../../core/maml/evaluation';
import type { Experiment } from '../../core/maml/experiment';
import type { Numbers } from '../../core/maml/machine/machine';
import { inSlices } from './slices';
import { readyAt } from './traceReady';
import type { UnseenKeeper } from './unseenKeeper';

/** How a run may end before its time: the learner stops it, or another takes its place. */
export interface Ends {
  readonly cancelled: () => boolean;
  readonly replaced: () => boolean;
}

interface Judged {
  readonly evaluation: Evaluation;
  /** Null where nothing has been trained. */
  readonly ready: Exclude<Awaited<ReturnType<typeof readyAt>>, undefined> | null;
}

/** @param place executed lines to get ready; undefined when the run has been replaced */
export async function judgeInSlices(
  experiment: Experiment,
  theta: Numbers,
  unseen: UnseenKeeper,
  replaced: () => boolean,
  place?: number,
): Promise<Judged | undefined> {
  if (!(await unseen.look(experiment, 0))) return undefined;
  const evaluation = await inSlices(experiment.evaluate(theta), { cancelled: replaced });
  if (evaluation === undefined) return undefined;
  const ready = experiment.run.iterations > 0 ? await readyAt(experiment.run, place, replaced) : null;
  return ready === undefined ? undefined : { evaluation, ready };
}
