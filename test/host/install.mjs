// Fetches the embedded editor (a real VS Code, out of the npm package code-server) and a Node to run it, once, into the cache.
import fs from 'node:fs/promises';
import path from 'node:path';
import { cacheDir, editorVersion, nodeVersions } from './places.mjs';
import { lastLines, npm, run } from './run.mjs';

const marker = 'complete.json';
const say = (text) => console.log(text);

/**
 * Makes sure that editor and Node are there.
 * @returns {Promise<{ version: string, node: string, home: string, main: string }>} the editor's version, the Node binary,
 * the folder of VS Code and its server's main module.
 */
export async function installEditor({ version = editorVersion(), log = say } = {}) {
  const dir = await fetchEditor(version, log);
  const own = path.join(dir, 'node_modules/code-server');
  const { engines } = JSON.parse(await fs.readFile(path.join(own, 'package.json'), 'utf8'));
  const node = await installNode(Number(engines.node), log);
  const home = path.join(own, 'lib/vscode');
  return { version, node, home, main: path.join(home, 'out/server-main.js') };
}

/** The path of a Node of the major version `major`: the one that runs this, or one from the npm package `node`. */
async function installNode(major, log) {
  if (Number(process.versions.node.split('.')[0]) === major) return process.execPath;
  const version = nodeVersions[major] ?? String(major);
  const binary = path.join('node_modules/node/bin', process.platform === 'win32' ? 'node.exe' : 'node');
  const dir = await once(`node-${version}`, async (target) => {
    log(`Fetching Node ${version} (npm package "node", once) …`);
    await npm(['install', '--prefix', target, `node@${version}`, '--ignore-scripts'], { cwd: target });
    // The package's install step fetches the binary of this platform; run from here, it needs no leave from npm's settings.
    const { output } = await run(process.execPath, ['installArchSpecificPackage.js'], { cwd: path.join(target, 'node_modules/node') });
    if (!(await exists(path.join(target, binary)))) throw new Error(`Node ${version} could not be fetched: ${lastLines(output, 12)}`);
  });
  return path.join(dir, binary);
}

function fetchEditor(version, log) {
  return once(`vscode-${version}`, async (target) => {
    log(`Fetching VS Code (npm package code-server@${version}, about 600 MB, once) …`);
    // Scripts would only build the terminal and the native log writer, which nothing here needs.
    await npm(['install', '--prefix', target, `code-server@${version}`, '--ignore-scripts'], { cwd: target });
    log('Fetching the libraries of its server …');
    const home = path.join(target, 'node_modules/code-server/lib/vscode');
    await npm(['install', '--omit=dev', '--ignore-scripts'], { cwd: home });
    log(`VS Code is ready in ${path.join(cacheDir, `vscode-${version}`)}.`);
  });
}

/**
 * Fills the folder `name` of the cache by `fill`, unless a complete one is there. The work is done in a folder of its own and moved
 * into place at the end, so a run that was broken off leaves nothing that looks finished.
 */
async function once(name, fill) {
  const dir = path.join(cacheDir, name);
  if (await exists(path.join(dir, marker))) return dir;
  await fs.mkdir(cacheDir, { recursive: true });
  await removeLeftovers(name);
  const target = await fs.mkdtemp(path.join(cacheDir, `${name}.part-`));
  try {
    await fs.writeFile(path.join(target, 'package.json'), '{ "private": true }\n');
    await fill(target);
    await fs.writeFile(path.join(target, marker), `${JSON.stringify({ name })}\n`);
    if (await exists(path.join(dir, marker))) return dir;
    await fs.rm(dir, { recursive: true, force: true });
    await fs.rename(target, dir);
    return dir;
  } finally {
    await fs.rm(target, { recursive: true, force: true });
  }
}

/** Removes what killed runs left unfinished; an hour is more than any live one takes. */
async function removeLeftovers(name) {
  for (const entry of (await fs.readdir(cacheDir)).filter((file) => file.startsWith(`${name}.part-`))) {
    const dir = path.join(cacheDir, entry);
    const { mtimeMs } = await fs.stat(dir);
    if (Date.now() - mtimeMs > 3_600_000) await fs.rm(dir, { recursive: true, force: true });
  }
}

const exists = (file) =>
  fs.access(file).then(
    () => true,
    () => false,
  );
