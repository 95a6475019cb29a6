// N-way K-shot classification of hand-drawn symbols; test tasks use classes that training has never seen.
import { PURPOSE, randomStream } from '../random';
import { drawSymbol, drawVariation } from './strokes';
import { SYMBOL_DRAWINGS, type Settings } from '../settings';
import { classification } from './classification';
import type { Split } from './split';
import type { TaskFamily } from './task';

/** Classes of each split. */
export const CLASSES = { train: 200, test: 100 } as const satisfies Record<Split, number>;
const FIRST_CLASS = { train: 0, test: CLASSES.train } as const satisfies Record<Split, number>;

/** Images by class, drawn when first asked for: a pure function of the seed, kept because drawing costs more than learning. */
const banks = new Map<number, Map<number, Float32Array[]>>();
const BANKS_KEPT = 2;

/** All drawings of a class, [SIDE × SIDE] each. */
export function drawingsOf(seed: number, symbolClass: number): readonly Float32Array[] {
  let bank = banks.get(seed);
  if (bank === undefined) {
    if (banks.size >= BANKS_KEPT) banks.clear();
    banks.set(seed, (bank = new Map<number, Float32Array[]>()));
  }
  const known = bank.get(symbolClass);
  if (known !== undefined) return known;
  const random = randomStream(seed, PURPOSE.symbol, symbolClass);
  const symbol = drawSymbol(random);
  const drawings = Array.from({ length: SYMBOL_DRAWINGS }, () => drawVariation(symbol, random));
  bank.set(symbolClass, drawings);
  return drawings;
}

/** Draws every class, with a pause after each. */
function* drawAll({ seed }: Settings): Generator<void> {
  for (let symbolClass = 0; symbolClass < CLASSES.train + CLASSES.test; symbolClass++) {
    drawingsOf(seed, symbolClass);
    yield;
  }
}

const episodes = classification({
  count: (_, split) => CLASSES[split],
  images: ({ seed }, split, index) => drawingsOf(seed, FIRST_CLASS[split] + index),
  number: (split, index) => FIRST_CLASS[split] + index,
});

export const symbols: TaskFamily = { ...episodes, prepare: drawAll };
