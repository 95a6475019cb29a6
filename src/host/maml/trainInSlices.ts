// The training of a run, in slices, with what those who watch it are told meanwhile.
import type { Experiment } from '../../core/maml/experiment';
import { curveOf } from '../../core/maml/lossCurve';
import type { LabView } from '../../protocol/maml';
import type { RunWatch } from './demoResult';
import { inSlices, UPDATE_EVERY } from './slices';

/** Trains to the end, or until `stopped` says so. */
export async function trainInSlices(
  experiment: Experiment,
  { onProgress }: RunWatch,
  stopped: () => boolean,
  changed: (patch: Partial<LabView>) => void,
): Promise<void> {
  let shown = performance.now();
  const onSlice = (iteration: number) => {
    if (performance.now() - shown < UPDATE_EVERY) return;
    shown = performance.now();
    onProgress?.(iteration / experiment.settings.iterations);
    changed({ trained: iteration, lossCurve: curveOf(experiment.run) });
  };
  await inSlices(experiment.train(), { cancelled: stopped, onSlice });
}
