// Trees grown on bootstrap samples of the same points, and their average.
import { bagTrees, wave } from '../../../core/figures/bagging';
import { chart } from '../../shared/chart';
import { fill } from '../../shared/words';
import { curve, digits, slider, type Figure, type Values } from './figure';
import { words } from './strings';

const grown = ({ count = 10, depth = 4, sample = 1 }: Values) => bagTrees(count, depth, sample);

export const bagging: Figure = {
  title: words.baggingTitle,
  controls: [
    slider('count', words.treeCount, [1, 30, 1], 10),
    slider('depth', words.treeDepth, [1, 6, 1], 4),
    slider('sample', words.trainingSet, [1, 10, 1], 1),
  ],
  draw(values, width) {
    const { x, trees, average } = grown(values);
    const options = { width, height: 260, x: { domain: [0, 1], label: 'x' }, y: { domain: [-2, 2], label: 'y' }, title: '' } as const;
    const points = (y: readonly number[]) => x.map((value, at) => [value, y[at] ?? 0] as const);
    return chart(options, (sx, sy) => [
      ...trees.slice(0, 15).map((tree) => curve(points(tree), sx, sy, 'faint stroke-phi')),
      curve(points(x.map(wave)), sx, sy, 'thin stroke-true'),
      curve(points(average), sx, sy, 'stroke-theta'),
    ]);
  },
  says(values) {
    const { single, together } = grown(values);
    return fill(words.baggingSays, values.count ?? 10, digits(single, 3), digits(together, 3));
  },
};
