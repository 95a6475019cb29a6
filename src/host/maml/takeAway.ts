// What a learner takes away of a run: files that a dialog places, a script in an editor, a link on the clipboard.
import * as vscode from 'vscode';
import { runEvaluationCsv, runFileName, runJson, runMetaLossCsv, type FinishedRun } from '../../core/maml/export/exportedRun';
import { pythonScript } from '../../core/maml/export/pythonScript';
import { TAKE_AWAYS, type PictureFormat, type TakeAway, type ToLabHost } from '../../protocol/maml';
import { pathOf } from '../progress/pathOf';
import { messageOf } from '../messageOf';

/** What has to be done for one row; false when the learner thought better of it. */
type Take = (run: FinishedRun, target: vscode.Uri | undefined) => Promise<boolean>;

export type Picture = Extract<ToLabHost, { type: 'picture' }>;

export interface TakeAwayRoom {
  /** The run at hand, if one has been judged. */
  readonly run: () => FinishedRun | undefined;
  /** Asks the view for its first drawing, which comes back through `savePicture`. */
  readonly capture: (format: PictureFormat) => void;
}

/** Writes to `target`, or to where a dialog puts it. */
async function save(name: string, extension: string, bytes: Uint8Array, target: vscode.Uri | undefined): Promise<boolean> {
  const file = `${name}.${extension}`;
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  const defaultUri = folder && vscode.Uri.joinPath(folder, file);
  const filters = { [extension.toUpperCase()]: [extension] };
  const uri = target ?? (await vscode.window.showSaveDialog({ filters, ...(defaultUri && { defaultUri }) }));
  if (uri === undefined) return false;
  try {
    await vscode.workspace.fs.writeFile(uri, bytes);
  } catch (error) {
    const reason = messageOf(error);
    throw new Error(vscode.l10n.t('{0} could not be written: {1}', pathOf(uri), reason), { cause: error });
  }
  void vscode.window.showInformationMessage(vscode.l10n.t('{0} was written.', pathOf(uri)));
  return true;
}

const text =
  (extension: string, part: string, of: (run: FinishedRun) => string): Take =>
  (run, target) =>
    save(`${runFileName(run.settings)}${part}`, extension, new TextEncoder().encode(of(run)), target);

async function openScript({ settings }: FinishedRun): Promise<boolean> {
  const content = pythonScript(settings);
  if (content === undefined) {
    void vscode.window.showInformationMessage(
      vscode.l10n.t('There is no script for your own images: it would need the folder that only you have. Choose another family of tasks.'),
    );
    return false;
  }
  const document = await vscode.workspace.openTextDocument({ language: 'python', content });
  await vscode.window.showTextDocument(document, { preview: false });
  return true;
}

async function copyLink({ link }: FinishedRun): Promise<boolean> {
  await vscode.env.clipboard.writeText(link);
  void vscode.window.setStatusBarMessage(vscode.l10n.t('The link to this experiment is on the clipboard.'), 5000);
  return true;
}

/** Names in the list of the command. */
const labels: { readonly [W in TakeAway]: () => string } = {
  json: () => vscode.l10n.t('Everything as JSON'),
  evaluationCsv: () => vscode.l10n.t('Evaluation as CSV'),
  metaLossCsv: () => vscode.l10n.t('Meta-loss as CSV'),
  script: () => vscode.l10n.t('PyTorch script of this experiment'),
  link: () => vscode.l10n.t('Copy a link to this experiment'),
  svg: () => vscode.l10n.t('First picture as SVG'),
  png: () => vscode.l10n.t('First picture as PNG'),
};

/** @returns what takes away, and what puts a drawing of the view into a file */
export function takeAway({ run, capture }: TakeAwayRoom) {
  const picture =
    (format: PictureFormat): Take =>
    () => {
      capture(format);
      return Promise.resolve(true);
    };
  const rows: { readonly [W in TakeAway]: Take } = {
    json: text('json', '', runJson),
    evaluationCsv: text('csv', '-evaluation', runEvaluationCsv),
    metaLossCsv: text('csv', '-meta-loss', runMetaLossCsv),
    script: openScript,
    link: copyLink,
    svg: picture('svg'),
    png: picture('png'),
  };

  async function choose(): Promise<TakeAway | undefined> {
    const items = TAKE_AWAYS.map((what) => ({ what, label: labels[what]() }));
    return (await vscode.window.showQuickPick(items, { title: vscode.l10n.t('What would you like to take away?') }))?.what;
  }

  return {
    /** @param target where to write without asking @returns whether something was taken */
    async take(what: TakeAway | undefined, target?: vscode.Uri): Promise<boolean> {
      const finished = run();
      if (finished === undefined) {
        void vscode.window.showInformationMessage(vscode.l10n.t('Nothing has been trained yet. Press “Train” in the lab first.'));
        return false;
      }
      const chosen = what ?? (await choose());
      return chosen === undefined ? false : rows[chosen](finished, target);
    },
    async savePicture({ format, data }: Picture): Promise<boolean> {
      const finished = run();
      if (finished === undefined) return false;
      const bytes =
        format === 'svg'
          ? new TextEncoder().encode(`<?xml version="1.0" encoding="UTF-8"?>\n${data}\n`)
          : Uint8Array.from(atob(data), (character) => character.charCodeAt(0));
      return save(runFileName(finished.settings), format, bytes, undefined);
    },
  };
}
