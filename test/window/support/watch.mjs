// Notes what must not happen in a window: breaches of a webview's content security policy, and requests that leave the machine.
import fs from 'node:fs';

const webviewPage = /\/webview\/browser\/pre\//;
const local = /^(https?|wss?):\/\/(127\.0\.0\.1|localhost)(:\d+)?(\/|$)|^(data|blob|about|chrome|devtools):/;

/** The editor serves a webview's files under this host, from its own service worker: nothing is fetched as long as the worker answers. */
const resourceHost = /^https:\/\/([^/]+\.)?vscode-resource\.vscode-cdn\.net\//;

/** Collects the policy breaches of webviews as they are reported; the array grows while the page lives. */
export function watchConsole(page) {
  const violations = [];
  page.on('console', (message) => {
    if (/Content Security Policy/i.test(message.text()) && webviewPage.test(message.location().url)) violations.push(message.text());
  });
  return violations;
}

/**
 * Collects requests for addresses outside this machine: those of the window, and those of the server and its extension host.
 * @returns {() => Promise<string[]>} the addresses so far
 */
export function watchRequests(context, server) {
  const pending = [];
  context.on('request', (request) => {
    const url = request.url();
    if (local.test(url)) return;
    pending.push(
      resourceHost.test(url)
        ? request.response().then(
            (response) => (response?.fromServiceWorker() ? undefined : url),
            () => url,
          )
        : url,
    );
  });
  return async () => {
    const fromWindow = (await Promise.all(pending)).filter((url) => url !== undefined);
    const fromServer = fs.existsSync(server.outsideLog) ? fs.readFileSync(server.outsideLog, 'utf8').split('\n').filter(Boolean) : [];
    return [...fromWindow, ...fromServer];
  };
}
