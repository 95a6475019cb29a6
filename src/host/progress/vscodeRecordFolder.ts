// A folder of the record on VS Code's file system, which is a disk on the desktop and the browser's store on the web.
import * as vscode from 'vscode';
import type { RecordFolder } from '../../core/progress/recordFolder';
import { isMissing } from '../isMissing';

const isTaken = (error: unknown): boolean => error instanceof vscode.FileSystemError && error.code === 'FileExists';

/** Gives `otherwise` where there is nothing at the path; any other trouble goes on as an error. */
async function ifPresent<T, U>(work: Thenable<T>, otherwise: U): Promise<T | U> {
  try {
    return await work;
  } catch (error) {
    if (isMissing(error)) return otherwise;
    throw error;
  }
}

export function vscodeRecordFolder(root: vscode.Uri, now: () => number): RecordFolder {
  const fs = vscode.workspace.fs;
  const at = (path: string) => vscode.Uri.joinPath(root, path);
  return {
    async list(place) {
      const entries = await ifPresent(fs.readDirectory(at(place)), []);
      return entries.filter(([, type]) => (type & vscode.FileType.File) !== 0).map(([name]) => name);
    },
    async read(path) {
      const bytes = await ifPresent(fs.readFile(at(path)), null);
      return bytes === null ? null : new TextDecoder().decode(bytes);
    },
    write: async (path, text) => fs.writeFile(at(path), new TextEncoder().encode(text)),
    async rename(from, to) {
      try {
        await fs.rename(at(from), at(to), { overwrite: false });
        return true;
      } catch (error) {
        if (isMissing(error) || isTaken(error)) return false;
        throw error;
      }
    },
    remove: async (path) => ifPresent(fs.delete(at(path)), undefined),
    async age(path) {
      const stat = await ifPresent(fs.stat(at(path)), null);
      return stat === null ? null : now() - stat.mtime;
    },
  };
}
