// The MAML room's door: the demo command, the lab's panel and what other extensions may call.
import * as vscode from 'vscode';
import type { Settings } from '../../core/maml/settings';
import type { RecordStore } from '../../core/progress/recordStore';
import { decodeSavedLab, type LabView, type ToLabHost } from '../../protocol/maml';
import type { PageContext } from '../page';
import { registerDebugger } from './debug/registerDebugger';
import type { ExperimentFactory, MakeExperiment } from './experimentMaker';
import type { LabDesk } from './labDesk';
import { registerLabLinks } from './labLinks';
import { LAB_VIEW_TYPE, LabPanel } from './labPanel';
import type { DemoResult, RunWatch } from './demoResult';
import type { LabPredictions } from './labPredictions';
import type { LabSession } from './labSession';
import { registerTakeAway } from './registerTakeAway';
import { tryPage } from './tryPage';
import type { Machinery } from './machinery';
import { registerGradientCheck } from './registerGradientCheck';

const MEMORY_KEY = 'eShikaku.lab';

export interface MamlContext extends PageContext {
  readonly subscriptions: vscode.Disposable[];
  /** Keeps the lab's place across reloads, at once, so that it survives even a killed window. */
  readonly memory: vscode.Memento;
  /** Where predictions are kept. */
  readonly record: RecordStore;
  readonly extension: vscode.Extension<unknown>;
}

/** The extension's `exports`: the demo without any window. */
export interface MamlApi {
  /**
   * Trains and evaluates as the demo command does.
   * @param options settings by name ({ seed, iterations, alpha, … }); a wrong one throws with its name and what is allowed
   * @returns undefined when cancelled
   */
  runDemo(options?: unknown, token?: vscode.CancellationToken): Promise<DemoResult | undefined>;
}

/** Registers everything; nothing of the experiments is loaded before the first run. */
export function registerMaml(context: MamlContext): MamlApi {
  let session: Promise<LabSession> | undefined;
  let current: LabSession | undefined;
  let predictions: LabPredictions | undefined;
  let desk: LabDesk | undefined;
  const view = (): LabView | undefined => current && { ...current.view(), ...own.view(), ...desk?.view() };
  const panel = new LabPanel(context, { view, receive });

  let loaded: Promise<Machinery> | undefined;
  const machinery = (): Promise<Machinery> =>
    (loaded ??= import('./machinery').then(({ loadMachinery }) => loadMachinery(context.extensionUri, context.log)));
  const experiments = async (): Promise<ExperimentFactory> => {
    const [{ experimentFactory }, parts] = await Promise.all([import('./experimentMaker'), machinery()]);
    return experimentFactory(parts);
  };
  const makeExperiment = async (): Promise<MakeExperiment> => async (settings, from) => (await experiments())(settings, from);

  const lab = (): Promise<LabSession> =>
    (session ??= (async () => {
      const [{ LabSession }, { LabPredictions }, { LabDesk }, experimentFor] = await Promise.all([
        import('./labSession'),
        import('./labPredictions'),
        import('./labDesk'),
        makeExperiment(),
      ]);
      const busy = () => current?.view().status === 'training';
      desk = new LabDesk({ memory: context.memory, log: context.log, experiments, show: (patch) => panel.show(patch), busy });
      current = new LabSession(experimentFor, changed);
      predictions = new LabPredictions({
        record: context.record,
        log: context.log,
        session: () => current,
        show: (shown) => panel.tell({ type: 'predictions', predictions: shown }),
      });
      context.subscriptions.push(predictions);
      return current;
    })());

  const own = tryPage({ memory: context.memory, makeExperiment, show: (view) => panel.show({ own: view }) });

  function changed(patch: Partial<LabView>): void {
    panel.show(patch);
    own.follow(patch, current?.learned);
    if (patch.status !== undefined) takeAway.refresh();
    predictions?.follow(patch);
    // Nothing to come back to while a run is under way: the place before it stays.
    if (patch.picture === undefined && patch.page === undefined && patch.unseen === undefined) return;
    if (current?.view().status !== 'training') void context.memory.update(MEMORY_KEY, current?.saved());
  }

  async function decoded(options: unknown): Promise<Settings> {
    return (await import('../../core/maml/checkedSettings')).checkedSettings(options, ['openPanel', 'imageFolder']);
  }

  async function run(options: unknown, watch: RunWatch, place?: number): Promise<DemoResult | undefined> {
    const settings = await decoded(options);
    if (settings.family === 'images' && !(await (await import('./chooseImages')).chooseImages(options))) return undefined;
    return (await lab()).run(settings, watch, place);
  }

  async function receive(message: ToLabHost): Promise<void> {
    const target = await lab();
    switch (message.type) {
      case 'ready':
        return predictions?.show(true);
      case 'run':
        return runFromForm(message.settings);
      case 'cancel':
        return target.cancel();
      case 'move':
        return target.move(message.move);
      case 'jump':
        return target.jump(message.executed);
      case 'play':
        return target.player.play(message.direction);
      case 'pause':
        return target.player.pause();
      case 'speed':
        return target.setSpeed(message.speed);
      case 'drawn':
        return target.player.drawn();
      case 'more':
        return void (await withProgress(vscode.ProgressLocation.Window, (watch) => target.more(message.iterations, watch)));
      case 'plane':
        return target.wantPlane(message.wanted);
      case 'unseen':
        return target.showUnseen(message.index);
      case 'look':
        return target.look(message.at);
      case 'try':
        return own.ask(message.ask);
      case 'debug':
        return void vscode.commands.executeCommand('eShikaku.debugMaml');
      case 'checkGradients':
        return void vscode.commands.executeCommand('eShikaku.checkGradients');
      case 'openNote':
        return void vscode.commands.executeCommand('eShikaku.openNote', message.slug);
      case 'startQuiz':
        return void vscode.commands.executeCommand('eShikaku.startQuiz', message.topic);
      case 'takeAway':
        return void (await takeAway.take(message.what));
      case 'picture':
        return void (await takeAway.savePicture(message));
      case 'predict':
      case 'dismissPrediction':
      case 'predictFirst':
      case 'predictAgain':
        return predictions?.receive(message);
      case 'estimate':
        return desk?.estimate(message.settings);
      case 'compare':
        return desk?.compare(message.settings, message.methods);
      case 'cancelCompare':
        return desk?.cancelCompare();
    }
  }

  /** Wrong settings are the form's to show, and a run that breaks off is shown by the lab. */
  async function runFromForm(settings: unknown): Promise<void> {
    try {
      if (desk?.taken(settings) !== undefined) await runWithProgress(settings, vscode.ProgressLocation.Window);
    } catch (error) {
      context.log.error(error instanceof Error ? error : String(error));
    }
  }

  const runWithProgress = (options: unknown, location: vscode.ProgressLocation) => withProgress(location, (watch) => run(options, watch));

  type Watched = (watch: RunWatch) => Promise<DemoResult | undefined>;
  function withProgress(location: vscode.ProgressLocation, work: Watched): Thenable<DemoResult | undefined> {
    const title = vscode.l10n.t('Meta-training with MAML');
    return vscode.window.withProgress({ location, title, cancellable: true }, (progress, token) => {
      let reported = 0;
      const onProgress = (share: number) => {
        progress.report({ increment: (share - reported) * 100, message: `${Math.round(share * 100)} %` });
        reported = share;
      };
      return work({ cancelled: () => token.isCancellationRequested, onProgress });
    });
  }

  async function runMamlDemo(options?: unknown): Promise<DemoResult | undefined> {
    await decoded(options);
    const openPanel = !(typeof options === 'object' && options !== null && 'openPanel' in options && options.openPanel === false);
    await lab();
    if (openPanel) panel.reveal();
    return runWithProgress(options, openPanel ? vscode.ProgressLocation.Window : vscode.ProgressLocation.Notification);
  }

  async function openLab(): Promise<void> {
    await lab();
    panel.reveal();
  }

  /** After a reload the run is repeated from its seed and the place taken up again. */
  async function restore(restored: vscode.WebviewPanel): Promise<void> {
    const stored = context.memory.get(MEMORY_KEY);
    const target = await lab();
    // VS Code wakes a panel only when it is looked at: by then the lab may long have been opened anew, with a run under way.
    if (panel.isOpen) {
      restored.dispose();
      return panel.reveal();
    }
    panel.adopt(restored);
    if (target.view().status !== 'idle') return;
    const compared = desk?.restore() === true && !own.wasOpen();
    if (own.wasOpen()) target.look('try');
    if (stored === undefined) return compared ? target.look('compare') : undefined;
    try {
      const saved = decodeSavedLab(stored);
      target.look(saved.page);
      if (saved.speed !== undefined) target.setSpeed(saved.speed);
      await run(saved.settings, { cancelled: () => false }, saved.executed ?? undefined);
      await target.showUnseen(saved.unseen);
    } catch (error) {
      context.log.error(error instanceof Error ? error : String(error));
    }
  }

  registerDebugger({
    subscriptions: context.subscriptions,
    makeExperiment,
    lab: {
      column: () => panel.column,
      reveal: (column) => panel.reveal(column),
      joinable: () => current?.joinable(),
      join: async (settings, follower) => (await lab()).join(settings, follower),
    },
  });
  const takeAway = registerTakeAway({
    subscriptions: context.subscriptions,
    extension: context.extension,
    session: () => current,
    capture: (format) => {
      panel.reveal();
      panel.tell({ type: 'capture', format });
    },
  });
  context.subscriptions.push(
    registerLabLinks(context.extension.id, (settings) => runMamlDemo(settings)),
    registerGradientCheck(machinery),
    vscode.commands.registerCommand('eShikaku.runMamlDemo', runMamlDemo),
    vscode.commands.registerCommand('eShikaku.openLab', openLab),
    vscode.window.registerWebviewPanelSerializer(LAB_VIEW_TYPE, { deserializeWebviewPanel: restore }),
  );
  return { runDemo: (options, token) => run(options, { cancelled: () => token?.isCancellationRequested ?? false }) };
}
