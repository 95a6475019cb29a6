// Where a run of the lab begins besides its settings, and what of that is kept to begin it again.
import type { Experiment } from '../../core/maml/experiment';
import type { Settings } from '../../core/maml/settings';
import type { ImageBank } from '../../core/maml/tasks/imageBank';
import type { SpeedId } from '../../core/maml/trace/speeds';
import type { LabPage, SavedLab } from '../../protocol/maml';

export interface LabBeginning {
  /** Executed lines to return to (a restored panel). */
  readonly place?: number | undefined;
  /** Iterations to train where not as many as the settings say: what a run had that was stopped, or stepped on beyond its end. */
  readonly trained?: number | undefined;
  /** What the learner brought, which may still have to be read. */
  readonly images?: ImageBank | Promise<ImageBank> | undefined;
}

/** Where the images of a run came from, if it has any. */
export function broughtTo(experiment: Experiment | undefined): { readonly imageFolder?: string } {
  const folder = experiment?.images?.folder;
  return folder === undefined ? {} : { imageFolder: folder };
}

/** What brings a run back after a reload, at the very place. */
export function savedRun(
  experiment: Experiment,
  settings: Settings,
  at: { readonly executed: number | null; readonly unseen: number; readonly page: LabPage; readonly speed: SpeedId },
): SavedLab {
  return { settings: { ...settings }, trained: experiment.run.iterations, ...at, ...broughtTo(experiment) };
}
