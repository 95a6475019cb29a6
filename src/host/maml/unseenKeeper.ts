// The unseen task on show: adapted to in slices; a newer wish replaces an older one on its way.
import type { Experiment, UnseenTask } from '../../core/maml/experiment';
import { inSlices } from './slices';

export class UnseenKeeper {
  #shown: UnseenTask | null = null;
  /** Number of the latest wish. */
  #latest = 0;

  get shown(): UnseenTask | null {
    return this.#shown;
  }

  clear(): void {
    this.#latest++;
    this.#shown = null;
  }

  /** Adapts to unseen task number `index` from the θ that has been trained. @returns false when another wish came in between */
  async look(experiment: Experiment, index: number): Promise<boolean> {
    const wish = ++this.#latest;
    const { run } = experiment;
    const looking = experiment.lookingAt(run.thetaAfter(run.iterations), index);
    const found = await inSlices(looking, { cancelled: () => wish !== this.#latest });
    if (found === undefined) return false;
    this.#shown = found;
    return true;
  }
}
