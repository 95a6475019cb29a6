// Opens the extension in a real editor window, and gives a test or a screenshot scene hands and eyes in it.
import fs from 'node:fs';
import path from 'node:path';
import { launchBrowser } from '../../host/browser.mjs';
import { cacheDir, root } from '../../host/places.mjs';
import { startServer } from '../../host/server.mjs';
import { themes } from '../../host/settings.mjs';
import { axe } from './axe.mjs';
import { panelFrame } from './panelFrame.mjs';
import { commandLabel, palette } from './palette.mjs';
import { watchConsole, watchRequests } from './watch.mjs';

let browser;

/** Closes the browser that all windows of this process share. */
export async function closeBrowser() {
  const open = await browser;
  browser = undefined;
  await open?.close();
}

/**
 * Opens a window with a profile of its own.
 * @param {object} [options]
 * @param {keyof typeof themes} [options.theme] `dark` (default), `light`, `hcDark` or `hcLight`
 * @param {string} [options.locale] display language (default `en`)
 * @param {number} [options.width] of the window in CSS pixels (default 1600)
 * @param {number} [options.height] (default 1000)
 * @param {string | null} [options.folder] the folder to open (default: an empty one in the profile; null: none)
 * @param {object} [options.settings] user settings
 * @param {boolean} [options.trust] false: Restricted Mode
 * @param {boolean} [options.reducedMotion]
 * @param {string[]} [options.extensionPaths] folders of extensions (default: this repository)
 * @param {string} [options.extensionsDir] installed extensions, with `extensionPaths: []` for a test of the package
 */
export async function openWindow({ theme = 'dark', locale = 'en', width = 1600, height = 1000, folder, reducedMotion, ...rest } = {}) {
  browser ??= launchBrowser();
  const start = (more) => startServer({ extensionPaths: [root], theme: themes[theme], locale, ...rest, ...more });
  const [shared, first] = await Promise.all([browser, start()]);
  let server = first;
  const context = await shared.newContext({
    viewport: { width, height },
    locale,
    reducedMotion: reducedMotion ? 'reduce' : 'no-preference',
  });
  const page = await context.newPage();
  const consoleViolations = watchConsole(page);
  const requestsOutside = watchRequests(context, server);
  const ready = () => page.locator('.monaco-workbench .activitybar .action-label').first().waitFor({ timeout: 60_000 });
  const place = folder === undefined ? path.join(server.dataDir, 'practice') : folder;
  if (place) fs.mkdirSync(place, { recursive: true });
  const folderSettings = {};
  await page.goto(server.url({ folder: place }));
  await ready();

  return {
    page,
    get server() {
      return server;
    },
    locale,
    /** Messages about a broken content security policy in a webview. */
    consoleViolations,
    /** Addresses outside this machine that the window or its server asked for: `requestsOutside()`. */
    requestsOutside,
    /** The content of the panel whose tab has this title. */
    frame: (title, timeout) => panelFrame(page, title, timeout),
    /** Runs the command with this title (as the palette shows it, category included or not). */
    palette: (title, timeout) => palette(page, title, timeout),
    /** Runs one of the extension's commands by its id, through the palette, in any language. */
    command: (id, timeout) => palette(page, commandLabel(id, locale), timeout),
    /** Opens the view container with this title from the activity bar. */
    async view(title) {
      const item = page.locator(`.activitybar .action-item:has(.action-label[aria-label^="${title}"])`).first();
      await item.waitFor({ timeout: 30_000 });
      if (!(await item.evaluate((node) => node.classList.contains('checked')))) await item.click();
      // Away from the icon, so that its tooltip does not cover the view.
      await page.mouse.move(1, 1);
    },
    /** The tree rows of the side bar whose text contains `text`. */
    row: (text) => page.locator('.sidebar .monaco-list-row', { hasText: text }),
    /** Changes settings while the window is open; they land in the folder, whose files the editor watches. */
    settings(changes) {
      Object.assign(folderSettings, changes);
      fs.mkdirSync(path.join(place, '.vscode'), { recursive: true });
      fs.writeFileSync(path.join(place, '.vscode/settings.json'), JSON.stringify(folderSettings));
    },
    /** Loads the window anew, as "Developer: Reload Window" does. */
    async reload() {
      await page.reload();
      await ready();
    },
    /** Ends server and extension host in the middle of whatever they do, and starts them again on the same profile and address. */
    async killed() {
      await server.kill();
      const { dataDir, port } = server;
      server = await start({ dataDir, port });
      await page.goto(server.url({ folder: place }));
      await ready();
    },
    /** Saves a picture of the whole window as `.cache/look/<name>.png` and returns its path. */
    async screenshot(name) {
      const file = path.join(cacheDir, 'look', `${name}.png`);
      fs.mkdirSync(path.dirname(file), { recursive: true });
      await page.screenshot({ path: file, animations: 'disabled', caret: 'hide' });
      return file;
    },
    /** The accessibility findings (axe) in a panel's content. */
    axe: (frame, options) => axe(frame, options),
    async close() {
      await context.close();
      await server.stop();
      // The profile belongs to the first one.
      if (server !== first) await first.stop();
    },
  };
}
