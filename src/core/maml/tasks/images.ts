// The family of a learner's own images (or Omniglot): the same episodes as the drawn symbols, on the images that a run was given.
import { refuse } from '../settings';
import { classification } from './classification';
import { ImageBankError, lackingImages, type ImageBank } from './imageBank';
import type { TaskFamily } from './task';

function given(bank: ImageBank | undefined): ImageBank {
  if (bank === undefined) throw new ImageBankError('noFolder');
  return bank;
}

const episodes = classification({
  count: (_, split, bank) => given(bank).classes[split].length,
  images: (_, split, index, bank) => given(bank).classes[split][index]!,
  number: (_, index) => index,
});

export const images: TaskFamily = {
  ...episodes,
  check: (settings, bank) => refuse(lackingImages(settings, given(bank))),
};
