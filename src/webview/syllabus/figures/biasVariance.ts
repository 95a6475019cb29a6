// Forty samples of one noisy function, fitted by polynomials: stiff ones miss it all the same way, supple ones each in their own.
import { biasVariance as measure, hidden } from '../../../core/figures/polynomialFit';
import { chart } from '../../shared/chart';
import { fill } from '../../shared/words';
import { curve, digits, slider, type Figure, type Values } from './figure';
import { words } from './strings';

let known: { readonly key: string; readonly result: ReturnType<typeof measure> } | undefined;
function measured({ degree = 3, noise = 0.3 }: Values): ReturnType<typeof measure> {
  const key = `${degree} ${noise}`;
  if (known?.key !== key) known = { key, result: measure(degree, noise) };
  return known.result;
}

export const biasVariance: Figure = {
  title: words.biasTitle,
  controls: [slider('degree', words.degree, [0, 12, 1], 3), slider('noise', words.noise, [0, 0.6, 0.1], 0.3)],
  draw(values, width) {
    const { x, fits, mean } = measured(values);
    const options = { width, height: 260, x: { domain: [-1, 1], label: 'x' }, y: { domain: [-2, 2], label: 'y' }, title: '' } as const;
    const points = (y: readonly number[]) => x.map((value, at) => [value, y[at] ?? 0] as const);
    return chart(options, (sx, sy) => [
      ...fits.slice(0, 20).map((fit) => curve(points(fit), sx, sy, 'faint stroke-phi')),
      curve(points(x.map(hidden)), sx, sy, 'thin stroke-true'),
      curve(points(mean), sx, sy, 'dashed stroke-sum'),
    ]);
  },
  says(values) {
    const { biasSquared, variance } = measured(values);
    const { degree = 3, noise = 0.3 } = values;
    return fill(
      words.biasSays,
      degree,
      digits(biasSquared, 4),
      digits(variance, 4),
      digits(noise ** 2, 2),
      digits(biasSquared + variance + noise ** 2, 4),
    );
  },
};
