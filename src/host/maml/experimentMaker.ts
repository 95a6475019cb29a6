// Builds an experiment: TensorFlow.js with the fused kernel where WebAssembly SIMD is there, else plain JavaScript.
import type { LearnerState } from '../../core/maml/algorithms/learner';
import { iterationFlops } from '../../core/maml/cost';
import { Experiment } from '../../core/maml/experiment';
import { createMachine } from '../../core/maml/model';
import type { Settings } from '../../core/maml/settings';
import { familyOf } from '../../core/maml/tasks/families';
import type { ImageBank } from '../../core/maml/tasks/imageBank';
import { batchMetaGradient } from '../../core/maml/tensor/batchMetaGradient';
import type { Machinery } from './machinery';

/** What an experiment begins with besides its settings. */
export interface Beginning {
  /** The state in which another one is continued with these settings. */
  readonly from?: LearnerState | undefined;
  /** What the learner brought; it stays the experiment's own, whatever is chosen later. */
  readonly images?: ImageBank | undefined;
}

/** Makes experiments at once, everything that they need being loaded. */
export type ExperimentFactory = (settings: Settings, beginning?: Beginning) => Experiment;

export type MakeExperiment = (settings: Settings, beginning?: Beginning) => Promise<Experiment>;

/** A whole iteration in one call must fit a slice; beyond this it is computed task by task, with the same bits. */
export const LARGEST_CALL = 3e7;

export const experimentFactory =
  ({ kernel, tensorFlow }: Machinery): ExperimentFactory =>
  (settings, { from, images } = {}) => {
    const machine = createMachine(familyOf(settings.family).model(settings), kernel);
    const whole = machine.precision === 'float32' && iterationFlops(settings) <= LARGEST_CALL;
    return new Experiment(settings, machine, whole ? batchMetaGradient(tensorFlow, machine) : undefined, from, images);
  };
