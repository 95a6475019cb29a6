// What every room knows of the learner's record: hand events in, read what follows from them.
import type { EventPayload } from './events';
import type { ProgressState } from './progressState';

export interface RecordStore {
  /** Reads the record the first time it is asked; later calls return the same promise. */
  ready(): Promise<void>;
  /** Resolves once the event is safely stored; rejects with a whole sentence when it could not be. */
  append(payload: EventPayload): Promise<void>;
  /** The same for several that belong together: all of them are stored or none. */
  appendAll(payloads: readonly EventPayload[]): Promise<void>;
  /** What follows from all events known so far; empty before `ready`. A new object after every change. */
  readonly state: ProgressState;
  /** Calls `listener` after every change, here or in another window. Has the shape of a `vscode.Event<void>`. */
  onDidChange(listener: () => void): { dispose(): void };
}
