// Starts the embedded VS Code on a loopback port, says where it is, and takes everything away again.
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { installEditor } from './install.mjs';
import { registerLanguage } from './language.mjs';
import { killTree } from './killTree.mjs';
import { lastLines } from './run.mjs';
import { quietSettings } from './settings.mjs';

const host = '127.0.0.1';
const guard = fileURLToPath(new URL('outsideGuard.cjs', import.meta.url));

/**
 * Starts a server.
 * @param {object} [options]
 * @param {string} [options.dataDir] a folder that keeps profile and records between starts; without it, a temporary one that `stop` removes
 * @param {string[]} [options.extensionPaths] folders of extensions under development, loaded into every window that `url()` opens
 * @param {string} [options.extensionsDir] the folder of installed extensions (default: an empty one in the profile)
 * @param {string} [options.testsPath] a module with `run()`, run in the extension host in place of a learner
 * @param {object} [options.settings] user settings over the quiet ones
 * @param {string} [options.theme]
 * @param {string} [options.locale] display language, such as `ja` (default `en`)
 * @param {string} [options.folder] the folder that the bare address opens
 * @param {boolean} [options.trust] false: windows open in Restricted Mode until the user trusts the folder
 * @param {string} [options.token] connection token that a browser must show; none by default
 * @param {number} [options.port] a fixed port (default: a free one)
 * @param {Record<string, string>} [options.env] environment of the server and so of the extension host
 * @returns {Promise<{ port: number, dataDir: string, userDir: string, outsideLog: string, url: Function, output: () => string, exited: Promise<number | null>, kill: () => Promise<void>, stop: () => Promise<void> }>}
 */
export async function startServer(options = {}) {
  const editor = await installEditor();
  const temporary = options.dataDir === undefined;
  const dataDir = options.dataDir ?? fs.mkdtempSync(path.join(os.tmpdir(), 'e-shikaku-'));
  const userDir = path.join(dataDir, 'user', 'User');
  fs.mkdirSync(userDir, { recursive: true });
  const outsideLog = path.join(dataDir, 'outside.log');
  writeSettings(path.join(userDir, 'settings.json'), options, temporary);
  const locale = options.locale ?? 'en';
  if (!locale.startsWith('en')) await registerLanguage(path.join(dataDir, 'user'), locale);

  const child = spawn(editor.node, ['--require', guard, editor.main, ...serverArguments(options, dataDir, locale, temporary)], {
    detached: process.platform !== 'win32',
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...plainEnvironment(), EXTENSIONS_GALLERY: '{}', E_SHIKAKU_OUTSIDE_LOG: outsideLog, ...options.env },
  });
  const killNow = () => killTree(child.pid, 'SIGKILL');
  process.once('exit', killNow);
  let output = '';
  const exited = new Promise((resolve) => child.once('close', resolve));
  /** Ends everything at once, as a power cut does; the profile stays until `stop`. */
  const kill = async () => {
    killNow();
    await exited;
  };
  const stop = async () => {
    process.removeListener('exit', killNow);
    if (child.exitCode === null && child.signalCode === null) killTree(child.pid, 'SIGTERM');
    const late = setTimeout(killNow, 3000);
    await exited;
    clearTimeout(late);
    killNow();
    if (temporary) fs.rmSync(dataDir, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  };
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text) => (output += text));
  try {
    const port = await ready(child, () => output, exited);
    const url = (place = {}) => windowUrl(port, options, place);
    return { port, dataDir, userDir, outsideLog, url, output: () => output, exited, kill, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** A fresh connection token. */
export const newToken = () => randomBytes(16).toString('hex');

/** Our environment without what a VS Code around us (a terminal in it, a task) may have put there. */
function plainEnvironment() {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(VSCODE_|ELECTRON_)/.test(name)));
}

function serverArguments(options, dataDir, locale, temporary) {
  const tokenFile = path.join(dataDir, 'token');
  if (options.token) fs.writeFileSync(tokenFile, options.token, { mode: 0o600 });
  return [
    ...['--host', host, '--port', String(options.port ?? 0)],
    ...(options.token ? ['--connection-token-file', tokenFile] : ['--without-connection-token']),
    ...['--accept-server-license-terms', '--telemetry-level', 'off', '--disable-update-check', '--disable-getting-started-override'],
    ...['--user-data-dir', path.join(dataDir, 'user'), '--server-data-dir', path.join(dataDir, 'server')],
    ...['--extensions-dir', options.extensionsDir ?? path.join(dataDir, 'extensions'), '--locale', locale],
    ...(options.folder ? ['--default-folder', options.folder] : []),
    // Only with this flag does a built VS Code load extensions under development from the address.
    ...(options.extensionPaths?.length ? ['--enable-smoke-test-driver'] : []),
    ...(options.trust === false ? [] : ['--disable-workspace-trust']),
    // A run that is killed takes its server along within minutes.
    ...(temporary ? ['--enable-remote-auto-shutdown'] : []),
  ];
}

/** Resolves with the port once the server listens, rejects with what it printed when it ends before. */
async function ready(child, output, exited) {
  const deadline = Date.now() + 60_000;
  let ended = false;
  void exited.then(() => (ended = true));
  while (Date.now() < deadline && !ended) {
    const port = /Server bound to [^\s:]+:(\d+)/.exec(output())?.[1];
    if (port && output().includes('Extension host agent started')) return Number(port);
    await new Promise((resolve) => setTimeout(resolve, 30));
  }
  throw new Error(`The embedded VS Code did not start (exit code ${child.exitCode}). Its last words:\n${lastLines(output(), 15)}`);
}

/** Writes the user settings; those of a kept profile belong to its user once they are there. */
function writeSettings(file, { theme, settings }, temporary) {
  if (!temporary && fs.existsSync(file)) return;
  fs.writeFileSync(file, `${JSON.stringify({ ...quietSettings(theme), ...settings }, null, 2)}\n`);
}

/** The address of a window on `folder` (none: an empty window) with the server's extensions in it. */
function windowUrl(port, options, { folder, testsPath = options.testsPath } = {}) {
  const remote = (file) => `vscode-remote://${host}:${port}${file.startsWith('/') ? '' : '/'}${file.replaceAll('\\', '/')}`;
  const payload = (options.extensionPaths ?? []).map((dir) => ['extensionDevelopmentPath', remote(dir)]);
  if (testsPath) payload.push(['extensionTestsPath', remote(testsPath)]);
  const query = new URLSearchParams();
  if (options.token) query.set('tkn', options.token);
  if (folder) query.set('folder', folder.replaceAll('\\', '/'));
  else query.set('ew', 'true');
  if (payload.length > 0) query.set('payload', JSON.stringify([...payload, ['skipWelcome', 'true']]));
  return `http://${host}:${port}/?${query}`;
}
