// Symbols drawn for a learner who would rather not draw: the generator's own, from streams that training never uses.
import { PURPOSE, randomStream } from '../random';
import { drawSymbol, variation } from '../tasks/strokes';
import { framed, type Drawing } from './drawing';

const CLASSES_PER_SET = 8;
const DRAWINGS_PER_CLASS = 1000;
/** Symbols and their drawings come from different streams. */
const SYMBOLS = 2 ** 30;
/** Strokes travel and are kept as text: a thousandth of the square is finer than any pixel. */
const GRAIN = 1000;

const rounded = (value: number): number => Math.round(value * GRAIN) / GRAIN;

/**
 * Drawing number `index` of a symbol.
 * @param set number of the set of symbols
 * @param label its place in the set, below 8
 */
export function exampleDrawing(set: number, label: number, index: number): Drawing {
  const symbol = set * CLASSES_PER_SET + label;
  const lines = variation(
    drawSymbol(randomStream(0, PURPOSE.own, SYMBOLS + symbol)),
    randomStream(0, PURPOSE.own, symbol * DRAWINGS_PER_CLASS + index),
  );
  return framed(lines).map((line) => line.map(([x, y]) => [rounded(x), rounded(y)]));
}
