// Launch configurations: completed where something is left out, checked before anything starts, with a sentence where they are wrong.
import * as vscode from 'vscode';
import { ALGORITHM_IDS, type AlgorithmId } from '../../../core/maml/algorithms/algorithm';
import { listingTitle } from '../../../core/maml/debug/listingDocument';
import { familyOf } from '../../../core/maml/tasks/families';
import { namedFolder, readFolder, type LabImages } from '../labImages';
import { reasonsIn } from '../reasons';
import { decodeLaunchPlan } from './launchPlan';
import { listedAlgorithm } from './listings';
import { DEBUG_TYPE } from './names';

/** A launch configuration that works as it stands. */
export const configurationFor = (algorithm: AlgorithmId): vscode.DebugConfiguration => ({
  type: DEBUG_TYPE,
  request: 'launch',
  name: listingTitle(algorithm),
  algorithm,
  internalConsoleOptions: 'neverOpen',
});

/** The algorithm of the listing that the learner looks at, else MAML. */
function algorithmAtHand(): AlgorithmId {
  const uri = vscode.window.activeTextEditor?.document.uri;
  return (uri && listedAlgorithm(uri)) ?? 'maml';
}

/** The configuration with a folder whose images are enough for it; undefined when the learner picks none. One that is named is this launch's only. */
async function withImages(given: vscode.DebugConfiguration, images: LabImages): Promise<vscode.DebugConfiguration | undefined> {
  const named = namedFolder(given);
  const { settings } = decodeLaunchPlan({ ...given, imageFolder: named?.toString() });
  if (settings.family !== 'images') return given;
  const folder = await images.folder(named);
  if (folder === undefined) return undefined;
  familyOf('images').check?.(settings, await (named === undefined ? images.use(folder) : readFolder(folder)));
  return { ...given, imageFolder: folder.toString() };
}

const completion = (images: LabImages): vscode.DebugConfigurationProvider => ({
  provideDebugConfigurations: () => [configurationFor('maml')],
  resolveDebugConfiguration(_folder, given) {
    // Started without a launch.json there is nothing in it at all.
    const bare = typeof given.type !== 'string' || given.type === '';
    const withLab = vscode.workspace.getConfiguration('eShikaku.debug').get<boolean>('openLab', false);
    return {
      ...(bare ? configurationFor(algorithmAtHand()) : {}),
      ...(withLab ? { withLab } : {}),
      ...given,
      ...(bare ? { type: DEBUG_TYPE } : {}),
    };
  },
  async resolveDebugConfigurationWithSubstitutedVariables(_folder, given) {
    try {
      return await withImages(given, images);
    } catch (error) {
      const open = vscode.l10n.t('Open launch.json');
      const reason = reasonsIn(vscode)(error);
      const chosen = await vscode.window.showErrorMessage(vscode.l10n.t('This launch configuration cannot be used. {0}', reason), open);
      // Null opens launch.json, undefined does nothing more.
      return chosen === open ? null : undefined;
    }
  },
});

/** One ready-made configuration for each algorithm, offered in the run view. */
const readyMade: vscode.DebugConfigurationProvider = { provideDebugConfigurations: () => ALGORITHM_IDS.map(configurationFor) };

export const registerConfigurations = (images: LabImages): vscode.Disposable =>
  vscode.Disposable.from(
    vscode.debug.registerDebugConfigurationProvider(DEBUG_TYPE, completion(images)),
    vscode.debug.registerDebugConfigurationProvider(DEBUG_TYPE, readyMade, vscode.DebugConfigurationProviderTriggerKind.Dynamic),
  );
