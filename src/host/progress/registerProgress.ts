// The progress room in VS Code: the record itself, and the commands that write it out and read another one in.
import * as vscode from 'vscode';
import { exportedRecordSchema, exportRecord, type ExportedRecord } from '../../core/progress/exportedRecord';
import { decode, ProtocolError } from '../../protocol/decode';
import { pathOf } from './pathOf';
import { createRecordStore, type HostRecordStore, type RecordStoreOptions } from './recordStore';
import { offerSetAside, reset, undoResets } from './resetRecord';
import { messageOf } from '../messageOf';

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

/** Why a file that is JSON cannot be taken for an exported record. */
function refusal(file: string, error: unknown): string {
  const fault = error instanceof ProtocolError ? error.fault : null;
  if (!fault || fault.path === null)
    return vscode.l10n.t('{0} is not a learning record that this extension exported. Nothing was imported.', file);
  return vscode.l10n.t(
    '{0} is not a learning record that this extension exported, or it was changed or comes from a later version: “{1}” is {2}. Nothing was imported.',
    file,
    fault.path,
    fault.shown,
  );
}

/** @throws Error naming the file, the place in it and the value that stood there */
async function readExport(source: vscode.Uri): Promise<ExportedRecord> {
  const file = pathOf(source);
  let text: string;
  try {
    text = new TextDecoder().decode(await vscode.workspace.fs.readFile(source));
  } catch (error) {
    throw new Error(vscode.l10n.t('{0} could not be opened: {1}. Nothing was imported.', file, messageOf(error)), { cause: error });
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new Error(vscode.l10n.t('{0} is not a JSON file: {1}. Nothing was imported.', file, messageOf(error)), { cause: error });
  }
  try {
    return decode(exportedRecordSchema, value, file);
  } catch (error) {
    throw new Error(refusal(file, error), { cause: error });
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
      offerSetAside(store, events);
      return added;
    }),
    vscode.commands.registerCommand('eShikaku.resetRecord', () => reset(store)),
    vscode.commands.registerCommand('eShikaku.undoReset', () => undoResets(store)),
  );
  return store;
}
