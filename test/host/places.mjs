// Where the harness keeps things, and which versions of the editor and of Node it uses.
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository's root. */
export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');

/** The embedded editor: code-server 4.139.1 carries VS Code 1.139.1. */
export const currentEditor = '4.139.1';

/** The oldest editor that is tried: VS Code 1.103, the nearest one to the floor in `engines.vscode`. */
export const floorEditor = '4.103.2';

/** The Node releases that the editors' servers ask for, by major version. */
export const nodeVersions = { 22: '22.23.3', 24: '24.21.0' };

/** The editor version of this run: `E_SHIKAKU_CODE_VERSION` holds a code-server version, or the word `floor`. */
export function editorVersion() {
  const wanted = process.env.E_SHIKAKU_CODE_VERSION;
  return wanted === 'floor' ? floorEditor : wanted || currentEditor;
}

/** The folder for everything that is fetched or made and need not be kept; git ignores it. */
export const cacheDir = path.resolve(process.env.E_SHIKAKU_CACHE || path.join(root, '.cache'));
