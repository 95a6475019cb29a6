// Puts a new file into the record so that it is there as a whole or not at all; no file is ever written twice.
import { encodeRecordFile } from './recordFile';
import type { RecordEvent } from './events';
import type { RecordFolder } from './recordFolder';

/** Ending of finished files, and of files that are still being written. */
export const finished = '.jsonl';
export const unfinished = '.tmp';

const attempts = 3;

/**
 * Writes `name`.tmp and renames it to `name`.jsonl. Another window may finish the renaming first, which is as good.
 * @param name unique for ever
 * @throws Error when the file is not there in the end
 */
export async function writeRecordFile(folder: RecordFolder, name: string, events: readonly RecordEvent[]): Promise<void> {
  const text = encodeRecordFile(events);
  for (let attempt = 0; attempt < attempts; attempt++) {
    await folder.write(name + unfinished, text);
    await folder.rename(name + unfinished, name + finished);
    if ((await folder.read(name + finished)) === text) return;
  }
  throw new Error(`The learning record could not be written to ${name + finished}.`);
}
