// A disk in memory that several windows share, with the faults of real ones: writes that are cut short, windows that are killed.
import { setAside, type RecordFolder } from '../../../src/core/progress/recordFolder';

/** Called before every operation of a window; may wait, and may throw `Killed` for a write that is to be cut short. */
export type Step = (operation: keyof RecordFolder, path: string) => Promise<void>;

/** Thrown by a step: the window dies here; of a text being written only a part reaches the disk. */
export class Killed extends Error {
  readonly part: (text: string) => string;
  constructor(part: (text: string) => string) {
    super('killed');
    this.part = part;
  }
}

const never = new Promise<never>(() => undefined);

export class MemoryDisk {
  readonly files = new Map<string, { text: string; writtenAt: number }>();
  clock = 1_700_000_000_000;

  text(path: string): string | undefined {
    return this.files.get(path)?.text;
  }

  put(path: string, text: string): void {
    this.files.set(path, { text, writtenAt: this.clock });
  }

  /** The folder as one window sees it. After a kill every operation of that window waits for ever. */
  folder(step: Step = () => Promise.resolve()): RecordFolder {
    let dead = false;
    const perform = async <T>(operation: keyof RecordFolder, path: string, work: () => T, cut?: (error: Killed) => void): Promise<T> => {
      if (dead) return never;
      try {
        await step(operation, path);
      } catch (error) {
        if (!(error instanceof Killed)) throw error;
        cut?.(error);
        dead = true;
        return never;
      }
      return work();
    };
    const { files } = this;
    const put = this.put.bind(this);
    return {
      list: (place) =>
        perform('list', place, () => {
          const prefix = place === '' ? '' : `${place}/`;
          return [...files.keys()]
            .filter((path) => path.startsWith(prefix) && !path.slice(prefix.length).includes('/'))
            .map((path) => path.slice(prefix.length));
        }),
      read: (path) => perform('read', path, () => files.get(path)?.text ?? null),
      // Others can see the first half of a file before the second one is there.
      async write(path, text) {
        const cut = ({ part }: Killed) => put(path, part(text));
        await perform('write', path, () => put(path, text.slice(0, text.length / 2)), cut);
        await perform('write', path, () => put(path, text), cut);
      },
      rename: (from, to) =>
        perform('rename', from, () => {
          const file = files.get(from);
          if (!file || files.has(to)) return false;
          files.set(to, file);
          return files.delete(from);
        }),
      remove: (path) => perform('remove', path, () => void files.delete(path)),
      age: (path) => perform('age', path, () => (files.has(path) ? this.clock - files.get(path)!.writtenAt : null)),
    };
  }

  /** Texts of the files that were set aside, without the reasons beside them. */
  aside(): string[] {
    return [...this.files].filter(([path]) => path.startsWith(`${setAside}/`) && !path.endsWith('.reason.txt')).map(([, { text }]) => text);
  }
}
