// The commands that take a run away, offered while there is one; what does the work is loaded upon first use.
import * as vscode from 'vscode';
import type { FinishedRun } from '../../core/maml/export/exportedRun';
import { PICTURE_FORMATS, TAKE_AWAYS, type PictureFormat, type TakeAway } from '../../protocol/maml';
import { onceUntilFailure } from '../onceUntilFailure';
import type { LabSession } from './labSession';
import { labLinkOf } from './labLinks';
import type { Picture } from './takeAway';
import { messageOf } from '../messageOf';

/** True while the lab shows a run that has been judged. */
const CONTEXT = 'eShikaku.labHasRun';

export interface TakeAwayOptions {
  readonly subscriptions: vscode.Disposable[];
  readonly extension: vscode.Extension<unknown>;
  readonly session: () => LabSession | undefined;
  readonly capture: (format: PictureFormat) => void;
}

export interface RegisteredTakeAway {
  /** The lab's status has changed. */
  refresh(): void;
  take(what: TakeAway | undefined, target?: vscode.Uri): Promise<boolean>;
  savePicture(picture: Picture): Promise<boolean>;
  /** The page has no picture to save. */
  missing(): void;
}

const versionOf = ({ packageJSON }: vscode.Extension<unknown>): string => {
  const manifest: unknown = packageJSON;
  return typeof manifest === 'object' && manifest !== null && 'version' in manifest ? String(manifest.version) : '';
};

export function registerTakeAway({ subscriptions, extension, session, capture }: TakeAwayOptions): RegisteredTakeAway {
  let offered = false;

  function run(): FinishedRun | undefined {
    const lab = session();
    const [experiment, evaluation] = [lab?.experiment, lab?.view().evaluation ?? null];
    if (experiment === undefined || evaluation === null) return undefined;
    const { settings, run: trained } = experiment;
    return {
      settings,
      trained: trained.iterations,
      metaLoss: trained.metaLoss,
      evaluation,
      version: versionOf(extension),
      precision: trained.learner.machine.precision,
      link: labLinkOf(settings, extension.id),
    };
  }

  const load = onceUntilFailure(() => import('./takeAway').then((room) => room.takeAway({ run, capture })));
  const isKnown = (what: unknown): what is TakeAway => TAKE_AWAYS.some((known) => known === what);

  async function reported(work: Promise<boolean>): Promise<boolean> {
    try {
      return await work;
    } catch (error) {
      void vscode.window.showErrorMessage(messageOf(error));
      return false;
    }
  }

  const take = (what: TakeAway | undefined, target?: vscode.Uri) => reported(load().then((room) => room.take(what, target)));

  subscriptions.push(
    vscode.commands.registerCommand('eShikaku.exportRun', (what?: unknown, target?: unknown) =>
      take(isKnown(what) ? what : undefined, target instanceof vscode.Uri ? target : undefined),
    ),
    vscode.commands.registerCommand('eShikaku.exportScript', () => take('script')),
    vscode.commands.registerCommand('eShikaku.copyLabLink', () => take('link')),
    ...PICTURE_FORMATS.map((format) => vscode.commands.registerCommand(`eShikaku.exportPicture.${format}`, () => take(format))),
  );
  return {
    refresh() {
      const has = run() !== undefined;
      if (has === offered) return;
      offered = has;
      void vscode.commands.executeCommand('setContext', CONTEXT, has);
    },
    take,
    missing: () =>
      void vscode.window.showInformationMessage(vscode.l10n.t('This page of the lab has no picture. Turn to its result or its steps.')),
    savePicture: (picture) => reported(load().then((room) => room.savePicture(picture))),
  };
}
