// The learner's folder of images: the one in use is remembered, read anew for each run, and shown in the form with what it lacks.
import * as vscode from 'vscode';
import { refuse, type Settings } from '../../core/maml/settings';
import { ImageBankError, lackingImages, type ImageBank } from '../../core/maml/tasks/imageBank';
import type { ImagesView } from '../../protocol/labForm';
import type { LabView } from '../../protocol/maml';
import { pathOf } from '../progress/pathOf';
import { reasonsIn } from './reasons';

const MEMORY_KEY = 'eShikaku.lab.imageFolder';

/** The folder that a caller names among the options of a run. @throws ImageBankError where the name is no address */
export function namedFolder(options: unknown): vscode.Uri | undefined {
  if (typeof options !== 'object' || options === null || !('imageFolder' in options)) return undefined;
  const { imageFolder } = options;
  if (imageFolder === undefined || imageFolder instanceof vscode.Uri) return imageFolder;
  if (typeof imageFolder === 'string')
    return /^[\w-]{2,}:/.test(imageFolder) ? vscode.Uri.parse(imageFolder) : vscode.Uri.file(imageFolder);
  throw new ImageBankError('noAddress', JSON.stringify(imageFolder));
}

/** The images in a folder as they are now. */
export async function readFolder(folder: vscode.Uri): Promise<ImageBank> {
  return (await import('./imageFolder')).readImageFolder(folder);
}

async function picked(): Promise<vscode.Uri | undefined> {
  const title = vscode.l10n.t('Folder with one subfolder of PNG images for each class');
  const [folder] = (await vscode.window.showOpenDialog({ canSelectFolders: true, canSelectFiles: false, title })) ?? [];
  return folder;
}

/** What a learner brought to a run: nothing, where its family needs nothing. */
export interface Brought {
  readonly images?: ImageBank;
}

const nameOf = (folder: vscode.Uri): string =>
  folder.path
    .split('/')
    .filter((part) => part !== '')
    .at(-1) ?? folder.path;

export class LabImages {
  readonly #memory: vscode.Memento;
  readonly #changed: (patch: Pick<LabView, 'images'>) => void;
  /** Of the folder in use, as last read. */
  #bank: ImageBank | undefined;
  #problem: ImagesView['problem'] = null;

  constructor(memory: vscode.Memento, changed: (patch: Pick<LabView, 'images'>) => void) {
    this.#memory = memory;
    this.#changed = changed;
  }

  /** What the folder in use held when it was last read. */
  get bank(): ImageBank | undefined {
    return this.#bank;
  }

  view(): { readonly images: ImagesView } {
    const folder = this.#folder;
    const classes = this.#bank && [this.#bank.classes.train.length, this.#bank.classes.test.length];
    return {
      images: {
        folder: folder === undefined ? null : { name: nameOf(folder), path: pathOf(folder) },
        classes: classes === undefined ? null : { all: classes[0]! + classes[1]!, test: classes[1]! },
        problem: this.#problem,
      },
    };
  }

  /** The folder for a run: the one named, else the one in use, else one that the learner picks. */
  async folder(named?: vscode.Uri): Promise<vscode.Uri | undefined> {
    return named ?? this.#folder ?? picked();
  }

  /**
   * Reads a folder and takes it into use; the form shows it, or what it lacks.
   * @throws ImageBankError when it cannot be used; the one in use stays
   */
  async use(folder: vscode.Uri): Promise<ImageBank> {
    try {
      this.#bank = await readFolder(folder);
    } catch (error) {
      this.#show({ name: nameOf(folder), sentence: reasonsIn(vscode)(error) });
      throw error;
    }
    await this.#memory.update(MEMORY_KEY, folder.toString());
    this.#show(null);
    return this.#bank;
  }

  /**
   * What a run with these settings begins with, read and checked now.
   * @returns undefined where the learner was asked for a folder and picked none
   * @throws ImageBankError, which the form then shows; SettingsError where the settings ask more of the folder than it has
   */
  async broughtTo(settings: Settings, named?: vscode.Uri): Promise<Brought | undefined> {
    if (settings.family !== 'images') return {};
    const folder = await this.folder(named);
    if (folder === undefined) return undefined;
    const images = await this.use(folder);
    refuse(lackingImages(settings, images));
    return { images };
  }

  /** Lets the learner pick another folder. @returns false when none was picked, or it cannot be used, which the form then shows */
  async choose(): Promise<boolean> {
    const folder = await picked();
    if (folder === undefined) return false;
    return this.use(folder).then(
      () => true,
      (error: unknown) => {
        if (error instanceof ImageBankError) return false;
        throw error;
      },
    );
  }

  get #folder(): vscode.Uri | undefined {
    const kept = this.#memory.get(MEMORY_KEY);
    return typeof kept === 'string' ? vscode.Uri.parse(kept) : undefined;
  }

  #show(problem: ImagesView['problem']): void {
    this.#problem = problem;
    this.#changed(this.view());
  }
}
