// Windows of a kernel along one axis of an input with its padding.
import { html, svg } from 'lit';
import { outputSize, unreachedCells, windowStarts, type ConvolutionShape } from '../../../core/figures/convolution';
import { fill } from '../../shared/words';
import { slider, type Figure, type Values } from './figure';
import { words } from './strings';

const shapeOf = ({ input = 7, kernel = 3, padding = 1, stride = 2 }: Values): ConvolutionShape => ({ input, kernel, padding, stride });
const row = 16;

export const convolutionSize: Figure = {
  title: words.convolutionTitle,
  controls: [
    slider('input', words.inputSize, [3, 16, 1], 7),
    slider('kernel', words.kernelSize, [1, 7, 1], 3),
    slider('padding', words.padding, [0, 3, 1], 1),
    slider('stride', words.stride, [1, 4, 1], 2),
  ],
  draw(values, space) {
    const shape = shapeOf(values);
    const starts = windowStarts(shape);
    const cells = shape.input + 2 * shape.padding;
    const unit = Math.min(28, (space - 2) / cells);
    const height = unit + 12 + starts.length * row;
    const isPadding = (cell: number): boolean => cell < shape.padding || cell >= shape.padding + shape.input;
    return html`<svg class="chart" aria-hidden="true" width=${space} height=${height} viewBox="-1 -1 ${space} ${height}">
      ${Array.from({ length: cells }, (_, cell) =>
        svg`<rect class=${isPadding(cell) ? 'cell dashed' : 'cell fill-support soft'} x=${cell * unit} y="0" width=${unit} height=${unit}></rect>`)}
      ${starts.map((start, at) =>
        svg`<rect class="fill-theta" x=${start * unit + 1} y=${unit + 8 + at * row} width=${shape.kernel * unit - 2} height=${row - 6} rx="3"></rect>`)}
    </svg>`; // prettier-ignore
  },
  says(values) {
    const shape = shapeOf(values);
    const { input, kernel, padding, stride } = shape;
    if (outputSize(shape) === 0) return fill(words.convolutionNone, kernel, input, padding, input + 2 * padding);
    return fill(words.convolutionSays, input, padding, kernel, stride, outputSize(shape), unreachedCells(shape));
  },
};
