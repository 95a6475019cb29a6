// `npm start [-- options] [folder]`: builds the extension and opens it in the embedded VS Code, on this machine only.
import fs from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { spawn } from 'node:child_process';
import { parseArgs } from 'node:util';
import { openDesktop } from './desktop.mjs';
import { installCopy } from './installedCopy.mjs';
import { cacheDir, root } from './places.mjs';
import { run } from './run.mjs';
import { newToken, startServer } from './server.mjs';

const usage = `npm start [-- options] [folder]
  --desktop         use the VS Code installed on this machine
  --port <number>   listen on this port
  --without-token   ask for no token (anyone on this machine can open the editor)
  --locale <name>   display language, such as ja or en (default: that of the system)
  --no-browser      open no browser`;

/** Settings, records and the last port live here, so that a learner finds everything again. */
const profile = path.join(cacheDir, 'start-profile');

async function main() {
  const { values, positionals } = readArguments();
  if (values.help) return console.log(usage);
  const folder = positionals[0] === undefined ? undefined : existingFolder(positionals[0]);
  const wantedPort = values.port === undefined ? undefined : portNumber(values.port);
  console.log('Building …');
  const build = await run(process.execPath, ['esbuild.js'], { cwd: root });
  if (build.code !== 0) throw new Error(`The build failed:\n${build.output.trim()}`);
  if (values.desktop) return openDesktop(folder);

  const extensionsDir = path.join(profile, 'extensions');
  installCopy(extensionsDir);
  const token = values['without-token'] ? undefined : profileToken();
  const port = wantedPort ?? (await lastPort());
  const locale = values.locale ?? (Intl.DateTimeFormat().resolvedOptions().locale.startsWith('ja') ? 'ja' : 'en');
  const server = await startServer({ dataDir: profile, extensionsDir, folder: folder ?? practiceFolder(), token, port, locale });
  fs.writeFileSync(path.join(profile, 'port'), String(server.port));

  const address = `http://127.0.0.1:${server.port}/${token ? `?tkn=${token}` : ''}`;
  console.log(`\n  ${address}\n\nOpen this address in Chrome or Edge on this machine. Ctrl+C ends the editor.`);
  if (!values['no-browser']) openBrowser(address);
  await untilStopped(server);
}

function readArguments() {
  const flag = { type: 'boolean', default: false };
  const text = { type: 'string' };
  const options = { desktop: flag, 'without-token': flag, 'no-browser': flag, help: flag, port: text, locale: text };
  try {
    return parseArgs({ options, allowPositionals: true });
  } catch (error) {
    throw new Error(`${error.message}\n${usage}`);
  }
}

function existingFolder(name) {
  const folder = path.resolve(name);
  if (!fs.statSync(folder, { throwIfNoEntry: false })?.isDirectory()) throw new Error(`There is no folder ${folder}.`);
  return folder;
}

function portNumber(text) {
  const port = Number(text);
  if (!Number.isInteger(port) || port < 1 || port > 65535) throw new Error(`--port takes a number from 1 to 65535, not "${text}".`);
  return port;
}

/** A small folder to work in. */
function practiceFolder() {
  const folder = path.join(profile, 'practice');
  fs.mkdirSync(folder, { recursive: true });
  const readme = path.join(folder, 'README.md');
  if (!fs.existsSync(readme)) fs.writeFileSync(readme, '# 練習用フォルダー\n\n左端の「E資格」アイコンから学習を始められます。\n');
  return folder;
}

/** One token per profile, so that a reloaded or bookmarked page still opens after a restart. */
function profileToken() {
  const file = path.join(profile, 'token');
  const kept = fs.existsSync(file) ? fs.readFileSync(file, 'utf8').trim() : '';
  return /^[0-9a-f]{32}$/.test(kept) ? kept : newToken();
}

/** The port of the last start while it is free: what a browser keeps for the editor belongs to host and port. */
function lastPort() {
  const file = path.join(profile, 'port');
  const port = fs.existsSync(file) ? Number(fs.readFileSync(file, 'utf8')) : 0;
  return new Promise((resolve) => {
    const probe = net.createServer();
    probe.once('error', () => resolve(0));
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(port)));
  });
}

function openBrowser(address) {
  const { platform, env } = process;
  if (platform === 'linux' && !env.DISPLAY && !env.WAYLAND_DISPLAY) return;
  const openers = { darwin: ['open'], win32: ['rundll32', 'url.dll,FileProtocolHandler'] };
  const [program, ...args] = openers[platform] ?? ['xdg-open'];
  const child = spawn(program, [...args, address], { detached: true, stdio: 'ignore' });
  // Without an opener the printed address is enough.
  child.on('error', () => undefined);
  child.unref();
}

/** Waits for Ctrl+C (or a polite kill) and stops everything; ends with an error when the server ends by itself. */
async function untilStopped(server) {
  const signal = new Promise((resolve) => ['SIGINT', 'SIGTERM', 'SIGHUP'].forEach((name) => process.once(name, () => resolve(name))));
  const first = await Promise.race([signal, server.exited.then(() => 'ended')]);
  await server.stop();
  if (first === 'ended') throw new Error(`The editor ended by itself. Its last words:\n${server.output().trimEnd().slice(-2000)}`);
  console.log('\nStopped.');
}

main().then(
  () => process.exit(0),
  (error) => {
    console.error(error.message);
    process.exit(1);
  },
);
