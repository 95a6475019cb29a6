// Links to an experiment: written for the clipboard, opened by VS Code itself, or pasted where the host cannot open them.
import * as vscode from 'vscode';
import { decodeLabLink, decodeLabQuery, encodeLabQuery, LAB_PATH } from '../../core/maml/export/labAddress';
import type { Settings } from '../../core/maml/settings';
import { reasonsIn } from './reasons';

const reasonOf = (error: unknown): string => reasonsIn(vscode)(error);

export const labLinkOf = (settings: Settings, extensionId: string): string =>
  `${vscode.env.uriScheme}://${extensionId}${LAB_PATH}?${encodeLabQuery(settings)}`;

/** Asks for a link, refusing at once what is none; a link on the clipboard is offered. */
async function askLink(extensionId: string): Promise<string | undefined> {
  const problem = (link: string): string | undefined => {
    try {
      return void decodeLabLink(link, extensionId);
    } catch (error) {
      return reasonOf(error);
    }
  };
  const copied = await vscode.env.clipboard.readText().then(
    (value) => value,
    () => '',
  );
  return vscode.window.showInputBox({
    title: vscode.l10n.t('Paste the link to an experiment'),
    placeHolder: `vscode://${extensionId}${LAB_PATH}?family=…`,
    value: problem(copied) === undefined ? copied.trim() : '',
    validateInput: (link) => (link.trim() === '' ? undefined : problem(link)),
  });
}

/**
 * Registers what opens links.
 * @param open shows the lab and trains with these settings
 */
export function registerLabLinks(extensionId: string, open: (settings: Settings) => Thenable<unknown>): vscode.Disposable {
  const complain = (error: unknown): undefined => {
    void vscode.window.showErrorMessage(vscode.l10n.t('This link could not be opened: {0}', reasonOf(error)));
  };
  return vscode.Disposable.from(
    vscode.window.registerUriHandler({
      async handleUri({ path, query }) {
        try {
          if (path !== LAB_PATH) throw new Error(vscode.l10n.t('nothing in this extension is called {0}', path));
          await open(decodeLabQuery(query));
        } catch (error) {
          complain(error);
        }
      },
    }),
    vscode.commands.registerCommand('eShikaku.openLabLink', async (given?: unknown) => {
      const link = typeof given === 'string' ? given : await askLink(extensionId);
      if (link === undefined || link.trim() === '') return;
      try {
        await open(decodeLabLink(link, extensionId));
      } catch (error) {
        complain(error);
      }
    }),
  );
}
