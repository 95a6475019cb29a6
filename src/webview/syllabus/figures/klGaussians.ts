// Two normal distributions and the divergence between them, which differs with the direction.
import { gaussianDensity, gaussianKl, type Gaussian } from '../../../core/figures/gaussianKl';
import { chart } from '../../shared/chart';
import { fill } from '../../shared/words';
import { curve, digits, range, slider, type Figure, type Values } from './figure';
import { words } from './strings';

const xs = range(-6, 6, 160);
const p: Gaussian = { mean: 0, sigma: 1 };
const q = ({ mean = 1, sigma = 2 }: Values): Gaussian => ({ mean, sigma });

export const klGaussians: Figure = {
  title: words.klTitle,
  controls: [slider('mean', words.meanQ, [-3, 3, 0.1], 1), slider('sigma', words.sigmaQ, [0.4, 3, 0.1], 2)],
  draw(values, width) {
    const options = { width, height: 220, x: { domain: [-6, 6], label: 'x' }, y: { domain: [0, 1], label: '' }, title: '' } as const;
    const points = (of: Gaussian) => xs.map((x) => [x, gaussianDensity(of, x)] as const);
    return chart(options, (sx, sy) => [
      curve(points(p), sx, sy, 'stroke-support'),
      curve(points(q(values)), sx, sy, 'dashed stroke-query'),
    ]);
  },
  says: (values) => fill(words.klSays, digits(gaussianKl(p, q(values)), 4), digits(gaussianKl(q(values), p), 4)),
};
