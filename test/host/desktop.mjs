// Opens the extension in the VS Code that is installed on the machine.
import fs from 'node:fs';
import path from 'node:path';
import { root } from './places.mjs';
import { run } from './run.mjs';

/** Starts `code` with this repository as an extension under development; throws one sentence when there is no `code`. */
export async function openDesktop(folder) {
  const windows = process.platform === 'win32';
  const names = windows ? ['code.cmd', 'code.exe'] : ['code'];
  const folders = (process.env.PATH ?? '').split(path.delimiter).filter(Boolean);
  const program = folders.flatMap((dir) => names.map((name) => path.join(dir, name))).find((file) => fs.existsSync(file));
  if (!program) {
    throw new Error(
      "There is no VS Code on this machine's PATH: run \"Shell Command: Install 'code' command in PATH\" in VS Code, or use npm start without --desktop.",
    );
  }
  const quoted = (text) => (windows ? `"${text}"` : text);
  const args = [`--extensionDevelopmentPath=${root}`, ...(folder ? [folder] : [])].map(quoted);
  const { code, output } = await run(quoted(program), args, { shell: windows });
  if (code !== 0) throw new Error(`VS Code did not start (exit code ${code}): ${output.trim()}`);
}
