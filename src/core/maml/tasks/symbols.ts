// N-way K-shot classification of hand-drawn symbols; test tasks use classes that training has never seen.
import type { ExampleRows, Numbers } from '../machine/machine';
import { PURPOSE, randomStream } from '../random';
import { drawSymbol, drawVariation, SIDE } from './strokes';
import { meanRows, type Split, type TaskFamily } from './task';

/** Classes of each split and drawings of each class (Omniglot has 20 of each character). */
export const CLASSES = { train: 200, test: 100 } as const satisfies Record<Split, number>;
export const DRAWINGS = 20;
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
  const drawings = Array.from({ length: DRAWINGS }, () => drawVariation(symbol, random));
  bank.set(symbolClass, drawings);
  return drawings;
}

/** One-hot rows: `perClass` drawings of each class, starting with drawing `from` of its shuffled order. */
function rowsOf(classes: readonly (readonly Float32Array[])[], from: number, perClass: number): ExampleRows {
  const pixels = SIDE * SIDE;
  const rows = classes.length * perClass;
  const x = new Float32Array(rows * pixels);
  const y = new Float32Array(rows * classes.length);
  classes.forEach((drawings, label) => {
    for (let i = 0; i < perClass; i++) {
      const row = label * perClass + i;
      x.set(drawings[from + i]!, row * pixels);
      y[row * classes.length + label] = 1;
    }
  });
  return meanRows(x, y, rows);
}

/** Share of rows whose largest output is the right class. */
export function accuracy(outputs: Numbers, { rows, y }: ExampleRows): number {
  const ways = outputs.length / rows;
  let right = 0;
  for (let row = 0; row < rows; row++) {
    let best = 0;
    for (let label = 1; label < ways; label++) if (outputs[row * ways + label]! > outputs[row * ways + best]!) best = label;
    right += y[row * ways + best] === 1 ? 1 : 0;
  }
  return right / rows;
}

export const symbols: TaskFamily = {
  model: ({ hidden, activation, ways }) => ({
    kind: 'network',
    spec: { inputs: SIDE * SIDE, hidden, outputs: ways, activation, loss: 'crossEntropy' },
  }),
  rows: ({ ways, shots, queryShots }) => ({ support: ways * shots, query: ways * queryShots }),
  sample: ({ seed, ways, shots, queryShots }, random, split) => {
    const all = Array.from({ length: CLASSES[split] }, (_, i) => FIRST_CLASS[split] + i);
    const chosen = random.shuffled(all).slice(0, ways);
    const classes = chosen.map((symbolClass) => random.shuffled(drawingsOf(seed, symbolClass)));
    return {
      parameters: Object.fromEntries(chosen.map((symbolClass, label) => [`class${label + 1}`, symbolClass])),
      support: rowsOf(classes, 0, shots),
      query: rowsOf(classes, shots, queryShots),
    };
  },
  score: { name: 'accuracy', of: accuracy },
};
