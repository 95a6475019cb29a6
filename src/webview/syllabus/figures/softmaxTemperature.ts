// Softmax of four logits at a temperature: cold picks one, hot evens out.
import { entropy, softmax } from '../../../core/figures/softmax';
import { fill } from '../../shared/words';
import { bars } from './bars';
import { digits, slider, type Figure, type Values } from './figure';
import { words } from './strings';

const logits = [2, 1, 0.5, -1];
const probabilities = ({ temperature = 1 }: Values): number[] => softmax(logits, temperature);

export const softmaxTemperature: Figure = {
  title: words.softmaxTitle,
  controls: [slider('temperature', words.temperature, [0.1, 5, 0.1], 1)],
  draw: (values, width) =>
    bars(
      probabilities(values).map((value, at) => ({ name: `z = ${logits[at] ?? 0}`, value })),
      1,
      width,
    ),
  says(values) {
    const p = probabilities(values);
    return fill(
      words.softmaxSays,
      digits(values['temperature'] ?? 1, 1),
      p.map((value) => digits(value, 3)).join(', '),
      digits(entropy(p)),
    );
  },
};
