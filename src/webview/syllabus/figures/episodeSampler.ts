// An N-way K-shot episode drawn with the lab's own symbols: support above, query below, one column for each class.
import { html, svg, type SVGTemplateResult } from 'lit';
import { drawEpisode } from '../../../core/figures/episode';
import type { Drawing } from '../../../core/maml/own/drawing';
import { fill } from '../../shared/words';
import { digits, slider, type Figure, type Values } from './figure';
import { words } from './metaStrings';

const heading = 22;
const gap = 6;

function cell(drawing: Drawing, x: number, y: number, size: number, className: string): SVGTemplateResult {
  const points = (line: Drawing[number]) => line.map(([px, py]) => `${x + size * px},${y + size * py}`).join(' ');
  return svg`<rect class="line thin ${className}" x=${x} y=${y} width=${size} height=${size} rx="3"></rect>
    ${drawing.map((line) => svg`<polyline class="line stroke-sum" points=${points(line)}></polyline>`)}`;
}

export const episodeSampler: Figure = {
  title: words.episodeTitle,
  controls: [
    slider('ways', words.ways, [2, 10, 1], 5),
    slider('shots', words.shots, [1, 5, 1], 3),
    slider('queries', words.queries, [1, 5, 1], 2),
    slider('draw', words.drawNumber, [1, 30, 1], 1),
  ],
  draw({ ways = 5, shots = 3, queries = 2, draw = 1 }: Values, width) {
    const { support, query } = drawEpisode(ways, shots, queries, draw);
    const size = Math.min(56, Math.floor(width / ways) - gap);
    const pitch = size + gap;
    const queryTop = heading + shots * pitch + heading;
    const height = queryTop + queries * pitch;
    const grid = (rows: readonly (readonly Drawing[])[], top: number, className: string) =>
      rows.flatMap((own, label) => own.map((drawing, at) => cell(drawing, label * pitch + 1, top + at * pitch, size, className)));
    return html`<svg class="chart" aria-hidden="true" width=${width} height=${height} viewBox="0 0 ${width} ${height}">
      <text class="value" x="1" y=${heading - 8}>${words.support}</text>
      ${grid(support, heading, 'stroke-support')}
      <text class="value" x="1" y=${queryTop - 8}>${words.query}</text>
      ${grid(query, queryTop, 'dashed stroke-query')}
    </svg>`;
  },
  says({ ways = 5, shots = 3, queries = 2 }) {
    return fill(words.episodeSays, ways, shots, ways * shots, ways * queries, digits(100 / ways, 1), digits(Math.log(ways)));
  },
};
