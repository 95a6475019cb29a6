// One inner step of MAML from a shared start: two tasks pull the parameter apart, and the losses after the step are what counts.
import { svg } from 'lit';
import { adapt, taskLoss, type BowlTask } from '../../../core/figures/innerStep';
import { chart } from '../../shared/chart';
import { fill } from '../../shared/words';
import { curve, digits, range, slider, type Figure, type Values } from './figure';
import { words } from './strings';

/** One parameter; two tasks with lowest points at −2 and 3 and different curvatures. */
const tasks: readonly BowlTask[] = [
  { curvature: [1], support: [-2], query: [-2] },
  { curvature: [0.4], support: [3], query: [3] },
];
/** As far as φ gets from any θ of the slider with any α. */
const domain = [-9.5, 6] as const;
const xs = range(...domain, 155);
const ends = ({ theta = 0, alpha = 0.5, steps = 1 }: Values): number[] => tasks.map((task) => adapt([theta], task, alpha, steps)[0] ?? 0);
const lossOf = (task: BowlTask, theta: number): number => taskLoss([theta], task.query, task.curvature);

export const innerStep: Figure = {
  title: words.innerTitle,
  controls: [
    slider('theta', words.startTheta, [-4, 5, 0.1], 0),
    slider('alpha', words.innerRate, [0, 2, 0.05], 0.5),
    slider('steps', words.innerSteps, [1, 5, 1], 1),
  ],
  draw(values, width) {
    const { theta = 0 } = values;
    const options = { width, height: 250, x: { domain, label: 'θ' }, y: { domain: [0, 8], label: 'L' }, title: '' } as const;
    return chart(options, (sx, sy) =>
      tasks.flatMap((task, at) => {
        const phi = ends(values)[at] ?? 0;
        const top = (value: number): number => sy(Math.min(8, lossOf(task, value)));
        return [
          curve(
            xs.map((value) => [value, lossOf(task, value)]),
            sx,
            sy,
            at === 0 ? 'stroke-support' : 'dashed stroke-query',
          ),
          svg`<line class="line thin stroke-sum" x1=${sx(theta)} y1=${top(theta)} x2=${sx(phi)} y2=${top(phi)}></line>`,
          svg`<circle class="mark fill-theta" cx=${sx(theta)} cy=${top(theta)} r="6"></circle>`,
          svg`<circle class="mark hollow stroke-phi" cx=${sx(phi)} cy=${top(phi)} r="6"></circle>`,
        ];
      }),
    );
  },
  says(values) {
    const { theta = 0 } = values;
    const phi = ends(values);
    const sum = (at: (index: number) => number): string =>
      digits(
        tasks.reduce((total, task, index) => total + lossOf(task, at(index)), 0),
        3,
      );
    return fill(
      words.innerSays,
      digits(theta, 1),
      phi.map((value) => digits(value)).join(', '),
      sum(() => theta),
      sum((index) => phi[index] ?? 0),
    );
  },
};
