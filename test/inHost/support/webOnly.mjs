// Makes an editor that could run the extension in Node run it in the web worker, as vscode.dev does.
import fs from 'node:fs';
import path from 'node:path';

/**
 * Lays out a twin of the extension in `dir` whose manifest has no `main` and leaves the choice of the host to the
 * editor; everything else is linked to the original.
 * @returns {string} the twin's folder, inside `scratch`
 */
export function webOnly(dir, scratch) {
  const { main: _main, extensionKind: _kind, ...manifest } = JSON.parse(fs.readFileSync(path.join(dir, 'package.json'), 'utf8'));
  const twin = fs.mkdtempSync(path.join(scratch, 'web-'));
  fs.writeFileSync(path.join(twin, 'package.json'), JSON.stringify(manifest));
  for (const entry of fs.readdirSync(dir, { withFileTypes: true })) {
    const skipped = entry.name.startsWith('.') || ['package.json', 'node_modules', 'src', 'test'].includes(entry.name);
    if (skipped) continue;
    const [from, to] = [path.join(dir, entry.name), path.join(twin, entry.name)];
    if (entry.isDirectory()) fs.symlinkSync(from, to, 'junction');
    else fs.copyFileSync(from, to);
  }
  return twin;
}
