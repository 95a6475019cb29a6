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
/** What the picture shows; steps that are too long leave it. */
const [low, high] = [-2.5, 3.5] as const;
const highest = 10;
const inFrame = (theta: number, loss: number): boolean => theta >= low && theta <= high && loss <= highest;
const xs = range(low, high, 90);

function run({ theta = 0, alpha = 0.1, beta = 0.1, steps = 1, kind = 0 }: Values) {
  const order = kind === 0 ? 2 : 1;
  const path = outerPath(noteBowls, theta, { alpha, beta }, order, steps);
  const now = path.at(-1) ?? theta;
  const after = (at: number): number => lossAfter(noteBowls, at, alpha, 1);
  return { alpha, path, now, after, gradient: outerGradient(noteBowls, now, alpha, 1, order) };
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
    const { alpha, path, now, after } = run(values);
    const options = {
      width,
      height: 280,
      x: { domain: [low, high], label: 'θ' },
      y: { domain: [0, highest], label: 'L' },
      title: '',
    } as const;
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
        const [from, to] = [Math.min(highest, bowlAt(bowl, now)), bowlAt(bowl, phi)];
        if (!inFrame(now, from) || !inFrame(phi, to)) return svg``;
        return svg`<line class="line thin dashed stroke-phi" x1=${sx(now)} y1=${sy(from)} x2=${sx(phi)} y2=${sy(to)}></line>
          <circle class="mark hollow stroke-phi" cx=${sx(phi)} cy=${sy(to)} r="5"></circle>`;
      }),
      ...path.map((theta, at) => {
        const last = at === path.length - 1;
        if (!inFrame(theta, after(theta))) return svg``;
        return svg`<circle class="mark fill-theta ${last ? '' : 'soft'}" cx=${sx(theta)} cy=${sy(after(theta))} r=${last ? 7 : 4}></circle>`;
      }),
    ]);
  },
  says(values) {
    const { alpha, path, now, after, gradient } = run(values);
    const loss = (theta: number): string => significant(after(theta));
    const best = restsAt('maml', noteBowls, alpha, 1);
    const said = fill(
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
    return inFrame(now, after(now)) ? said : said + words.outerGone;
  },
};
