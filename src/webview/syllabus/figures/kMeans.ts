// k-means by half-steps: points go to the nearest centre, centres go to the mean of their points.
import { svg } from 'lit';
import { inertia, kMeansAfter, type Point } from '../../../core/figures/kMeans';
import { chart } from '../../shared/chart';
import { fill } from '../../shared/words';
import { choice, digits, slider, type Figure, type Values } from './figure';
import { words } from './strings';

const points: readonly Point[] = [
  [1, 1], [1.6, 2], [2.2, 1.2], [1.2, 2.4], [2.6, 2.2],
  [6.2, 1.4], [7, 2.2], [7.6, 1.2], [6.6, 2.8], [8, 2.4],
  [3.8, 6], [4.6, 6.8], [5.2, 6], [4.2, 7.4], [5.6, 7.2],
]; // prettier-ignore
/** Good and bad places to start from: the second leaves two groups to one centre. */
const starts: readonly (readonly Point[])[] = [
  [[2, 4], [5, 3], [7, 5]],
  [[1, 1], [1.6, 2.2], [6, 5]],
]; // prettier-ignore
const state = ({ half = 0, start = 0 }: Values) => kMeansAfter(points, starts[start] ?? starts[0]!, half);
const looks = ['fill-theta', 'fill-support', 'fill-query'];

export const kMeans: Figure = {
  title: words.kMeansTitle,
  controls: [slider('half', words.halfSteps, [0, 10, 1], 0), choice('start', words.startCentres, [words.startSpread, words.startClose])],
  draw(values, width) {
    const { centres, assignment } = state(values);
    const options = { width, height: 260, x: { domain: [0, 9], label: '' }, y: { domain: [0, 8], label: '' }, title: '' } as const;
    const shape = (cluster: number, x: number, y: number, size: number, className: string) =>
      cluster === 1
        ? svg`<rect class=${className} x=${x - size} y=${y - size} width=${2 * size} height=${2 * size}></rect>`
        : cluster === 2
          ? svg`<path class=${className} d="M${x} ${y - size * 1.2}L${x + size * 1.2} ${y + size}L${x - size * 1.2} ${y + size}Z"></path>`
          : svg`<circle class=${className} cx=${x} cy=${y} r=${size}></circle>`;
    return chart(options, (sx, sy) => [
      ...points.map(([x, y], at) =>
        shape(assignment[at] ?? -1, sx(x), sy(y), 4, `mark ${looks[assignment[at] ?? -1] ?? 'hollow stroke-true'}`),
      ),
      ...centres.map(([x, y], cluster) => shape(cluster, sx(x), sy(y), 9, `mark hollow heavy stroke-sum`)),
    ]);
  },
  says(values) {
    const { half = 0 } = values;
    const { centres, assignment } = state(values);
    if (half === 0) return words.kMeansBefore;
    const sizes = centres.map((_, cluster) => assignment.filter((own) => own === cluster).length).join(', ');
    const next = state({ ...values, half: half + 2 });
    const still = inertia(points, next.assignment, next.centres) === inertia(points, assignment, centres);
    const step = half % 2 === 1 ? words.kMeansAssigned : words.kMeansMoved;
    return fill(words.kMeansSays, step, sizes, digits(inertia(points, assignment, centres)), still ? words.kMeansDone : '');
  },
};
