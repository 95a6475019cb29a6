// The MAML room's door: the demo command, the lab's panel and what other extensions may call.
import * as vscode from 'vscode';
import type { ShownPredictions } from '../../core/maml/predict/predictor';
import type { Settings } from '../../core/maml/settings';
import type { RecordStore } from '../../core/progress/recordStore';
import { decodeSavedLab, type LabView, type ToLabHost } from '../../protocol/maml';
import { onceUntilFailure } from '../onceUntilFailure';
import type { PageContext } from '../page';
import { registerDebugger } from './debug/registerDebugger';
import type { ExperimentFactory, MakeExperiment } from './experimentMaker';
import { LabImages, namedFolder } from './labImages';
import { registerLabLinks } from './labLinks';
import { answerLab, type LabRoom } from './labMessages';
import { LAB_VIEW_TYPE, LabPanel } from './labPanel';
import type { DemoResult, RunWatch } from './demoResult';
import { registerTakeAway } from './registerTakeAway';
import { tryPage } from './tryPage';
import { reasonsIn } from './reasons';
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
  let room: LabRoom | undefined;
  const view = (): LabView | undefined => room && { ...room.session.view(), ...own.view(), ...room.desk.view(), ...images.view() };
  const panel = new LabPanel(context, { view, receive });
  const reasonOf = reasonsIn(vscode);
  const images = new LabImages(context.memory, (patch) => panel.show(patch));

  const machinery = onceUntilFailure(() => import('./machinery').then((parts) => parts.loadMachinery(context.extensionUri, context.log)));
  const experiments = async (): Promise<ExperimentFactory> => {
    const [{ experimentFactory }, parts] = await Promise.all([import('./experimentMaker'), machinery()]);
    return experimentFactory(parts);
  };
  const makeExperiment = async (): Promise<MakeExperiment> => async (settings, beginning) => (await experiments())(settings, beginning);

  const lab = onceUntilFailure(async (): Promise<LabRoom> => {
    const [{ LabSession }, { LabPredictions }, { LabDesk }, experimentFor] = await Promise.all([
      import('./labSession'),
      import('./labPredictions'),
      import('./labDesk'),
      makeExperiment(),
    ]);
    const { memory, log, record } = context;
    const session = new LabSession(experimentFor, changed, reasonOf);
    const busy = () => session.view().status === 'training';
    const brought = (settings: Settings) => images.broughtTo(settings);
    const desk = new LabDesk({ memory, log, experiments, images, brought, show: (patch) => panel.show(patch), busy });
    const show = (shown: ShownPredictions) => panel.tell({ type: 'predictions', predictions: shown });
    const predictions = new LabPredictions({ record, log, session: () => session, show });
    context.subscriptions.push(predictions);
    const command: LabRoom['command'] = (name, ...args) => vscode.commands.executeCommand(name, ...args);
    return (room = { session, desk, predictions, own, takeAway, run: runFromForm, more, command });
  });

  const own = tryPage({ memory: context.memory, makeExperiment, show: (view) => panel.show({ own: view }), failed: complain });

  /** Tells the learner what could not be done. */
  function complain(error: unknown): void {
    context.log.error(error instanceof Error ? error : String(error));
    void vscode.window.showErrorMessage(vscode.l10n.t('The lab could not do this: {0}', reasonOf(error)));
  }

  function changed(patch: Partial<LabView>): void {
    panel.show(patch);
    own.follow(patch, room?.session.learned);
    if (patch.status !== undefined) takeAway.refresh();
    room?.predictions.follow(patch);
    if (patch.picture === undefined && patch.page === undefined && patch.unseen === undefined) return;
    // While there is nothing to come back to, before a run and during one, the place before it stays.
    const saved = room?.session.saved();
    if (saved !== undefined) void context.memory.update(MEMORY_KEY, saved);
  }

  async function decoded(options: unknown): Promise<Settings> {
    return (await import('../../core/maml/checkedSettings')).checkedSettings(options, ['openPanel', 'imageFolder']);
  }

  async function run(options: unknown, watch: RunWatch): Promise<DemoResult | undefined> {
    const settings = await decoded(options);
    const brought = await images.broughtTo(settings, namedFolder(options));
    return brought && (await lab()).session.run(settings, watch, brought);
  }

  async function receive(message: ToLabHost): Promise<void> {
    try {
      await answerLab(message, await lab());
    } catch (error) {
      complain(error);
    }
  }

  /** Wrong settings and a folder that will not do are the form's to show; any other failure is the lab's. */
  async function runFromForm(given: unknown): Promise<void> {
    const { desk } = await lab();
    const settings = desk.taken(given);
    if (settings === undefined) return;
    await shown(async () => {
      try {
        await runWithProgress(settings, vscode.ProgressLocation.Window);
      } catch (error) {
        if (!desk.refused(error)) throw error;
      }
    });
  }

  async function more(iterations: number): Promise<void> {
    const { session } = await lab();
    if (session.joined.there)
      return void vscode.window.showInformationMessage(
        vscode.l10n.t('A debugger steps through this run. End its session to train further.'),
      );
    await shown(async () => withProgress(vscode.ProgressLocation.Window, (watch) => session.more(iterations, watch)));
  }

  /** Work of a kind that shows in the lab itself why it failed. */
  async function shown(work: () => Promise<unknown>): Promise<void> {
    try {
      await work();
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
    const { session, desk } = await lab();
    // VS Code wakes a panel only when it is looked at: by then the lab may long have been opened anew, with a run under way.
    if (panel.isOpen) {
      restored.dispose();
      return panel.reveal();
    }
    if (session.view().status !== 'idle') return panel.adopt(restored);
    const stored = context.memory.get(MEMORY_KEY);
    panel.adopt(restored);
    const compared = desk.restore() && !own.wasOpen();
    if (own.wasOpen()) session.look('try');
    if (stored === undefined) return compared ? session.look('compare') : undefined;
    try {
      const saved = decodeSavedLab(stored);
      session.look(saved.page);
      if (saved.speed !== undefined) session.setSpeed(saved.speed);
      const settings = await decoded(saved.settings);
      const folder = settings.family === 'images' ? namedFolder(saved) : undefined;
      // Nobody has asked for a run yet: without a folder there is none, and no dialog either.
      if (settings.family === 'images' && folder === undefined) return;
      const beginning = { place: saved.executed ?? undefined, trained: saved.trained, images: folder && images.use(folder) };
      await session.run(settings, { cancelled: () => false }, beginning);
      await session.showUnseen(saved.unseen);
    } catch (error) {
      context.log.error(error instanceof Error ? error : String(error));
    }
  }

  registerDebugger({
    subscriptions: context.subscriptions,
    makeExperiment,
    images,
    lab: {
      column: () => panel.column,
      reveal: (column) => panel.reveal(column),
      joinable: () => room?.session.joinable(),
      join: async (settings, follower, brought) => (await lab()).session.join(settings, follower, brought),
    },
  });
  const takeAway = registerTakeAway({
    subscriptions: context.subscriptions,
    extension: context.extension,
    session: () => room?.session,
    capture: (format) => panel.ask({ type: 'capture', format }),
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
