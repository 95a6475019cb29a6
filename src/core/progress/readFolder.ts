// Reads the files of the record that are not known yet, finishes what a killed window left behind and sets damaged files aside.
import { inPieces } from '../pieces';
import { damageSentence, decodingRecordFile, type Damage } from './recordFile';
import { setAside, type RecordFolder } from './recordFolder';
import { finished, unfinished } from './writeRecordFile';
import type { RecordEvent } from './events';

/** A file that could not be read as a whole. `movedTo` is null where it had to stay in its place; `error` is then what the disk said. */
export interface FileProblem {
  readonly file: string;
  readonly damage: Damage | 'newer';
  readonly movedTo: string | null;
  readonly error?: string;
}

export interface FolderReading {
  readonly events: RecordEvent[];
  readonly problems: FileProblem[];
}

export interface FolderReader {
  readonly folder: RecordFolder;
  /** Names that need no (further) reading, with the events that they hold. Grows. */
  readonly known: Map<string, readonly RecordEvent[]>;
  /** How often the disk has refused a file so far, in all readings. Grows. */
  readonly refused: Map<string, number>;
  /** Damaged files whose events are stored already, because the disk would not let the file itself be moved. Grows. */
  readonly rescued: Set<string>;
  /** Stores what could be read of a damaged file, before that file is moved. */
  readonly rescue: (events: readonly RecordEvent[]) => Promise<void>;
  /** Gives way to whatever else the host has to do. */
  readonly breathe: () => Promise<void>;
  /** Whether an unfinished file is this window's own. */
  readonly isOwn: (name: string) => boolean;
}

/** Files of later versions lie aside under this prefix and are looked into at every start: after an update they count. */
const newerPrefix = 'newer--';

/** An unfinished file that nobody has touched for this long (ms) belongs to a window that was killed. */
const abandonedAfter = 60_000;

/** A virus scanner or a backup locks a file for a moment; refused so often, it is told, and still tried again with every reading. */
const refusals = 3;

/** How often to begin again when files vanish between listing and reading because another window merges them. */
const listings = 8;

/** @returns the new path, or null when somebody else has moved the file already */
async function moveAside(folder: RecordFolder, file: string, name: string, reason: string): Promise<string | null> {
  for (let copy = 0; ; copy++) {
    const target = `${setAside}/${name}${copy === 0 ? '' : `.${copy}`}`;
    if (await folder.rename(file, target)) {
      // The file is safe now; that its reason could not be written must not hide that it was damaged.
      await folder.write(`${target}.reason.txt`, reason + '\n').catch(() => undefined);
      return target;
    }
    if ((await folder.read(file)) === null) return null;
  }
}

/** Reads one file into `reading`. @returns false when the file has vanished */
async function readFile(reader: FolderReader, file: string, reading: FolderReading): Promise<boolean> {
  const { folder, known, rescued, rescue, breathe } = reader;
  const text = await folder.read(file);
  if (text === null) return false;
  const { events, damage, newer } = await inPieces(decodingRecordFile(text), breathe);
  const temporary = file.endsWith(unfinished);
  if (damage && temporary && Math.abs((await folder.age(file)) ?? 0) < abandonedAfter) return true;

  for (const event of events) reading.events.push(event);
  if (damage || newer) {
    if (damage && events.length > 0 && !rescued.has(file)) {
      await rescue(events);
      rescued.add(file);
    }
    const reason = damage ? damageSentence(damage) : 'The file was written by a later version of the extension.';
    const movedTo = await moveAside(folder, file, newer ? newerPrefix + file : file, reason);
    if (movedTo !== null) reading.problems.push({ file, damage: damage ?? 'newer', movedTo });
  } else {
    const name = temporary ? file.slice(0, -unfinished.length) + finished : file;
    if (temporary) await folder.rename(file, name);
    known.set(name, events);
  }
  return true;
}

/** Reads a file of a later version that lies aside, for the events that this version understands. */
async function readNewer({ folder, known, breathe }: FolderReader, path: string, reading: FolderReading): Promise<void> {
  const { events } = await inPieces(decodingRecordFile((await folder.read(path)) ?? ''), breathe);
  known.set(path, events);
  for (const event of events) reading.events.push(event);
}

/**
 * Reads everything that `reader.known` does not have yet.
 * A file that the disk refuses is left where it is for the next reading; the others are read all the same.
 */
export async function readFolder(reader: FolderReader): Promise<FolderReading> {
  const { folder, known, refused } = reader;
  const reading: FolderReading = { events: [], problems: [] };
  const refusedNow = new Set<string>();

  const refuse = (file: string, error: unknown): void => {
    refusedNow.add(file);
    const count = (refused.get(file) ?? 0) + 1;
    refused.set(file, count);
    if (count === refusals) reading.problems.push({ file, damage: { kind: 'trouble' }, movedTo: null, error: String(error) });
  };

  for (let listing = 0, vanished = true; vanished && listing < listings; listing++) {
    vanished = false;
    for (const file of await folder.list('')) {
      if (known.has(file) || refusedNow.has(file) || (file.endsWith(unfinished) ? reader.isOwn(file) : !file.endsWith(finished))) continue;
      try {
        vanished = !(await readFile(reader, file, reading)) || vanished;
      } catch (error) {
        refuse(file, error);
      }
    }
  }
  for (const name of await folder.list(setAside)) {
    const path = `${setAside}/${name}`;
    if (known.has(path) || !name.startsWith(newerPrefix)) continue;
    await readNewer(reader, path, reading).catch((error: unknown) => refuse(path, error));
  }
  return reading;
}
