// One query looks at four keys: turning the query moves the weights.
import { attend } from '../../../core/figures/attention';
import { fill } from '../../shared/words';
import { bars } from './bars';
import { choice, digits, slider, type Figure, type Values } from './figure';
import { words } from './strings';

/** Directions of the keys, each of length 2; the value of a key is its number. */
const angles = [0, 60, 120, 180];
const vector = (degrees: number, length: number): number[] => [
  length * Math.cos((degrees * Math.PI) / 180),
  length * Math.sin((degrees * Math.PI) / 180),
];
const keys = angles.map((angle) => vector(angle, 2));

const look = ({ angle = 30, length = 2, scaled = 0 }: Values) =>
  attend(
    vector(angle, length),
    keys,
    angles.map((_, at) => [at + 1]),
    scaled === 0,
  );

export const attentionWeights: Figure = {
  title: words.attentionTitle,
  controls: [
    slider('angle', words.queryAngle, [0, 180, 5], 30),
    slider('length', words.queryLength, [0.5, 6, 0.5], 2),
    choice('scaled', words.scaling, [words.scaledYes, words.scaledNo]),
  ],
  draw: (values, width) =>
    bars(
      look(values).weights.map((value, at) => ({ name: `k${at + 1} (${angles[at] ?? 0}°)`, value })),
      1,
      width,
    ),
  says(values) {
    const { scores, weights, output } = look(values);
    const list = (numbers: readonly number[]): string => numbers.map((value) => digits(value)).join(', ');
    return fill(words.attentionSays, list(scores), list(weights), digits(output[0] ?? 0));
  },
};
