// Runs a test module inside a real extension host of the embedded editor, in a window that nobody sees.
import { launchBrowser } from './browser.mjs';
import { startServer } from './server.mjs';

/**
 * Opens a window whose extension host loads `extensionPaths` and calls `run()` of the module `testsPath`.
 * @param {object} options
 * @param {string[]} options.extensionPaths
 * @param {string} options.testsPath
 * @param {string} [options.folder]
 * @param {string} [options.locale]
 * @param {Record<string, string>} [options.env] environment of a Node extension host
 * @param {(type: string, line: string) => void} options.onLine receives what the extension host prints, among the editor's own log lines
 * @param {number} [options.timeout] in ms, for the whole run
 * @param {AbortSignal} [options.signal] ends the run early
 * @returns {Promise<number>} the exit code: 0 when `run()` fulfilled
 */
export async function runInHost({ extensionPaths, testsPath, folder, locale, env, onLine, timeout = 300_000, signal }) {
  const server = await startServer({ extensionPaths, testsPath, locale, env });
  let browser;
  try {
    browser = await launchBrowser();
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, locale: locale ?? 'en' });
    const finished = new Promise((resolve, reject) => {
      const late = setTimeout(() => reject(new Error(`The tests in the extension host did not end within ${timeout / 1000} s.`)), timeout);
      signal?.addEventListener('abort', () => reject(new Error('The run was broken off.')));
      void server.exited.then((code) => reject(new Error(`The editor's server ended during the tests (exit code ${code}).`)));
      const settle = (code) => {
        clearTimeout(late);
        resolve(Number(code));
      };
      void page.exposeFunction('codeAutomationExit', settle);
      page.on('crash', () => reject(new Error('The browser page crashed during the tests.')));
    });
    finished.catch(() => undefined);
    await page.exposeFunction('codeAutomationLog', (type, args) => onLine(type, args.map(String).join(' ')));
    await page.goto(server.url({ folder }));
    return await finished;
  } finally {
    await browser?.close();
    await server.stop();
  }
}
