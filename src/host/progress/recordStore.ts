// The learner's record in this window: opened when a room first asks, shared by all rooms, kept in step with other windows.
import * as vscode from 'vscode';
import type { EventPayload, RecordEvent } from '../../core/progress/events';
import { createRecordLog } from '../../core/progress/recordLog';
import type { RecordStore } from '../../core/progress/recordStore';
import { setAside } from '../../core/progress/recordFolder';
import type { FileProblem } from '../../core/progress/readFolder';
import { breathe } from '../breathe';
import { vscodeRecordFolder } from './vscodeRecordFolder';
import { pathOf } from './pathOf';
import { syncRecord, type SyncedMemory } from './syncRecord';
import { showFileProblems } from './showFileProblems';

/** The store with what only the export and import commands need. */
export interface HostRecordStore extends RecordStore, vscode.Disposable {
  events(): Promise<readonly RecordEvent[]>;
  /** Adds the events of another record. @returns how many were new */
  include(events: readonly RecordEvent[]): Promise<number>;
}

export interface RecordStoreOptions {
  readonly globalStorageUri: vscode.Uri;
  readonly log: vscode.LogOutputChannel;
  /** Memory that Settings Sync carries between machines. */
  readonly synced: SyncedMemory;
}

const syncSetting = 'eShikaku.syncRecord';
const syncIsOn = (): boolean => vscode.workspace.getConfiguration().get<unknown>(syncSetting) !== false;

/** Creating the store touches no file. */
export function createRecordStore({ globalStorageUri, log, synced }: RecordStoreOptions): HostRecordStore {
  const root = vscode.Uri.joinPath(globalStorageUri, 'record');
  const changes = new vscode.EventEmitter<void>();
  const record = createRecordLog({
    folder: vscodeRecordFolder(root, Date.now),
    window: crypto.randomUUID().slice(0, 13),
    now: Date.now,
    breathe,
    newId: () => crypto.randomUUID(),
    report: (problems: readonly FileProblem[]) => showFileProblems(problems, vscode.Uri.joinPath(root, setAside), log),
    changed: () => changes.fire(),
  });
  const sync = syncRecord({ record, memory: synced, isOn: syncIsOn, warn: (text) => log.warn(text) });
  let opened: Promise<void> | null = null;

  const catchUp = () => void record.refresh().catch((error: unknown) => log.warn(String(error)));

  function comeBack(): void {
    catchUp();
    void sync.takeIn();
  }

  function chooseSync(): void {
    sync.choose();
    if (!opened) return;
    void sync.takeIn();
    sync.later();
  }

  sync.choose();
  const disposables: vscode.Disposable[] = [
    changes,
    sync,
    changes.event(() => sync.later()),
    vscode.workspace.onDidChangeConfiguration((event) => event.affectsConfiguration(syncSetting) && chooseSync()),
  ];

  /** Other windows announce their answers through the folder; where nobody watches it, coming back to the window does. */
  function follow(): void {
    const watcher = vscode.workspace.createFileSystemWatcher(new vscode.RelativePattern(root, '*'), false, true, true);
    disposables.push(
      watcher,
      watcher.onDidCreate(catchUp),
      vscode.window.onDidChangeWindowState(({ focused }) => focused && comeBack()),
    );
  }

  async function open(): Promise<void> {
    await vscode.workspace.fs.createDirectory(root);
    await record.refresh();
    // Before the first event of this machine, which would otherwise be older than all that the learner did elsewhere.
    await sync.takeIn();
    follow();
  }

  function ready(): Promise<void> {
    opened ??= open().catch((error: unknown) => {
      opened = null;
      throw new Error(vscode.l10n.t('The learning record in {0} could not be opened: {1}', pathOf(root), String(error)));
    });
    return opened;
  }

  async function appendAll(payloads: readonly EventPayload[]): Promise<void> {
    await ready();
    await sync.takeIn();
    try {
      await record.append(payloads);
    } catch (error) {
      log.error(String(error));
      throw new Error(vscode.l10n.t('This could not be written to your learning record, so it does not count yet: {0}', String(error)));
    }
  }

  return {
    ready,
    append: (payload) => appendAll([payload]),
    appendAll,
    async include(events) {
      await ready();
      return record.include(events);
    },
    async events() {
      await ready();
      await record.refresh();
      return record.events();
    },
    get state() {
      return record.state();
    },
    onDidChange: changes.event,
    dispose: () => disposables.forEach((item) => void item.dispose()),
  };
}
