// The composition root: knows every room, is known by none.
import * as vscode from 'vscode';
import { registerMaml, type MamlApi } from './host/maml/registerMaml';

export function activate(context: vscode.ExtensionContext): MamlApi {
  const log = vscode.window.createOutputChannel('E資格 Lab', { log: true });
  context.subscriptions.push(log);
  const { extensionUri, subscriptions } = context;
  return registerMaml({ extensionUri, log, subscriptions });
}
