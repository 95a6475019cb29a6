// The family of a learner's own images (or Omniglot): the same episodes as the drawn symbols, on the folder that was chosen last.
import { classification } from './classification';
import { ImageBankError, type ImageBank } from './imageBank';

let chosen: ImageBank | undefined;

/** Takes a folder's images into use for all experiments from now on. */
export function useImageBank(bank: ImageBank): void {
  chosen = bank;
}

function bank(): ImageBank {
  if (chosen === undefined) throw new ImageBankError('No folder of images has been chosen yet.');
  return chosen;
}

export const images = classification({
  count: ({ ways }, split) => {
    const { length } = bank().classes[split];
    if (length < ways) throw new ImageBankError(`The folder has ${length} classes for ${split}; ${ways} are needed.`);
    return length;
  },
  images: ({ shots, queryShots }, split, index) => {
    const found = bank().classes[split][index]!;
    if (found.length >= shots + queryShots) return found;
    const { [index]: name } = bank().names[split];
    throw new ImageBankError(`Class “${name}” has ${found.length} images; ${shots} for support and ${queryShots} for query are needed.`);
  },
  number: (_, index) => index,
});
