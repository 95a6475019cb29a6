// Two initial values, each the best by its own measure: the loss before adaptation, or the loss after it.
import { svg } from 'lit';
import { lossAfter, restsAt, type Bowl } from '../../../core/figures/bowlSeries';
import { chart, significant } from '../../shared/chart';
import { fill } from '../../shared/words';
import { curve, digits, range, slider, type Figure, type Values } from './figure';
import { words } from './metaStrings';

const xs = range(-2.5, 3.5, 90);

function run({ alpha = 0.1, steep = 4, steps = 1 }: Values) {
  const bowls: readonly Bowl[] = [
    { curvature: 1, centre: 2 },
    { curvature: steep, centre: -1 },
  ];
  const loss = (theta: number, after: number): number => lossAfter(bowls, theta, alpha, after);
  return { steps, loss, pre: restsAt('joint', bowls, alpha, 0), maml: restsAt('maml', bowls, alpha, steps) };
}

export const fineTuningStart: Figure = {
  title: words.startTitle,
  controls: [
    slider('alpha', words.alpha, [0, 0.3, 0.02], 0.1),
    slider('steps', words.innerSteps, [0, 5, 1], 1),
    slider('steep', words.steep, [1, 6, 0.5], 4),
  ],
  draw(values, width) {
    const { steps, loss, pre, maml } = run(values);
    const high = 14;
    const options = {
      width,
      height: 260,
      x: { domain: [-2.5, 3.5], label: 'θ' },
      y: { domain: [0, high], label: 'Σ L' },
      title: '',
    } as const;
    return chart(options, (sx, sy) => [
      curve(xs.map((x) => [x, loss(x, 0)]), sx, sy, 'dashed stroke-theta'), // prettier-ignore
      curve(xs.map((x) => [x, loss(x, steps)]), sx, sy, 'heavy stroke-phi'), // prettier-ignore
      ...[pre, maml].flatMap((theta, at) =>
        [0, steps].map((after) => {
          const [x, y] = [sx(theta), sy(Math.min(high, loss(theta, after)))];
          return at === 0
            ? svg`<rect class="mark hollow stroke-sum" x=${x - 6} y=${y - 6} width="12" height="12"></rect>`
            : svg`<circle class="mark fill-theta" cx=${x} cy=${y} r="6"></circle>`;
        }),
      ),
      ...[pre, maml].map(
        (theta) =>
          svg`<line class="line thin stroke-true" x1=${sx(theta)} x2=${sx(theta)} y1=${sy(Math.min(high, loss(theta, 0)))} y2=${sy(0)}></line>`,
      ),
    ]);
  },
  says(values) {
    const { steps, loss, pre, maml } = run(values);
    const of = (theta: number) => [digits(theta), significant(loss(theta, 0)), significant(loss(theta, steps))];
    return fill(words.startSays, ...of(pre), ...of(maml), steps, Math.abs(pre - maml) < 0.005 ? words.winsNone : words.winsMaml);
  },
};
