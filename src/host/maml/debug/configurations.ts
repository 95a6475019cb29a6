// Launch configurations: completed where something is left out, checked before anything starts, with a sentence where they are wrong.
import * as vscode from 'vscode';
import { ALGORITHM_IDS, type AlgorithmId } from '../../../core/maml/algorithms/algorithm';
import { listingTitle } from '../../../core/maml/debug/listingDocument';
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

const completion: vscode.DebugConfigurationProvider = {
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
      const { settings } = decodeLaunchPlan(given);
      if (settings.family === 'images' && !(await (await import('../chooseImages')).chooseImages(given))) return undefined;
      return given;
    } catch (error) {
      const open = vscode.l10n.t('Open launch.json');
      const message = error instanceof Error ? error.message : String(error);
      const chosen = await vscode.window.showErrorMessage(vscode.l10n.t('This launch configuration cannot be used. {0}', message), open);
      // Null opens launch.json, undefined does nothing more.
      return chosen === open ? null : undefined;
    }
  },
};

/** One ready-made configuration for each algorithm, offered in the run view. */
const readyMade: vscode.DebugConfigurationProvider = { provideDebugConfigurations: () => ALGORITHM_IDS.map(configurationFor) };

export const registerConfigurations = (): vscode.Disposable =>
  vscode.Disposable.from(
    vscode.debug.registerDebugConfigurationProvider(DEBUG_TYPE, completion),
    vscode.debug.registerDebugConfigurationProvider(DEBUG_TYPE, readyMade, vscode.DebugConfigurationProviderTriggerKind.Dynamic),
  );
