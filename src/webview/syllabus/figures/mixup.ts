// How often MixUp mixes much or little at an α, and what one draw of λ makes of a label.
import { histogram, mixingShares } from '../../../core/figures/mixup';
import { fill } from '../../shared/words';
import { bars } from './bars';
import { digits, slider, type Figure, type Values } from './figure';
import { words } from './strings';

const bins = 10;
const shares = ({ alpha = 0.2 }: Values): number[] => mixingShares(alpha, 2000, 1);

export const mixup: Figure = {
  title: words.mixupTitle,
  controls: [slider('alpha', words.mixupAlpha, [0.1, 4, 0.1], 0.2), slider('draw', words.drawNumber, [1, 20, 1], 1)],
  draw(values, width) {
    const parts = histogram(shares(values), bins);
    const chosen = Math.min(bins - 1, Math.floor((shares(values)[(values.draw ?? 1) - 1] ?? 0) * bins));
    return bars(
      parts.map((value, at) => ({ name: digits((at + 0.5) / bins), value, className: at === chosen ? 'fill-phi' : 'fill-theta' })),
      Math.max(0.3, ...parts),
      width,
    );
  },
  says(values) {
    const drawn = shares(values);
    const lambda = drawn[(values.draw ?? 1) - 1] ?? 0;
    const little = drawn.filter((share) => share < 0.1 || share >= 0.9).length / drawn.length;
    return fill(words.mixupSays, digits(values.alpha ?? 0.2, 1), digits(100 * little, 0), digits(lambda), digits(1 - lambda));
  },
};
