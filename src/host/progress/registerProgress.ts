// The progress room in VS Code: the record itself, and the commands that write it out and read another one in.
import * as vscode from 'vscode';
import { compareEvents, type RecordEvent } from '../../core/progress/events';
import { exportedRecordSchema, exportRecord, type ExportedRecord } from '../../core/progress/exportedRecord';
import { decode } from '../../protocol/decode';
import { pathOf } from './pathOf';
import { createRecordStore, type HostRecordStore, type RecordStoreOptions } from './recordStore';

export interface ProgressOptions extends RecordStoreOptions {
  readonly subscriptions: vscode.Disposable[];
}

/** File types of the dialogs, under the name that the learner sees. */
const fileTypes = () => ({ [vscode.l10n.t('Learning record')]: ['json'] });

async function exportTo(store: HostRecordStore, target: vscode.Uri): Promise<number> {
  const record = exportRecord(await store.events());
  await vscode.workspace.fs.writeFile(target, new TextEncoder().encode(JSON.stringify(record, null, 1) + '\n'));
  return record.events.length;
}

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** @throws Error naming the file, the place in it and the value that stood there */
async function readExport(source: vscode.Uri): Promise<ExportedRecord> {
  const file = pathOf(source);
  let text: string;
  try {
    text = new TextDecoder().decode(await vscode.workspace.fs.readFile(source));
  } catch (error) {
    throw new Error(vscode.l10n.t('{0} could not be opened: {1}. Nothing was imported.', file, reasonOf(error)), { cause: error });
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new Error(vscode.l10n.t('{0} is not a JSON file: {1}. Nothing was imported.', file, reasonOf(error)), { cause: error });
  }
  try {
    return decode(exportedRecordSchema, value, file);
  } catch (error) {
    throw new Error(vscode.l10n.t('{0} Nothing was imported.', reasonOf(error)), { cause: error });
  }
}

async function askTarget(): Promise<vscode.Uri | undefined> {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  const defaultUri = folder && vscode.Uri.joinPath(folder, 'e-shikaku-record.json');
  return vscode.window.showSaveDialog({ filters: fileTypes(), ...(defaultUri && { defaultUri }) });
}

async function askSource(): Promise<vscode.Uri | undefined> {
  return (await vscode.window.showOpenDialog({ filters: fileTypes(), canSelectMany: false }))?.[0];
}

/** Sets the record aside after the learner has said so; nothing is destroyed, and one click brings it back. @returns whether it was done */
async function reset(store: HostRecordStore): Promise<boolean> {
  await store.ready();
  const [setAside, undo] = [vscode.l10n.t('Start afresh'), vscode.l10n.t('Bring it back')];
  const detail = vscode.l10n.t(
    'Answers, reviews, marks and statistics begin at nothing, in every window. The old record is set aside, not deleted: it stays in exports and can be brought back.',
  );
  const choice = await vscode.window.showWarningMessage(
    vscode.l10n.t('Set your learning record aside?'),
    { modal: true, detail },
    setAside,
  );
  if (choice !== setAside) return false;
  await store.append({ type: 'recordReset' });
  void vscode.window.showInformationMessage(vscode.l10n.t('Your learning record was set aside.'), undo).then(async (answer) => {
    if (answer === undo) await undoReset(store);
  });
  return true;
}

/** Everything that was set aside counts again. @returns false when nothing was */
async function undoReset(store: HostRecordStore): Promise<boolean> {
  await store.ready();
  const last = store.state.reset;
  if (!last) {
    void vscode.window.showInformationMessage(vscode.l10n.t('No learning record has been set aside.'));
    return false;
  }
  await store.append({ type: 'resetUndone', reset: last.id });
  return true;
}

/** Imported answers that a reset would hide: the learner decides whether they count. */
async function offerSetAside(store: HostRecordStore, events: readonly RecordEvent[]): Promise<void> {
  const last = store.state.reset;
  const hidden = last ? events.filter((event) => compareEvents(event, last) < 0).length : 0;
  if (hidden === 0) return;
  const undo = vscode.l10n.t('Bring everything back');
  const sentence = vscode.l10n.t('{0} of the imported events are older than your last fresh start, so they stay set aside.', hidden);
  if ((await vscode.window.showInformationMessage(sentence, undo)) === undo) await undoReset(store);
}

/** Creates the record and its commands; export and import take the file as an optional Uri and return the number of events written or added. */
export function registerProgress({ subscriptions, ...options }: ProgressOptions): HostRecordStore {
  const store = createRecordStore(options);
  subscriptions.push(
    store,
    vscode.commands.registerCommand('eShikaku.exportRecord', async (target?: unknown) => {
      const uri = target instanceof vscode.Uri ? target : await askTarget();
      if (!uri) return undefined;
      const count = await exportTo(store, uri);
      void vscode.window.showInformationMessage(vscode.l10n.t('{0} events were written to {1}.', count, pathOf(uri)));
      return count;
    }),
    vscode.commands.registerCommand('eShikaku.importRecord', async (source?: unknown) => {
      const uri = source instanceof vscode.Uri ? source : await askSource();
      if (!uri) return undefined;
      const { events } = await readExport(uri);
      const added = await store.include(events);
      void vscode.window.showInformationMessage(
        vscode.l10n.t('{0} of {1} events were new and have been added to your record.', added, events.length),
      );
      void offerSetAside(store, events);
      return added;
    }),
    vscode.commands.registerCommand('eShikaku.resetRecord', () => reset(store)),
    vscode.commands.registerCommand('eShikaku.undoReset', () => undoReset(store)),
  );
  return store;
}
