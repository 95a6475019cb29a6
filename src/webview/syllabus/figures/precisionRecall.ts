// Twenty scored examples and a threshold between what is called positive and what is not.
import { svg } from 'lit';
import { confusionAt, type Scored } from '../../../core/figures/confusion';
import { chart } from '../../shared/chart';
import { fill } from '../../shared/words';
import { digits, slider, type Figure } from './figure';
import { words } from './strings';

const positives = [0.97, 0.91, 0.88, 0.8, 0.74, 0.66, 0.52, 0.45, 0.31];
const negatives = [0.83, 0.7, 0.58, 0.48, 0.41, 0.36, 0.27, 0.22, 0.15, 0.09, 0.04];
const items: readonly Scored[] = [
  ...positives.map((score) => ({ score, positive: true })),
  ...negatives.map((score) => ({ score, positive: false })),
];

export const precisionRecall: Figure = {
  title: words.thresholdTitle,
  controls: [slider('threshold', words.threshold, [0, 1, 0.01], 0.5)],
  draw({ threshold = 0.5 }, width) {
    const options = {
      width,
      height: 150,
      x: { domain: [0, 1], label: words.score },
      y: { domain: [0, 3], label: '', ticks: [] },
      title: '',
    } as const;
    return chart(options, (sx, sy) => [
      svg`<line class="line stroke-sum" x1=${sx(threshold)} x2=${sx(threshold)} y1=${sy(0)} y2=${sy(3)}></line>`,
      ...items.map(({ score, positive }) =>
        positive
          ? svg`<circle class="mark fill-support" cx=${sx(score)} cy=${sy(2)} r="5"></circle>`
          : svg`<circle class="mark hollow stroke-query" cx=${sx(score)} cy=${sy(1)} r="5"></circle>`,
      ),
    ]);
  },
  says({ threshold = 0.5 }) {
    const { tp, fp, fn, tn, precision, recall, f1 } = confusionAt(items, threshold);
    const counts = `TP ${tp}, FP ${fp}, FN ${fn}, TN ${tn}`;
    return fill(words.thresholdSays, counts, digits(precision, 3), digits(recall, 3), digits(f1, 3));
  },
};
