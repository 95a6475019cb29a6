// A predicted box over a true one: what they share, and what that counts.
import { html, svg } from 'lit';
import { intersection, overlap, type Box } from '../../../core/figures/boxes';
import { fill } from '../../shared/words';
import { digits, slider, type Figure, type Values } from './figure';
import { words } from './strings';

const truth: Box = { x: 3, y: 2, width: 4, height: 4 };
const predicted = ({ x = 4, y = 3, width = 4, height = 4 }: Values): Box => ({ x, y, width, height });
/** How far the sliders reach; the field is as large as the farthest and largest box needs. */
const most = { x: 8, y: 5, width: 6, height: 6 } as const;
const field = { width: most.x + most.width, height: most.y + most.height };

export const boxIou: Figure = {
  title: words.iouTitle,
  controls: [
    slider('x', words.boxX, [0, most.x, 0.5], 4),
    slider('y', words.boxY, [0, most.y, 0.5], 3),
    slider('width', words.boxWidth, [1, most.width, 0.5], 4),
    slider('height', words.boxHeight, [1, most.height, 0.5], 4),
  ],
  draw(values, space) {
    const unit = Math.min(space, 400) / field.width;
    const [width, height] = [field.width * unit, field.height * unit];
    const rect = (box: Box, className: string) =>
      svg`<rect class=${className} x=${box.x * unit} y=${box.y * unit} width=${box.width * unit} height=${box.height * unit}></rect>`;
    const guess = predicted(values);
    return html`<svg class="chart framed" aria-hidden="true" width=${width} height=${height} viewBox="0 0 ${width} ${height}">
      ${rect(intersection(truth, guess), 'fill-sum soft')} ${rect(truth, 'line stroke-support')} ${rect(guess, 'line dashed stroke-query')}
    </svg>`;
  },
  says(values) {
    const { shared, union, iou } = overlap(truth, predicted(values));
    return fill(words.iouSays, digits(shared), digits(union), digits(iou, 3), iou >= 0.5 ? words.iouHit : words.iouMiss);
  },
};
