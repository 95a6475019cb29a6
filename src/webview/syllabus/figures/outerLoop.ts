// The outer loop on two bowls: θ steps down the sum of the losses after adaptation, with the second-order part or without.
import { svg } from 'lit';
import { adapted, bowlAt, lossAfter, outerGradient, outerPath, restsAt, type Bowl } from '../../../core/figures/bowlSeries';
import { chart, significant } from '../../shared/chart';
import { fill } from '../../shared/words';
import { choice, curve, digits, range, slider, type Figure, type Values } from './figure';
import { words } from './metaStrings';

/** The two bowls that the notes work by hand. */
export const noteBowls: readonly Bowl[] = [
  { curvature: 1, centre: 2 },
  { curvature: 4, centre: -1 },
];
const xs = range(-2.5, 3.5, 90);

function run({ theta = 0, alpha = 0.1, beta = 0.1, steps = 1, kind = 0 }: Values) {
  const order = kind === 0 ? 2 : 1;
  const path = outerPath(noteBowls, theta, { alpha, beta }, order, steps);
  const now = path.at(-1) ?? theta;
  return { alpha, path, now, gradient: outerGradient(noteBowls, now, alpha, 1, order) };
}

export const outerLoop: Figure = {
  title: words.outerTitle,
  controls: [
    choice('kind', words.gradientKind, [words.gradientMaml, words.gradientFomaml]),
    slider('steps', words.outerSteps, [0, 20, 1], 1),
    slider('alpha', words.alpha, [0, 0.4, 0.02], 0.1),
    slider('beta', words.beta, [0.02, 0.5, 0.02], 0.1),
    slider('theta', words.startTheta, [-2, 3, 0.1], 0),
  ],
  draw(values, width) {
    const { alpha, path, now } = run(values);
    const high = 10;
    const options = {
      width,
      height: 280,
      x: { domain: [-2.5, 3.5], label: 'θ' },
      y: { domain: [0, high], label: 'L' },
      title: '',
    } as const;
    const after = (theta: number): number => lossAfter(noteBowls, theta, alpha, 1);
    return chart(options, (sx, sy) => [
      ...noteBowls.map((bowl) => curve(xs.map((x) => [x, bowlAt(bowl, x)]), sx, sy, 'faint stroke-true')), // prettier-ignore
      curve(
        xs.map((x) => [x, after(x)]),
        sx,
        sy,
        'heavy stroke-sum',
      ),
      ...noteBowls.map((bowl) => {
        const phi = adapted(bowl, now, alpha, 1);
        const from = Math.min(high, bowlAt(bowl, now));
        return svg`<line class="line thin dashed stroke-phi" x1=${sx(now)} y1=${sy(from)} x2=${sx(phi)} y2=${sy(bowlAt(bowl, phi))}></line>
          <circle class="mark hollow stroke-phi" cx=${sx(phi)} cy=${sy(bowlAt(bowl, phi))} r="5"></circle>`;
      }),
      ...path
        .filter((theta) => after(theta) <= high)
        .map((theta, at, all) => {
          const last = at === all.length - 1;
          return svg`<circle class="mark fill-theta ${last ? '' : 'soft'}" cx=${sx(theta)} cy=${sy(after(theta))} r=${last ? 7 : 4}></circle>`;
        }),
    ]);
  },
  says(values) {
    const { alpha, path, now, gradient } = run(values);
    const loss = (theta: number): string => significant(lossAfter(noteBowls, theta, alpha, 1));
    const best = restsAt('maml', noteBowls, alpha, 1);
    return fill(
      words.outerSays,
      path.length - 1,
      digits(now, 3),
      noteBowls.map((bowl) => digits(adapted(bowl, now, alpha, 1))).join(', '),
      digits(gradient),
      loss(now),
      loss(path[0] ?? now),
      loss(best),
      digits(best),
    );
  },
};
