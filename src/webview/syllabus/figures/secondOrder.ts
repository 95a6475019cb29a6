// MAML's step on a bowl as a sum: FOMAML's step, and the second-order part that turns and shortens it where the bowl is steep.
import { svg } from 'lit';
import { metaGradient, type BowlTask } from '../../../core/figures/innerStep';
import { chart, type Scale } from '../../shared/chart';
import { fill } from '../../shared/words';
import { digits, slider, type Figure, type Values } from './figure';
import { words } from './strings';

const theta = [-2, 1.5];
const taskOf = ({ steep = 2 }: Values): BowlTask => ({ curvature: [0.5, steep], support: [1, 0], query: [1.5, -0.5] });
const gradients = (values: Values) => metaGradient(theta, taskOf(values), values['alpha'] ?? 0.3);
const length = (vector: readonly number[]): number => Math.hypot(...vector);

/** Shorter than this, in pixels, a way has no direction to point in. */
const shortest = 1;

/** Against the gradient, as a step goes; nothing where there is no way to go. */
function arrow(from: readonly number[], vector: readonly number[], sx: Scale, sy: Scale, className: string) {
  const [x1, y1] = [sx(from[0] ?? 0), sy(from[1] ?? 0)];
  const [x2, y2] = [sx((from[0] ?? 0) - (vector[0] ?? 0)), sy((from[1] ?? 0) - (vector[1] ?? 0))];
  if (Math.hypot(x2 - x1, y2 - y1) < shortest) return svg``;
  const angle = (Math.atan2(y2 - y1, x2 - x1) * 180) / Math.PI;
  return svg`<line class="line ${className}" x1=${x1} y1=${y1} x2=${x2} y2=${y2}></line>
    <path class="line ${className} solid" d="M-9 -5L0 0L-9 5" transform="translate(${x2} ${y2}) rotate(${angle})"></path>`;
}

export const secondOrder: Figure = {
  title: words.secondTitle,
  controls: [slider('alpha', words.innerRate, [0, 0.6, 0.02], 0.3), slider('steep', words.steepness, [0.2, 3, 0.1], 2)],
  draw(values, width) {
    const { phi, first, full } = gradients(values);
    const options = { width, height: 260, x: { domain: [-3, 3], label: 'θ₁' }, y: { domain: [-5, 4], label: 'θ₂' }, title: '' } as const;
    return chart(options, (sx, sy) => [
      svg`<circle class="mark hollow stroke-phi" cx=${sx(phi[0] ?? 0)} cy=${sy(phi[1] ?? 0)} r="5"></circle>`,
      arrow(theta, first, sx, sy, 'stroke-first'),
      arrow(
        theta.map((value, at) => value - (first[at] ?? 0)),
        full.map((value, at) => value - (first[at] ?? 0)),
        sx,
        sy,
        'dashed stroke-second',
      ),
      arrow(theta, full, sx, sy, 'heavy stroke-sum'),
      svg`<circle class="mark fill-theta" cx=${sx(theta[0] ?? 0)} cy=${sy(theta[1] ?? 0)} r="6"></circle>`,
    ]);
  },
  says(values) {
    const { first, full } = gradients(values);
    const cosine = first.reduce((sum, value, at) => sum + value * (full[at] ?? 0), 0) / (length(first) * length(full));
    const angle = (Math.acos(Math.max(-1, Math.min(1, cosine))) * 180) / Math.PI;
    const show = (vector: readonly number[]): string => `(${vector.map((value) => digits(value)).join(', ')})`;
    return fill(words.secondSays, show(full), show(first), digits(angle, 1), digits(length(first) / length(full)));
  },
};
