// Installs extensions into a folder of extensions: this repository's build as a copy, or a packaged .vsix by the editor itself.
import fs from 'node:fs';
import path from 'node:path';
import { installEditor } from './install.mjs';
import { root } from './places.mjs';
import { lastLines, run } from './run.mjs';

const register = 'extensions.json';

/**
 * Puts what the package would hold into `extensionsDir` and registers it. It is a copy because the editor deletes the folder of an
 * extension that its user uninstalls. Other extensions there stay.
 */
export function installCopy(extensionsDir) {
  const manifest = JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8'));
  const id = `${manifest.publisher}.${manifest.name}`;
  const target = path.join(extensionsDir, `${id}-${manifest.version}`);
  fs.rmSync(target, { recursive: true, force: true });
  fs.mkdirSync(target, { recursive: true });
  for (const pattern of ['package.json', ...manifest.files]) {
    const name = pattern.replace(/\/\*\*$/, '');
    const from = path.join(root, name);
    if (fs.existsSync(from)) fs.cpSync(from, path.join(target, name), { recursive: true });
  }
  const file = path.join(extensionsDir, register);
  const others = fs.existsSync(file) ? JSON.parse(fs.readFileSync(file, 'utf8')).filter((entry) => entry.identifier.id !== id) : [];
  const entry = { identifier: { id }, version: manifest.version, location: { $mid: 1, path: target, scheme: 'file' }, metadata: {} };
  fs.writeFileSync(file, JSON.stringify([...others, { ...entry, relativeLocation: path.basename(target) }]));
}

/** Has the editor install the package `vsix` into `extensionsDir`, as "Install from VSIX…" does. */
export async function installVsix(vsix, extensionsDir) {
  const { node, main } = await installEditor();
  const data = path.join(extensionsDir, '..', 'install');
  const places = ['--extensions-dir', extensionsDir, '--user-data-dir', data, '--server-data-dir', data];
  const { output } = await run(node, [main, '--install-extension', vsix, '--force', '--accept-server-license-terms', ...places]);
  if (!/was successfully installed/.test(output)) throw new Error(`The editor did not install ${vsix}:\n${lastLines(output, 10)}`);
}
