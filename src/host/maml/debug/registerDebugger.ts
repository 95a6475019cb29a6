// The debugger's door: its commands, and an adapter inside the extension host for each session.
import * as vscode from 'vscode';
import type { Settings } from '../../../core/maml/settings';
import type { ImageBank } from '../../../core/maml/tasks/imageBank';
import type { MakeExperiment } from '../experimentMaker';
import { readFolder, type LabImages } from '../labImages';
import type { LabFollower, LabLink } from '../labLink';
import { configurationFor, registerConfigurations } from './configurations';
import { debugWords } from './debugWords';
import { listingUri, registerListings } from './listings';
import { DEBUG_TYPE } from './names';

/** The lab, as far as the debugger knows it. */
export interface LabSide {
  /** The column of the open panel. */
  column(): vscode.ViewColumn | undefined;
  reveal(column?: vscode.ViewColumn): void;
  /** The settings of a run that a debugger could join now, with the folder of its images where it has any. */
  joinable(): (Settings & { readonly imageFolder?: string }) | undefined;
  join(settings: Settings, follower: LabFollower, images: ImageBank | undefined): Promise<LabLink | undefined>;
}

export interface DebuggerContext {
  readonly subscriptions: vscode.Disposable[];
  /** Loads what experiments need, upon first use. */
  readonly makeExperiment: () => Promise<MakeExperiment>;
  readonly lab: LabSide;
  readonly images: LabImages;
}

export function registerDebugger({ subscriptions, makeExperiment, lab, images }: DebuggerContext): void {
  /** Listing and lab side by side, wherever the lab is. */
  async function showBoth({ algorithm }: Settings): Promise<void> {
    const beside = lab.column() === vscode.ViewColumn.One ? vscode.ViewColumn.Two : vscode.ViewColumn.One;
    await vscode.window.showTextDocument(listingUri(algorithm), { viewColumn: beside, preview: false });
    lab.reveal(vscode.ViewColumn.Beside);
  }

  /** Opens the view in which the numbers are, and leaves the keys with the listing. */
  async function showVariables(): Promise<void> {
    await vscode.commands.executeCommand('workbench.view.debug');
    await vscode.commands.executeCommand('workbench.action.focusActiveEditorGroup');
  }

  async function adapter(): Promise<vscode.DebugAdapterDescriptor> {
    const [{ DebugAdapter }, experimentFor] = await Promise.all([import('./debugAdapter'), makeExperiment()]);
    const sent = new vscode.EventEmitter<vscode.DebugProtocolMessage>();
    const inner = new DebugAdapter(
      {
        experimentFor,
        words: debugWords(vscode),
        pathOf: (algorithm) => listingUri(algorithm).toString(),
        imagesIn: (folder) => readFolder(vscode.Uri.parse(folder)),
        joinLab: async (settings, follower, brought) => {
          const link = await lab.join(settings, follower, brought);
          if (link !== undefined) await showBoth(settings);
          return link;
        },
      },
      (message) => sent.fire(message),
    );
    return new vscode.DebugAdapterInlineImplementation({
      onDidSendMessage: sent.event,
      handleMessage: (message) => void inner.handle(message),
      dispose: () => {
        inner.dispose();
        sent.dispose();
      },
    });
  }

  /** Starts without a launch.json: in the lab's run where there is one, else with the settings given or the defaults. */
  async function debugMaml(options?: unknown): Promise<boolean> {
    if (!vscode.workspace.isTrusted) return offerLab();
    const given = typeof options === 'object' && options !== null && !(options instanceof vscode.Uri) ? options : undefined;
    const joined = given === undefined ? lab.joinable() : undefined;
    const shared = joined === undefined ? {} : { ...joined, withLab: true };
    const started = await vscode.debug.startDebugging(undefined, { ...configurationFor('maml'), ...shared, ...given });
    if (started) await showVariables();
    return started;
  }

  async function offerLab(): Promise<false> {
    const open = vscode.l10n.t('Step Through in the Lab');
    const sentence = vscode.l10n.t('VS Code does not debug in Restricted Mode; the lab steps through the same lines.');
    if ((await vscode.window.showWarningMessage(sentence, open)) === open) await vscode.commands.executeCommand('eShikaku.openLab');
    return false;
  }

  subscriptions.push(
    registerListings(),
    registerConfigurations(images),
    vscode.debug.registerDebugAdapterDescriptorFactory(DEBUG_TYPE, { createDebugAdapterDescriptor: adapter }),
    vscode.commands.registerCommand('eShikaku.debugMaml', debugMaml),
    vscode.commands.registerCommand('eShikaku.debugBackOneLine', async () => {
      const session = vscode.debug.activeDebugSession;
      if (session?.type === DEBUG_TYPE) await session.customRequest('stepBackInto');
    }),
  );
}
