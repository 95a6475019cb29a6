// Images of classes that a learner brings: Omniglot or a folder of drawings, split into classes for training and for testing.
import type { Refusal, Settings } from '../settings';
import type { Split } from './split';

/** All images have SIDE × SIDE pixels of ink in 0…1, as the drawn symbols do. Never changed: a run keeps the images that it began with. */
export interface ImageBank {
  /** Where they came from, as an address. */
  readonly folder: string;
  /** Images by class, by split. */
  readonly classes: Readonly<Record<Split, readonly (readonly Float32Array[])[]>>;
  readonly names: Readonly<Record<Split, readonly string[]>>;
}

/** Why a folder of images cannot be used. */
const SENTENCES = {
  noFolder: 'No folder of images has been chosen yet.',
  noAddress: '“imageFolder” is {0}; it must be the address of a folder.',
  unreadable: 'The folder cannot be read: {0}',
  notPng: '{0} is not a PNG that can be read: {1}',
  fewClasses: 'The folder has {0} classes; at least {1} are needed, two of them for testing.',
} as const;
export type ImageReason = keyof typeof SENTENCES;

/** A folder of images cannot be used; the message says what is missing, reason and figures let others say it in their language. */
export class ImageBankError extends Error {
  override readonly name = 'ImageBankError';
  readonly reason: ImageReason;
  readonly figures: readonly (string | number)[];

  constructor(reason: ImageReason, ...figures: readonly (string | number)[]) {
    super(SENTENCES[reason].replace(/\{(\d)\}/g, (_, index: string) => String(figures[Number(index)])));
    this.reason = reason;
    this.figures = figures;
  }
}

/** Of every five classes the last is kept for testing. */
const TEST_EVERY = 5;
/** Two classes for testing are the fewest that can be told apart. */
const FEWEST_CLASSES = 2 * TEST_EVERY;

/**
 * Splits named classes into training and test classes by their alphabetical order, so that the same folder gives the same split everywhere.
 * @throws ImageBankError when either side has fewer than two classes
 */
export function imageBank(byClass: ReadonlyMap<string, readonly Float32Array[]>, folder: string): ImageBank {
  const names = [...byClass.keys()].sort();
  const isTest = (_: string, index: number) => index % TEST_EVERY === TEST_EVERY - 1;
  const test = names.filter(isTest);
  const train = names.filter((name, index) => !isTest(name, index));
  if (names.length < FEWEST_CLASSES) throw new ImageBankError('fewClasses', names.length, FEWEST_CLASSES);
  const images = (of: readonly string[]) => of.map((name) => byClass.get(name)!);
  return { folder, classes: { train: images(train), test: images(test) }, names: { train, test } };
}

/** What settings ask of a folder that it does not have: judging needs as many unseen classes as training, and each class enough images. */
export function lackingImages({ ways, shots, queryShots }: Settings, { classes, names }: ImageBank): Refusal[] {
  const refusals: Refusal[] = [];
  const [all, forTest] = [classes.train.length + classes.test.length, classes.test.length];
  if (ways > forTest)
    refusals.push({
      key: 'ways',
      value: String(ways),
      rule: { name: 'classes', figures: [ways, all, forTest] },
      sentence: `“ways” is ${ways}; the folder has ${all} classes, of which ${forTest} are kept for testing, so it must be at most ${forTest}.`,
    });
  const short = (['train', 'test'] as const)
    .flatMap((split) => classes[split].map((images, index) => ({ name: names[split][index]!, count: images.length })))
    .find(({ count }) => count < shots + queryShots);
  if (short !== undefined)
    refusals.push({
      key: 'shots',
      value: String(shots),
      rule: { name: 'images', figures: [shots, queryShots, short.name, short.count] },
      sentence: `“shots” and “queryShots” are ${shots} and ${queryShots}; class “${short.name}” has ${short.count} images, so together they must be at most that.`,
    });
  return refusals;
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
