// Lets Settings Sync carry the essence of the record between machines: one small value, taken in as a union and never trusted alone.
import type * as vscode from 'vscode';
import type { RecordLog } from '../../core/progress/recordLog';
import { digestEvents, readDigest, syncDigest } from '../../core/progress/syncDigest';

const syncKey = 'eShikaku.recordDigest';
/** Answers come in bursts; the digest is written once they pause. */
const pause = 5000;
/** How often to begin again when another machine's digest arrives while this one's is being made. */
const attempts = 3;

/** The part of `ExtensionContext.globalState` that is needed. */
export type SyncedMemory = Pick<vscode.Memento, 'get' | 'update'> & { setKeysForSync(keys: readonly string[]): void };

export interface SyncOptions {
  readonly record: RecordLog;
  readonly memory: SyncedMemory;
  /** Whether the learner lets the record leave this machine. */
  readonly isOn: () => boolean;
  readonly warn: (text: string) => void;
}

export interface RecordSync {
  /** Tells Settings Sync whether to carry the digest; to be called again when the learner has changed the setting. */
  choose(): void;
  /** Takes in what has arrived since the last time. Never rejects: what another machine sent is no reason to keep this record shut. */
  takeIn(): Promise<void>;
  /** Takes in what has arrived and writes the digest where it says anything new. */
  exchange(): Promise<void>;
  /** The same after a pause. */
  later(): void;
  dispose(): void;
}

/** Reads and writes nothing by itself, so that the record is opened only when a room asks for it. */
export function syncRecord({ record, memory, isOn, warn }: SyncOptions): RecordSync {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let included: unknown;

  /** @returns what stood in the memory, all of which is now in the record */
  async function include(): Promise<unknown> {
    const arrived = memory.get<unknown>(syncKey);
    if (arrived === included) return arrived;
    const digest = readDigest(arrived);
    if (digest) await record.include(digestEvents(digest), digest.order);
    included = arrived;
    return arrived;
  }

  async function exchange(): Promise<void> {
    if (!isOn()) return;
    for (let attempt = 0; attempt < attempts; attempt++) {
      const arrived = await include();
      await record.refresh();
      // A fresh machine has nothing to say, and must not say it before the others have been heard.
      if (record.events().length === 0) return;
      const digest = syncDigest({ events: record.events(), state: record.state(), order: record.order() });
      // What arrived meanwhile must not be overwritten unread.
      if (memory.get<unknown>(syncKey) !== arrived) continue;
      // A digest that says nothing new would only keep the machines writing to each other.
      if (JSON.stringify(readDigest(arrived)) !== JSON.stringify(digest)) await memory.update(syncKey, digest);
      return;
    }
    later();
  }

  function later(): void {
    clearTimeout(timer);
    if (isOn()) timer = setTimeout(() => void exchange().catch((error: unknown) => warn(String(error))), pause);
  }

  return {
    choose: () => memory.setKeysForSync(isOn() ? [syncKey] : []),
    async takeIn() {
      if (!isOn() || memory.get<unknown>(syncKey) === included) return;
      try {
        const arrived = await include();
        // The other machine may not have known everything. One with a later version would answer in its turn, and so on for ever.
        if (readDigest(arrived)) later();
      } catch (error) {
        warn(String(error));
      }
    },
    exchange,
    later,
    dispose: () => clearTimeout(timer),
  };
}
