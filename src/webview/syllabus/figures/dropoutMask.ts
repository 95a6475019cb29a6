// Ten outputs, some of them dropped and the rest scaled up; another draw drops others.
import { dropOut } from '../../../core/figures/dropout';
import { fill } from '../../shared/words';
import { bars } from './bars';
import { digits, slider, type Figure, type Values } from './figure';
import { words } from './strings';

const outputs = [0.9, 0.4, 1.1, 0.7, 0.2, 0.8, 0.5, 1.0, 0.6, 0.3];
const dropped = ({ rate = 0.5, draw = 1 }: Values) => dropOut(outputs, rate, draw);
const sum = (list: readonly number[]): number => list.reduce((total, value) => total + value, 0);
/** Largest rate p of the slider, and what it makes of the largest output: one scale for all rates, so that bars grow as 1/(1 − p) does. */
const mostDropped = 0.8;
const largest = Math.max(...outputs) / (1 - mostDropped);
/** So many draws stand for the expected value. */
const manyDraws = 400;

export const dropoutMask: Figure = {
  title: words.dropoutTitle,
  controls: [slider('rate', words.dropRate, [0, mostDropped, 0.1], 0.5), slider('draw', words.drawNumber, [1, 20, 1], 1)],
  draw(values, width) {
    const { output } = dropped(values);
    return bars(
      output.map((value, at) => ({ name: `h${at + 1}`, value })),
      largest,
      width,
    );
  },
  says(values) {
    const { mask, output } = dropped(values);
    const { rate = 0.5 } = values;
    const mean = sum(Array.from({ length: manyDraws }, (_, seed) => sum(dropOut(outputs, rate, seed).output))) / manyDraws;
    const off = mask.filter((kept) => !kept).length;
    return fill(words.dropoutSays, off, outputs.length, digits(1 / (1 - rate)), digits(sum(outputs)), digits(sum(output)), digits(mean));
  },
};
