// The composition root: knows every room, is known by none.
import * as vscode from 'vscode';
import { registerMaml, type MamlApi } from './host/maml/registerMaml';
import { registerProgress } from './host/progress/registerProgress';
import { registerQuiz } from './host/quiz/registerQuiz';
import { createContent } from './host/syllabus/contentLoader';
import { registerSyllabus } from './host/syllabus/registerSyllabus';

/** VS Code's own page for the walkthrough of the manifest. */
const openWalkthrough = (id: string) => () => vscode.commands.executeCommand('workbench.action.openWalkthrough', `${id}#start`, false);

export function activate(context: vscode.ExtensionContext): MamlApi {
  const { extension, extensionUri, globalState, globalStorageUri, subscriptions, workspaceState } = context;
  const log = vscode.window.createOutputChannel('E資格 Lab', { log: true });
  subscriptions.push(log, vscode.commands.registerCommand('eShikaku.openWalkthrough', openWalkthrough(extension.id)));
  const content = createContent(extensionUri);
  const record = registerProgress({ globalStorageUri, log, subscriptions, synced: globalState });
  const syllabus = registerSyllabus({
    extensionUri,
    log,
    subscriptions,
    content,
    record,
    memory: globalState,
    view: workspaceState,
    storage: globalStorageUri,
  });
  const badge = syllabus.showBadge.bind(syllabus);
  registerQuiz({ extensionUri, log, subscriptions, content, record, memory: workspaceState, badge });
  return registerMaml({ extension, extensionUri, log, subscriptions, memory: workspaceState, record });
}
