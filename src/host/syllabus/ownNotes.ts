// The learner's own notes: one Markdown file for each topic, in the extension's storage, written in a normal editor.
import * as vscode from 'vscode';
import { isMissing } from '../isMissing';

/** The file of a topic's own note. */
export const ownNoteUri = (storage: vscode.Uri, slug: string): vscode.Uri => vscode.Uri.joinPath(storage, 'notes', `${slug}.md`);

async function exists(uri: vscode.Uri): Promise<boolean> {
  try {
    await vscode.workspace.fs.stat(uri);
    return true;
  } catch (error) {
    // Any other failure may pass, and must not look as if there were nothing to lose.
    if (isMissing(error)) return false;
    throw error;
  }
}

/** Opens the learner's note on a topic beside the reader; a new one begins with the topic's title. */
export async function openOwnNote(storage: vscode.Uri, slug: string, title: string): Promise<vscode.Uri> {
  const uri = ownNoteUri(storage, slug);
  if (!(await exists(uri))) {
    await vscode.workspace.fs.createDirectory(vscode.Uri.joinPath(storage, 'notes'));
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(`# ${title}\n\n`));
  }
  const editor = await vscode.window.showTextDocument(uri, { viewColumn: vscode.ViewColumn.Beside, preview: false });
  const end = editor.document.lineAt(editor.document.lineCount - 1).range.end;
  editor.selection = new vscode.Selection(end, end);
  return uri;
}
