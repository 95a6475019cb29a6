// Gradient descent on a bowl of one parameter: too small crawls, too large swings, beyond 2/h it flies out.
import { svg } from 'lit';
import { bowlLoss, descend, largestRate } from '../../../core/figures/bowl';
import { chart, significant } from '../../shared/chart';
import { fill } from '../../shared/words';
import { curve, digits, range, slider, type Figure, type Values } from './figure';
import { words } from './strings';

const curvature = [2];
const start = [-2.5];
const xs = range(-4, 4, 80);
const run = ({ rate = 0.1, steps = 10 }: Values) => descend(start, curvature, rate, steps);

export const learningRate: Figure = {
  title: words.rateTitle,
  controls: [slider('rate', words.rate, [0.02, 1.1, 0.02], 0.1), slider('steps', words.steps, [1, 30, 1], 10)],
  draw(values, width) {
    const { path } = run(values);
    const points = path.map(([theta = 0]) => [theta, bowlLoss([theta], curvature)] as const);
    const options = { width, height: 250, x: { domain: [-4, 4], label: 'θ' }, y: { domain: [0, 16], label: 'L' }, title: '' } as const;
    return chart(options, (sx, sy) => [
      curve(
        xs.map((x) => [x, bowlLoss([x], curvature)]),
        sx,
        sy,
        'thin stroke-true',
      ),
      curve(points, sx, sy, 'thin stroke-theta'),
      ...points
        .filter(([x]) => Math.abs(x) <= 4)
        .map(([x, y]) => svg`<circle class="mark fill-theta" cx=${sx(x)} cy=${sy(y)} r="4"></circle>`),
    ]);
  },
  says(values) {
    const { rate = 0.1, steps = 10 } = values;
    const { path, losses } = run(values);
    const verdict =
      rate > largestRate(curvature)
        ? words.rateDiverges
        : rate === largestRate(curvature)
          ? words.rateSwings
          : rate > 0.5
            ? words.rateOvershoots
            : words.rateConverges;
    return fill(words.rateSays, digits(rate), steps, significant(path.at(-1)?.[0] ?? 0), significant(losses.at(-1) ?? 0), verdict);
  },
};
