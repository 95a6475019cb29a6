// The little that the record needs of a file system, so that its logic runs anywhere and faults can be injected in tests.

/** Where files lie that could not be read, with their reasons beside them. */
export const setAside = 'set-aside';

/** A folder of text files; a path is a name, or a name under `set-aside/`. Every method rejects only on trouble with the disk. */
export interface RecordFolder {
  /** Names of the files in the folder (`''`) or in `set-aside`; empty when there is no such folder. */
  list(place: '' | typeof setAside): Promise<readonly string[]>;
  /** The file's text, bytes that are no UTF-8 replaced; null when there is no such file. */
  read(path: string): Promise<string | null>;
  /** Not atomic: a kill may leave a part of the text. */
  write(path: string, text: string): Promise<void>;
  /** Atomic; false when `from` does not exist (any more) or `to` exists already. */
  rename(from: string, to: string): Promise<boolean>;
  /** Nothing to remove is no error. */
  remove(path: string): Promise<void>;
  /** Milliseconds since the file was last written; null when there is no such file. */
  age(path: string): Promise<number | null>;
}
