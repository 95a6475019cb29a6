// A small tensor, the numbers that one cell is averaged with, and that cell before and after.
import { html, svg } from 'lit';
import { normalise, normKinds, poolOf, type Cell, type NormKind } from '../../../core/figures/normAxes';
import { fill } from '../../shared/words';
import { choice, digits, slider, type Figure, type Values } from './figure';
import { words } from './strings';

const [examples, channels, positions] = [3, 4, 3] as const;
/** Fixed numbers that differ by example, channel and position. */
const cells: readonly Cell[] = Array.from({ length: examples * channels * positions }, (_, at) => {
  const [n, c, l] = [Math.floor(at / (channels * positions)), Math.floor(at / positions) % channels, at % positions];
  return { n, c, l, value: ((n * 5 + c * 3 + l * 7) % 11) + c };
});
const names = ['Batch', 'Layer', 'Instance', 'Group'];
const kindOf = ({ kind = 0 }: Values): NormKind => normKinds[kind] ?? 'batch';
const poolAt = (values: Values): string =>
  poolOf(kindOf(values), { n: (values['example'] ?? 1) - 1, c: (values['channel'] ?? 1) - 1 }, channels, 2);

export const normAxes: Figure = {
  title: words.normTitle,
  controls: [
    choice('kind', words.normKind, names),
    slider('example', words.example, [1, examples, 1], 1),
    slider('channel', words.channel, [1, channels, 1], 2),
  ],
  draw(values, space) {
    const unit = Math.min(34, (space - 40) / (examples * positions + examples));
    const width = examples * (positions + 0.8) * unit;
    const pool = poolAt(values);
    const chosen = (cell: Cell): boolean => poolOf(kindOf(values), cell, channels, 2) === pool;
    return html`<svg class="chart" aria-hidden="true" width=${width} height=${(channels + 1) * unit} viewBox="-1 -1 ${width} ${(channels + 1) * unit}">
      ${cells.map((cell) => {
        const [x, y] = [(cell.n * (positions + 0.8) + cell.l) * unit, cell.c * unit];
        return svg`<rect class="cell ${chosen(cell) ? 'fill-phi soft' : ''}" x=${x} y=${y} width=${unit} height=${unit}></rect>
          <text class=${chosen(cell) ? 'value' : ''} x=${x + unit / 2} y=${y + unit / 2} dy="0.35em" text-anchor="middle">${cell.value}</text>`;
      })}
      ${Array.from({ length: examples }, (_, n) =>
        svg`<text x=${(n * (positions + 0.8) + positions / 2) * unit} y=${(channels + 0.6) * unit} text-anchor="middle">n = ${n + 1}</text>`)}
    </svg>`; // prettier-ignore
  },
  says(values) {
    const pool = poolAt(values);
    const inside = cells.filter((cell) => poolOf(kindOf(values), cell, channels, 2) === pool);
    const at = cells.findIndex((cell) => cell.n === (values['example'] ?? 1) - 1 && cell.c === (values['channel'] ?? 1) - 1);
    const mean = inside.reduce((sum, { value }) => sum + value, 0) / inside.length;
    const after = normalise(cells, kindOf(values), channels)[at] ?? 0;
    return fill(words.normSays, names[values['kind'] ?? 0] ?? '', inside.length, digits(mean), cells[at]?.value ?? 0, digits(after, 3));
  },
};
