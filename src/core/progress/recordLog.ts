// The record as one window sees it: reads what is there, adds events in files of its own, and follows what other windows add.
import { eventVersion, highestOrder, type EventPayload, type RecordEvent } from './events';
import { mergeFiles, smallFiles, usualMergeAbove } from './mergeFiles';
import { createProgressFold, type ProgressState } from './progressState';
import { readFolder, type FileProblem } from './readFolder';
import type { RecordFolder } from './recordFolder';
import { finished, writeRecordFile } from './writeRecordFile';

/** Events taken into account between two pauses. */
const eventsAtATime = 2000;

export interface RecordLogOptions {
  readonly folder: RecordFolder;
  /** Unique to this window and this run of it: letters, digits and dashes. */
  readonly window: string;
  /** Milliseconds since 1970; may jump. */
  readonly now: () => number;
  readonly newId: () => string;
  /** Gives way to whatever else the host has to do. */
  readonly breathe: () => Promise<void>;
  /** Files that could not be read as a whole; called at most once for each. */
  readonly report: (problems: readonly FileProblem[]) => void;
  /** What follows from the record has changed. */
  readonly changed: () => void;
  /** So many small files are kept before they are merged into one. */
  readonly mergeAbove?: number;
}

export interface RecordLog {
  /** Reads what is new in the folder. The first call reads the record. */
  refresh(): Promise<void>;
  append(payloads: readonly EventPayload[]): Promise<void>;
  /**
   * Adds the events of another record.
   * @param heard the highest order that its writer knew, where that is told
   * @returns how many of them were new
   */
  include(events: readonly RecordEvent[], heard?: number): Promise<number>;
  /** The highest order known: what this window appends next is later. */
  order(): number;
  events(): readonly RecordEvent[];
  state(): ProgressState;
}

export function createRecordLog({
  folder,
  window,
  now,
  newId,
  breathe,
  report,
  changed,
  mergeAbove = usualMergeAbove,
}: RecordLogOptions): RecordLog {
  const files = new Map<string, readonly RecordEvent[]>();
  const refused = new Map<string, number>();
  const rescued = new Set<string>();
  const events = new Map<string, RecordEvent>();
  const fold = createProgressFold();
  let state = fold.state();
  let order = 0;
  let sequence = 0;
  let tail: Promise<unknown> = Promise.resolve();

  /** One thing at a time: files of this window are numbered and the folder is read by one reader only. */
  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const result = tail.then(work);
    tail = result.catch(() => undefined);
    return result;
  }

  const nextName = () => `${window}-${++sequence}`;

  async function learn(list: readonly RecordEvent[]): Promise<void> {
    const before = events.size;
    for (const [index, event] of list.entries()) {
      if (index % eventsAtATime === eventsAtATime - 1) await breathe();
      if (events.has(event.id)) continue;
      events.set(event.id, event);
      order = Math.max(order, event.order);
      fold.add(event);
    }
    if (events.size === before) return;
    state = fold.state();
    changed();
  }

  async function store(list: readonly RecordEvent[]): Promise<void> {
    if (list.length === 0) return;
    const name = nextName();
    await writeRecordFile(folder, name, list);
    files.set(name + finished, list);
    await learn(list);
  }

  async function tidy(): Promise<void> {
    const parts = smallFiles(files);
    if (parts.length > mergeAbove) await mergeFiles(folder, files, parts, nextName(), breathe);
  }

  async function read(): Promise<void> {
    const isOwn = (name: string) => name.startsWith(`${window}-`);
    const reading = await readFolder({ folder, known: files, refused, rescued, isOwn, breathe, rescue: store });
    await learn(reading.events);
    if (reading.problems.length > 0) report(reading.problems);
  }

  return {
    async refresh() {
      await inTurn(read);
      // Tidying is a kindness to the next start; what it cannot do now it does another time.
      void inTurn(tidy).catch(() => undefined);
    },
    append: (payloads) =>
      inTurn(() =>
        store(
          payloads.map((payload, index) => ({
            v: eventVersion,
            id: newId(),
            order: Math.min(order + 1 + index, highestOrder),
            at: now(),
            window,
            ...payload,
          })),
        ),
      ),
    include: (list, heard = 0) =>
      inTurn(async () => {
        order = Math.max(order, heard);
        const fresh = [...new Map(list.map((event) => [event.id, event])).values()].filter((event) => !events.has(event.id));
        await store(fresh);
        return fresh.length;
      }),
    order: () => order,
    events: () => [...events.values()],
    state: () => state,
  };
}
