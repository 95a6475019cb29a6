// The page inside a webview panel: its HTML with a strict content policy, decoded messages in, typed messages out.
import * as vscode from 'vscode';

/** The bundles in dist/webview, one for each room. */
export type PageName = 'syllabus' | 'quiz' | 'exam' | 'progress' | 'maml';

export interface PageOptions<In> {
  readonly name: PageName;
  /** Throws with a sentence that names the value when the message is not one of the protocol's. */
  readonly decode: (value: unknown) => In;
  readonly receive: (message: In) => void | Promise<void>;
}

export interface Page<Out> {
  /** Sends to the view; a hidden view drops messages, so the view asks with `ready` whenever it comes back. */
  post(message: Out): void;
}

/** What every page needs from the extension. */
export interface PageContext {
  readonly extensionUri: vscode.Uri;
  readonly log: vscode.LogOutputChannel;
}

/** The language of the interface: Japanese where VS Code speaks Japanese, else English. */
export const interfaceLanguage = (): 'ja' | 'en' => (vscode.env.language.startsWith('ja') ? 'ja' : 'en');

/** Folders that a page may load from. */
export const pageRoots = (extensionUri: vscode.Uri): vscode.Uri[] => [
  vscode.Uri.joinPath(extensionUri, 'dist', 'webview'),
  vscode.Uri.joinPath(extensionUri, 'media'),
];

/** The icon on the tab of every panel, for light and dark themes. */
export const panelIcon = (extensionUri: vscode.Uri): { light: vscode.Uri; dark: vscode.Uri } => ({
  light: vscode.Uri.joinPath(extensionUri, 'media', 'panel-light.svg'),
  dark: vscode.Uri.joinPath(extensionUri, 'media', 'panel-dark.svg'),
});

function nonce(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

function pageHtml(webview: vscode.Webview, extensionUri: vscode.Uri, name: PageName): string {
  const uri = (file: string) => webview.asWebviewUri(vscode.Uri.joinPath(extensionUri, 'dist', 'webview', file)).toString();
  const key = nonce();
  const source = webview.cspSource;
  const policy = `default-src 'none'; script-src 'nonce-${key}'; style-src ${source}; font-src ${source}; img-src ${source} data:`;
  return `<!DOCTYPE html>
<html lang="${interfaceLanguage()}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="${uri(`${name}.css`)}">
<title>E資格 Lab</title>
</head>
<body><div id="app"></div><script nonce="${key}" src="${uri(`${name}.js`)}"></script></body>
</html>`;
}

/** Fills `panel` with the page and joins it to `receive` until the panel is closed. */
export function attachPage<In, Out>(panel: vscode.WebviewPanel, context: PageContext, options: PageOptions<In>): Page<Out> {
  const { webview } = panel;
  webview.options = { enableScripts: true, localResourceRoots: pageRoots(context.extensionUri) };
  const listener = webview.onDidReceiveMessage(async (raw: unknown) => {
    try {
      await options.receive(options.decode(raw));
    } catch (error) {
      context.log.error(error instanceof Error ? error : String(error));
    }
  });
  panel.onDidDispose(() => void listener.dispose());
  webview.html = pageHtml(webview, context.extensionUri, options.name);
  return { post: (message) => void webview.postMessage(message) };
}
