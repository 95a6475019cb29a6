// Keeps the record at a few files: writes the union of many small ones into one, looks at it again, and only then removes the parts.
import { inPieces } from '../pieces';
import { decodingRecordFile } from './recordFile';
import { setAside, type RecordFolder } from './recordFolder';
import { finished, writeRecordFile } from './writeRecordFile';
import type { RecordEvent } from './events';

/** So many small files are kept before they are merged. */
export const usualMergeAbove = 48;

/** A file with this many events is large enough to be left alone. */
const largeFile = 2000;

/** Which of the known files a merge would take; fewer than two means that there is nothing to do. */
export function smallFiles(known: ReadonlyMap<string, readonly RecordEvent[]>): string[] {
  return [...known]
    .filter(([name, events]) => events.length > 0 && events.length < largeFile && !name.startsWith(setAside))
    .map(([name]) => name);
}

/**
 * Merges `parts` into the new file `name`. Two windows may merge the same parts: their events then stand in two files, which changes nothing.
 * @throws Error when the merged file cannot be read back as a whole; the parts are then all still there
 */
export async function mergeFiles(
  folder: RecordFolder,
  known: Map<string, readonly RecordEvent[]>,
  parts: readonly string[],
  name: string,
  breathe: () => Promise<void>,
): Promise<void> {
  const union = new Map(parts.flatMap((part) => known.get(part) ?? []).map((event) => [event.id, event]));
  await writeRecordFile(folder, name, [...union.values()]);
  const written = await inPieces(decodingRecordFile((await folder.read(name + finished)) ?? ''), breathe);
  const ids = new Set(written.events.map((event) => event.id));
  if (written.damage || [...union.keys()].some((id) => !ids.has(id)))
    throw new Error(`The merged file ${name + finished} is not complete.`);
  known.set(name + finished, written.events);
  for (const part of parts) {
    await folder.remove(part);
    known.set(part, []);
  }
}
