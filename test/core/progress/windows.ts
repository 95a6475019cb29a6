// Windows for the tests of the record: each opens the shared disk with an id of its own and counts what it reports.
import type { EventPayload, RecordEvent } from '../../../src/core/progress/events';
import type { FileProblem } from '../../../src/core/progress/readFolder';
import { createRecordLog, type RecordLog } from '../../../src/core/progress/recordLog';
import type { MemoryDisk, Step } from './memoryFolder';

export interface TestWindow extends RecordLog {
  readonly problems: FileProblem[];
  ids(): string[];
}

let windows = 0;

export function openWindow(
  disk: MemoryDisk,
  options: { step?: Step; mergeAbove?: number; now?: () => number; breathe?: () => Promise<void> } = {},
): TestWindow {
  const window = `w${++windows}`;
  const problems: FileProblem[] = [];
  let count = 0;
  const log = createRecordLog({
    folder: disk.folder(options.step),
    window,
    now: options.now ?? (() => disk.clock),
    breathe: options.breathe ?? (() => Promise.resolve()),
    newId: () => `${window}.${++count}`,
    report: (found) => problems.push(...found),
    changed: () => undefined,
    mergeAbove: options.mergeAbove ?? 4,
  });
  return {
    ...log,
    problems,
    ids: () =>
      log
        .events()
        .map((event) => event.id)
        .sort(),
  };
}

/** A window that has just been started and has read everything. */
export async function freshWindow(disk: MemoryDisk): Promise<TestWindow> {
  const window = openWindow(disk, { mergeAbove: 1000 });
  await window.refresh();
  return window;
}

export const read = (slug: string, isRead = true): EventPayload => ({ type: 'noteRead', slug, read: isRead });

export const answer = (session: string, question: string, correct: boolean): EventPayload => ({
  type: 'answered',
  session,
  question,
  topic: 'maml',
  given: { choices: [correct ? 0 : 1] },
  correct,
  ms: 1200,
});

/** A stored event, for files that a test writes itself. */
export const stored = (id: string, order: number, payload: EventPayload = read(`note-${id}`)): RecordEvent => ({
  v: 1,
  id,
  order,
  at: 1_700_000_000_000 + order,
  window: 'elsewhere',
  ...payload,
});
