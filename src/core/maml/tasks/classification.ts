// N-way K-shot classification of small images; test tasks use classes that training has never seen.
import type { ExampleRows, Numbers } from '../machine/machine';
import type { Settings } from '../settings';
import type { ImageBank } from './imageBank';
import type { Split } from './split';
import { SIDE } from './strokes';
import { meanRows, type TaskFamily } from './task';

/** Where images come from. */
export interface ImageSource {
  /** Classes of a split. */
  count(settings: Settings, split: Split, bank?: ImageBank): number;
  /** All images of class `index` of the split, [SIDE × SIDE] each. */
  images(settings: Settings, split: Split, index: number, bank?: ImageBank): readonly Float32Array[];
  /** The number by which a task's parameters name the class. */
  number(split: Split, index: number): number;
}

/** One-hot rows: `perClass` images of each class, starting with image `from` of its shuffled order. */
function rowsOf(classes: readonly (readonly Float32Array[])[], from: number, perClass: number): ExampleRows {
  const pixels = SIDE * SIDE;
  const rows = classes.length * perClass;
  const x = new Float32Array(rows * pixels);
  const y = new Float32Array(rows * classes.length);
  classes.forEach((images, label) => {
    for (let i = 0; i < perClass; i++) {
      const row = label * perClass + i;
      x.set(images[from + i]!, row * pixels);
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

export function classification(source: ImageSource): TaskFamily {
  return {
    model: ({ hidden, activation, ways }) => ({
      kind: 'network',
      spec: { inputs: SIDE * SIDE, hidden, outputs: ways, activation, loss: 'crossEntropy' },
    }),
    rows: ({ ways, shots, queryShots }) => ({ support: ways * shots, query: ways * queryShots }),
    sample: (settings, random, split, bank) => {
      const all = Array.from({ length: source.count(settings, split, bank) }, (_, index) => index);
      const chosen = random.shuffled(all).slice(0, settings.ways);
      const classes = chosen.map((index) => random.shuffled(source.images(settings, split, index, bank)));
      return {
        parameters: Object.fromEntries(chosen.map((index, label) => [`class${label + 1}`, source.number(split, index)])),
        support: rowsOf(classes, 0, settings.shots),
        query: rowsOf(classes, settings.shots, settings.queryShots),
      };
    },
    score: { name: 'accuracy', of: accuracy },
  };
}
