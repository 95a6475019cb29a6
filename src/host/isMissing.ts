// Whether a file is not there, rather than out of reach for a moment.
import * as vscode from 'vscode';

export const isMissing = (error: unknown): boolean => error instanceof vscode.FileSystemError && error.code === 'FileNotFound';
