// Reads a folder of images, one subfolder for each class (`<class>/*.png`), as Omniglot's alphabets come.
import { decode } from 'fast-png';
import * as vscode from 'vscode';
import { imageBank, ImageBankError, inkOf, type ImageBank } from '../../core/maml/tasks/imageBank';
import { SIDE } from '../../core/maml/tasks/strokes';
import { messageOf } from '../messageOf';

/** More than this many images of a class add nothing to episodes of a few shots. */
const PER_CLASS = 100;

/** Ink of a PNG of any colour type. */
function readPng(bytes: Uint8Array): Float32Array {
  const { width, height, channels, depth, data } = decode(bytes);
  const full = 2 ** depth - 1;
  const colours = channels >= 3 ? 3 : 1;
  const grey = new Float32Array(width * height);
  for (let i = 0; i < grey.length; i++) {
    let sum = 0;
    for (let c = 0; c < colours; c++) sum += data[i * channels + c]! / full;
    grey[i] = sum / colours;
  }
  return inkOf(grey, width, height, SIDE);
}

async function entries(folder: vscode.Uri): Promise<[string, vscode.FileType][]> {
  try {
    return await vscode.workspace.fs.readDirectory(folder);
  } catch (error) {
    throw new ImageBankError('unreadable', messageOf(error));
  }
}

/**
 * @throws ImageBankError naming the file that is not a PNG, or what the folder lacks
 */
export async function readImageFolder(folder: vscode.Uri): Promise<ImageBank> {
  const { fs } = vscode.workspace;
  const byClass = new Map<string, Float32Array[]>();
  for (const [name, type] of await entries(folder)) {
    if ((type & vscode.FileType.Directory) === 0) continue;
    const files = (await fs.readDirectory(vscode.Uri.joinPath(folder, name))).map(([file]) => file).filter((file) => /\.png$/i.test(file));
    const images: Float32Array[] = [];
    for (const file of files.sort().slice(0, PER_CLASS)) {
      const uri = vscode.Uri.joinPath(folder, name, file);
      try {
        images.push(readPng(await fs.readFile(uri)));
      } catch (error) {
        throw new ImageBankError('notPng', `${name}/${file}`, messageOf(error));
      }
    }
    if (images.length > 0) byClass.set(name, images);
  }
  return imageBank(byClass, folder.toString());
}
