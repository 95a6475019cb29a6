// Training and validation loss of one run of SGD, the epoch where patience ends it and the epoch whose weights are kept.
import { svg } from 'lit';
import { learningCurves, stopEarly } from '../../../core/figures/earlyStopping';
import { chart } from '../../shared/chart';
import { fill } from '../../shared/words';
import { choice, curve, digits, slider, type Figure, type Values } from './figure';
import { words } from './strings';

const batches = [1, 4, 32] as const;
const size = ({ batch = 1 }: Values): number => batches[batch] ?? 4;
const run = (values: Values) => learningCurves(size(values), values.rate ?? 0.02);

export const earlyStopping: Figure = {
  title: words.earlyTitle,
  controls: [
    slider('patience', words.patience, [1, 20, 1], 5),
    slider('rate', words.rate, [0.005, 0.04, 0.005], 0.02),
    choice('batch', words.batchSize, batches.map(String), 1),
  ],
  draw(values, width) {
    const { train, validation } = run(values);
    const { best, stop } = stopEarly(validation, values.patience ?? 5);
    const options = {
      width,
      height: 260,
      x: { domain: [0, train.length - 1], label: 'epoch' },
      y: { domain: [0, 4], label: words.loss },
      title: '',
    } as const;
    const points = (losses: readonly number[]) => losses.map((loss, epoch) => [epoch, loss] as const);
    return chart(options, (sx, sy) => [
      curve(points(train), sx, sy, 'thin stroke-true'),
      curve(points(validation), sx, sy, 'stroke-theta'),
      svg`<line class="line dashed stroke-sum" x1=${sx(stop)} x2=${sx(stop)} y1=${sy(0)} y2=${sy(4)}></line>`,
      svg`<circle class="mark fill-theta" cx=${sx(best)} cy=${sy(validation[best] ?? 0)} r="6"></circle>`,
    ]);
  },
  says(values) {
    const { train, validation } = run(values);
    const { patience = 5 } = values;
    const { best, stop } = stopEarly(validation, patience);
    const last = validation.length - 1;
    return fill(
      words.earlySays,
      patience,
      stop,
      best,
      digits(validation[best] ?? 0),
      last,
      digits(train[last] ?? 0),
      digits(validation[last] ?? 0),
    );
  },
};
