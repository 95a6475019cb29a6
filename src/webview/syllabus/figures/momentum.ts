// Momentum on a long narrow bowl: the same learning rate, with and without memory of the last steps.
import { svg } from 'lit';
import { descend, type Descent } from '../../../core/figures/bowl';
import { chart, significant, type Scale } from '../../shared/chart';
import { fill } from '../../shared/words';
import { curve, digits, range, slider, type Figure, type Values } from './figure';
import { words } from './strings';

/** Twenty-five times steeper across than along. */
const curvature = [0.4, 10];
const start = [-4, 1.2];
const plain = ({ rate = 0.1, steps = 20 }: Values): Descent => descend(start, curvature, rate, steps);
const heavy = ({ rate = 0.1, steps = 20, mu = 0.6 }: Values): Descent => descend(start, curvature, rate, steps, mu);

/** The line on which the loss is `level`. */
function contour(level: number, x: Scale, y: Scale) {
  const angles = range(0, 2 * Math.PI, 72);
  const [a, b] = curvature.map((h) => Math.sqrt((2 * level) / h));
  return curve(
    angles.map((t) => [(a ?? 0) * Math.cos(t), (b ?? 0) * Math.sin(t)]),
    x,
    y,
    'faint stroke-true',
  );
}

export const momentum: Figure = {
  title: words.momentumTitle,
  controls: [
    slider('mu', words.momentumMu, [0, 0.95, 0.05], 0.6),
    slider('rate', words.rate, [0.01, 0.2, 0.01], 0.1),
    slider('steps', words.steps, [1, 60, 1], 20),
  ],
  draw(values, width) {
    const options = { width, height: 250, x: { domain: [-5, 5], label: 'θ₁' }, y: { domain: [-2, 2], label: 'θ₂' }, title: '' } as const;
    const points = ({ path }: Descent) => path.map(([a = 0, b = 0]) => [a, b] as const);
    return chart(options, (sx, sy) => [
      ...[0.05, 0.4, 1.2, 2.6, 4.6].map((level) => contour(level, sx, sy)),
      curve(points(plain(values)), sx, sy, 'dashed stroke-theta'),
      curve(points(heavy(values)), sx, sy, 'stroke-phi'),
      ...points(heavy(values))
        .filter(([x, y]) => Math.abs(x) <= 5 && Math.abs(y) <= 2)
        .map(([x, y]) => svg`<circle class="mark fill-phi" cx=${sx(x)} cy=${sy(y)} r="3"></circle>`),
    ]);
  },
  says(values) {
    const { mu = 0.6, steps = 20 } = values;
    const last = ({ losses }: Descent): string => significant(losses.at(-1) ?? 0);
    return fill(words.momentumSays, steps, last(plain(values)), digits(mu), last(heavy(values)));
  },
};
