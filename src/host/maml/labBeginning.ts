// Where a run of the lab begins besides its settings, and what of that is kept to begin it again.
import type { Experiment } from '../../core/maml/experiment';
import type { ImageBank } from '../../core/maml/tasks/imageBank';

export interface LabBeginning {
  /** Executed lines to return to (a restored panel). */
  readonly place?: number | undefined;
  /** What the learner brought, which may still have to be read. */
  readonly images?: ImageBank | Promise<ImageBank> | undefined;
}

/** Where the images of a run came from, if it has any. */
export function broughtTo(experiment: Experiment | undefined): { readonly imageFolder?: string } {
  const folder = experiment?.images?.folder;
  return folder === undefined ? {} : { imageFolder: folder };
}
