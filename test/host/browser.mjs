// Finds a Chromium-like browser on the machine, or gets one, and starts it for the harness.
import fs from 'node:fs';
import path from 'node:path';
import { createRequire } from 'node:module';
import { chromium } from 'playwright-core';
import { run } from './run.mjs';

const remedy =
  'No browser for the tests: install Google Chrome, Chromium or Microsoft Edge (or set CHROME_PATH to one), then run the command again.';

/** Offline, quiet, and without the sandbox that containers do not allow. */
const flags = [
  ...['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'],
  ...['--disable-component-update', '--disable-sync', '--force-color-profile=srgb', '--font-render-hinting=none'],
];

/** Starts a headless browser. */
export async function launchBrowser() {
  const executablePath = await findBrowser();
  return chromium.launch({ executablePath, headless: true, args: flags });
}

/** The path of a browser: `CHROME_PATH`, an installed one, Playwright's own download, or a freshly installed Debian package. */
export async function findBrowser(log = console.log) {
  const own = process.env.CHROME_PATH;
  if (own) {
    if (fs.existsSync(own)) return own;
    throw new Error(`CHROME_PATH names ${own}, and there is no such file.`);
  }
  const found = installedBrowser() ?? (await playwrightBrowser(log)) ?? (await debianBrowser(log));
  if (!found) throw new Error(remedy);
  await ensureJapaneseFont(log);
  return found;
}

function installedBrowser() {
  const names = ['google-chrome', 'google-chrome-stable', 'chromium', 'chromium-browser', 'microsoft-edge', 'microsoft-edge-stable'];
  const folders = (process.env.PATH ?? '').split(path.delimiter).filter(Boolean);
  return [...folders.flatMap((dir) => names.map((name) => path.join(dir, name))), ...fixedPlaces()].find((file) => fs.existsSync(file));
}

function fixedPlaces() {
  if (process.platform === 'darwin') {
    const names = ['Google Chrome', 'Chromium', 'Microsoft Edge'];
    return names.map((name) => `/Applications/${name}.app/Contents/MacOS/${name}`);
  }
  if (process.platform !== 'win32') return [];
  const roots = [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA].filter(Boolean);
  const programs = ['Google/Chrome/Application/chrome.exe', 'Chromium/Application/chrome.exe', 'Microsoft/Edge/Application/msedge.exe'];
  return roots.flatMap((root) => programs.map((program) => path.join(root, program)));
}

async function playwrightBrowser(log) {
  const file = chromium.executablePath();
  if (!fs.existsSync(file)) {
    log('No browser found; fetching the one of Playwright (about 150 MB, once) …');
    const cli = path.join(path.dirname(createRequire(import.meta.url).resolve('playwright-core/package.json')), 'cli.js');
    await run(process.execPath, [cli, 'install', 'chromium', '--no-shell'], { timeout: 240_000 });
  }
  if (!fs.existsSync(file)) return undefined;
  // On a bare machine the download may lack system libraries, which only a start shows.
  return (await run(file, ['--version'], { timeout: 30_000 })).code === 0 ? file : undefined;
}

async function debianBrowser(log) {
  if (!canInstall()) return undefined;
  log('Installing the packages chromium and fonts-noto-cjk …');
  await installPackages(['chromium', 'fonts-noto-cjk']);
  return installedBrowser();
}

/** Without a Japanese font the screenshots show boxes; text and tests are right nevertheless, so failing here stops nothing. */
async function ensureJapaneseFont(log) {
  if (process.platform !== 'linux') return;
  const { code, stdout } = await run('fc-list', [':lang=ja']);
  if (code === 0 && stdout.trim() !== '') return;
  if (canInstall()) {
    log('Installing a Japanese font (package fonts-noto-cjk) …');
    if (await installPackages(['fonts-noto-cjk', 'fontconfig'])) return;
  }
  log('There is no Japanese font here, so screenshots will show boxes; install Noto Sans CJK (Debian: fonts-noto-cjk).');
}

const canInstall = () => process.platform === 'linux' && process.getuid?.() === 0 && fs.existsSync('/usr/bin/apt-get');

async function installPackages(names) {
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  await run('apt-get', ['update', '-q'], { env });
  return (await run('apt-get', ['install', '-y', '-q', '--no-install-recommends', ...names], { env })).code === 0;
}
