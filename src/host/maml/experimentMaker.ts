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

<<<<<<< HEAD
export const experimentMaker =
  ({ kernel, tensorFlow }: Machinery): MakeExperiment =>
  async (settings, from) => {
=======
async function loadKernel(extensionUri: vscode.Uri, log: vscode.LogOutputChannel): Promise<KernelModule | undefined> {
  const kernel = await compileKernel(await vscode.workspace.fs.readFile(vscode.Uri.joinPath(extensionUri, 'dist', 'maml-kernel.wasm')));
  if (kernel === undefined) log.warn('This host has no WebAssembly SIMD; experiments run in plain JavaScript.');
  return kernel;
}

/** Loads kernel and TensorFlow.js. */
export async function experimentFactory(extensionUri: vscode.Uri, log: vscode.LogOutputChannel): Promise<ExperimentFactory> {
  const [kernel, tensorFlow] = await Promise.all([loadKernel(extensionUri, log), loadTensorFlow()]);
  return (settings, from) => {
>>>>>>> wt-compare
    const machine = createMachine(familyOf(settings.family).model(settings), kernel);
    const whole = machine.precision === 'float32' && iterationFlops(settings) <= LARGEST_CALL;
    return new Experiment(settings, machine, whole ? batchMetaGradient(tensorFlow, machine) : undefined, from);
  };
