// An activation function and its slope, with a point that can be moved along it.
import { svg } from 'lit';
import { activations } from '../../../core/figures/activations';
import { chart } from '../../shared/chart';
import { fill } from '../../shared/words';
import { choice, curve, digits, range, slider, type Figure, type Values } from './figure';
import { words } from './strings';

const xs = range(-5, 5, 200);
const chosen = ({ kind = 0 }: Values) => activations[kind] ?? activations[0]!;

export const activationCurves: Figure = {
  title: words.activationTitle,
  controls: [
    choice(
      'kind',
      words.activationKind,
      activations.map(({ name }) => name),
    ),
    slider('x', words.inputX, [-5, 5, 0.1], 1),
  ],
  draw(values, width) {
    const { at, slope } = chosen(values);
    const { x = 0 } = values;
    const options = {
      width,
      height: 240,
      x: { domain: [-5, 5], label: words.inputX },
      y: { domain: [-1.2, 2.5], label: '' },
      title: '',
    } as const;
    return chart(options, (sx, sy) => [
      curve(
        xs.map((value) => [value, slope(value)]),
        sx,
        sy,
        'dashed stroke-second',
      ),
      curve(
        xs.map((value) => [value, at(value)]),
        sx,
        sy,
        'stroke-theta',
      ),
      svg`<circle class="mark fill-theta" cx=${sx(x)} cy=${sy(Math.min(2.5, at(x)))} r="6"></circle>`,
      svg`<circle class="mark hollow stroke-second" cx=${sx(x)} cy=${sy(slope(x))} r="5"></circle>`,
    ]);
  },
  says(values) {
    const { name, at, slope } = chosen(values);
    const { x = 0 } = values;
    return fill(words.activationSays, name, digits(x, 1), digits(at(x), 4), digits(slope(x), 4));
  },
};
