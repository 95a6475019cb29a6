// Images of classes that a learner brings: Omniglot or a folder of drawings, split into classes for training and for testing.
import type { Split } from './task';

/** All images have SIDE × SIDE pixels of ink in 0…1, as the drawn symbols do. */
export interface ImageBank {
  /** Images by class, by split; at least `ways` classes in each, with at least shots + queryShots images. */
  readonly classes: Readonly<Record<Split, readonly (readonly Float32Array[])[]>>;
  readonly names: Readonly<Record<Split, readonly string[]>>;
}

/** A folder of images cannot be used; the message says what is missing. */
export class ImageBankError extends Error {
  override readonly name = 'ImageBankError';
}

/** Of every five classes the last is kept for testing. */
const TEST_EVERY = 5;

/**
 * Splits named classes into training and test classes by their alphabetical order, so that the same folder gives the same split everywhere.
 * @throws ImageBankError when either side has fewer than two classes
 */
export function imageBank(byClass: ReadonlyMap<string, readonly Float32Array[]>): ImageBank {
  const names = [...byClass.keys()].sort();
  const isTest = (_: string, index: number) => index % TEST_EVERY === TEST_EVERY - 1;
  const test = names.filter(isTest);
  const train = names.filter((name, index) => !isTest(name, index));
  if (test.length < 2) throw new ImageBankError(`The folder has ${names.length} classes; at least 10 are needed, two of them for testing.`);
  const images = (of: readonly string[]) => of.map((name) => byClass.get(name)!);
  return { classes: { train: images(train), test: images(test) }, names: { train, test } };
}

/** Averages a grey image (0 black … 1 white) down to `side` × `side`, as ink on paper: dark becomes 1. */
export function inkOf(grey: ArrayLike<number>, width: number, height: number, side: number): Float32Array {
  const ink = new Float32Array(side * side);
  for (let row = 0; row < side; row++) {
    for (let column = 0; column < side; column++) {
      const [top, bottom] = [
        Math.floor((row * height) / side),
        Math.max(1 + Math.floor((row * height) / side), Math.floor(((row + 1) * height) / side)),
      ];
      const [left, right] = [
        Math.floor((column * width) / side),
        Math.max(1 + Math.floor((column * width) / side), Math.floor(((column + 1) * width) / side)),
      ];
      let sum = 0;
      for (let y = top; y < bottom; y++) for (let x = left; x < right; x++) sum += 1 - grey[y * width + x]!;
      ink[row * side + column] = sum / ((bottom - top) * (right - left));
    }
  }
  return ink;
}
