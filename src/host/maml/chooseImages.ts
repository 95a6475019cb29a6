// Takes a folder of images into use: the one that the caller names, or the one that the learner picks.
import * as vscode from 'vscode';
import { ImageBankError } from '../../core/maml/tasks/imageBank';
import { useImageBank } from '../../core/maml/tasks/images';
import { readImageFolder } from './imageFolder';

let inUse: string | undefined;

function named(options: unknown): vscode.Uri | undefined {
  if (typeof options !== 'object' || options === null || !('imageFolder' in options)) return undefined;
  const { imageFolder } = options;
  if (imageFolder instanceof vscode.Uri) return imageFolder;
  if (typeof imageFolder === 'string')
    return /^[\w-]{2,}:/.test(imageFolder) ? vscode.Uri.parse(imageFolder) : vscode.Uri.file(imageFolder);
  throw new ImageBankError(`“imageFolder” is ${JSON.stringify(imageFolder)}; it must be the address of a folder.`);
}

async function picked(): Promise<vscode.Uri | undefined> {
  const title = vscode.l10n.t('Folder with one subfolder of PNG images for each class');
  const [folder] = (await vscode.window.showOpenDialog({ canSelectFolders: true, canSelectFiles: false, title })) ?? [];
  return folder;
}

/** @returns false when the learner picked none and none is in use */
export async function chooseImages(options: unknown): Promise<boolean> {
  const folder = named(options) ?? (inUse === undefined ? await picked() : undefined);
  if (folder === undefined) return inUse !== undefined;
  useImageBank(await readImageFolder(folder));
  inUse = folder.toString();
  return true;
}
