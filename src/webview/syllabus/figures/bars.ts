// Bars with their names below and their values above: for a handful of numbers between 0 and a known largest one.
import { html, svg, type TemplateResult } from 'lit';
import { digits } from './figure';

export interface Bar {
  readonly name: string;
  readonly value: number;
  readonly className?: string;
}

const height = 180;
const foot = 26;
const head = 22;

export function bars(list: readonly Bar[], largest: number, width: number): TemplateResult {
  const slot = width / list.length;
  const thick = Math.min(64, slot * 0.6);
  const scale = (value: number): number => (Math.max(0, value) / largest) * (height - foot - head);
  return html`<svg class="chart" aria-hidden="true" width=${width} height=${height} viewBox="0 0 ${width} ${height}">
    <g class="axis"><line x1="0" x2=${width} y1=${height - foot} y2=${height - foot}></line></g>
    ${list.map(({ name, value, className = 'fill-theta' }, at) => {
      const middle = slot * (at + 0.5);
      const top = height - foot - scale(value);
      return svg`<rect class=${className} x=${middle - thick / 2} y=${top} width=${thick} height=${scale(value)}></rect>
        <text class="value" x=${middle} y=${top - 6} text-anchor="middle">${digits(value, 3)}</text>
        <text x=${middle} y=${height - 8} text-anchor="middle">${name}</text>`;
    })}
  </svg>`;
}
