// Builds an experiment: TensorFlow.js with the fused kernel where WebAssembly SIMD is there, else plain JavaScript.
import type { LearnerState } from '../../core/maml/algorithms/learner';
import { iterationFlops } from '../../core/maml/cost';
import { Experiment } from '../../core/maml/experiment';
import { createMachine } from '../../core/maml/model';
import type { Settings } from '../../core/maml/settings';
import { familyOf } from '../../core/maml/tasks/families';
import { batchMetaGradient } from '../../core/maml/tensor/batchMetaGradient';
import type { Machinery } from './machinery';

/** Makes experiments at once, everything that they need being loaded. */
export type ExperimentFactory = (settings: Settings, from?: LearnerState) => Experiment;

/** Makes an experiment; `from` is the state in which another one is continued with these settings. */
export type MakeExperiment = (settings: Settings, from?: LearnerState) => Promise<Experiment>;

/** A whole iteration in one call must fit a slice; beyond this it is computed task by task, with the same bits. */
export const LARGEST_CALL = 3e7;

export const experimentFactory =
  ({ kernel, tensorFlow }: Machinery): ExperimentFactory =>
  (settings, from) => {
    const machine = createMachine(familyOf(settings.family).model(settings), kernel);
    const whole = machine.precision === 'float32' && iterationFlops(settings) <= LARGEST_CALL;
    return new Experiment(settings, machine, whole ? batchMetaGradient(tensorFlow, machine) : undefined, from);
  };
