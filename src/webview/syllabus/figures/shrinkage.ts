// What L1 and L2 penalties leave of weights of every size.
import { svg } from 'lit';
import { shrinkL1, shrinkL2 } from '../../../core/figures/shrinkage';
import { chart } from '../../shared/chart';
import { fill } from '../../shared/words';
import { curve, digits, range, slider, type Figure } from './figure';
import { words } from './strings';

const xs = range(-3, 3, 120);

export const shrinkage: Figure = {
  title: words.shrinkTitle,
  controls: [slider('lambda', words.lambda, [0, 2, 0.1], 1), slider('best', words.bestWeight, [-3, 3, 0.1], 0.8)],
  draw({ lambda = 1, best = 0.8 }, width) {
    const options = { width, height: 250, x: { domain: [-3, 3], label: 'w*' }, y: { domain: [-3, 3], label: 'w' }, title: '' } as const;
    return chart(options, (sx, sy) => [
      curve(
        xs.map((x) => [x, x]),
        sx,
        sy,
        'thin stroke-true',
      ),
      curve(
        xs.map((x) => [x, shrinkL2(x, lambda)]),
        sx,
        sy,
        'dashed stroke-query',
      ),
      curve(
        xs.map((x) => [x, shrinkL1(x, lambda)]),
        sx,
        sy,
        'stroke-theta',
      ),
      svg`<circle class="mark fill-theta" cx=${sx(best)} cy=${sy(shrinkL1(best, lambda))} r="6"></circle>`,
      svg`<circle class="mark hollow stroke-query" cx=${sx(best)} cy=${sy(shrinkL2(best, lambda))} r="6"></circle>`,
    ]);
  },
  says: ({ lambda = 1, best = 0.8 }) =>
    fill(words.shrinkSays, digits(best, 1), digits(lambda, 1), digits(shrinkL1(best, lambda), 3), digits(shrinkL2(best, lambda), 3)),
};
