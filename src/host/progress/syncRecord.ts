// Lets Settings Sync carry the essence of the record between machines: one small value, taken in as a union and never trusted alone.
import type * as vscode from 'vscode';
import { digestEvents, syncDigest } from '../../core/progress/syncDigest';
import type { HostRecordStore } from './recordStore';

const syncKey = 'eShikaku.recordDigest';
/** Answers come in bursts; the digest is written once they pause. */
const pause = 5000;

/** The part of `ExtensionContext.globalState` that is needed. */
export type SyncedMemory = vscode.Memento & { setKeysForSync(keys: readonly string[]): void };

/** Starts with the first opening of the record; until then nothing is read or written. */
export function syncRecord(store: HostRecordStore, memory: SyncedMemory, log: vscode.LogOutputChannel): vscode.Disposable {
  memory.setKeysForSync([syncKey]);
  let timer: ReturnType<typeof setTimeout> | undefined;
  let included: unknown;

  async function include(): Promise<void> {
    const arrived = memory.get<unknown>(syncKey);
    if (arrived === undefined || arrived === included) return;
    included = arrived;
    await store.include(digestEvents(arrived));
  }

  async function exchange(): Promise<void> {
    await include();
    await memory.update(syncKey, syncDigest(await store.events()));
    included = memory.get<unknown>(syncKey);
  }

  const later = () => {
    clearTimeout(timer);
    timer = setTimeout(() => void exchange().catch((error: unknown) => log.warn(String(error))), pause);
  };
  const listener = store.onDidChange(later);
  return {
    dispose: () => {
      clearTimeout(timer);
      listener.dispose();
    },
  };
}
