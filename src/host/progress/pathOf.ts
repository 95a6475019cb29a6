// A file as the learner knows it: its path on this machine, or its whole address anywhere else.
import type * as vscode from 'vscode';

export const pathOf = (uri: vscode.Uri): string => (uri.scheme === 'file' ? uri.fsPath : uri.toString(true));
