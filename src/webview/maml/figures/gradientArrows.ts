// The meta-gradient as arrows: first-order part (solid), second-order part (dashed), their sum (heavy), exact in the plane they span.
import { html, svg, type SVGTemplateResult, type TemplateResult } from 'lit';
import type { GradientSize } from '../../../core/maml/trace/picture';
import { words } from '../strings';
import { drawing, significant } from '../../shared/chart';

const HEAD = 8;

type Point = readonly [number, number];

function arrow(className: string, [x1, y1]: Point, [x2, y2]: Point): SVGTemplateResult {
  const length = Math.hypot(x2 - x1, y2 - y1);
  if (length < 1) return svg``;
  const [ux, uy] = [(x2 - x1) / length, (y2 - y1) / length];
  const [bx, by] = [x2 - HEAD * ux, y2 - HEAD * uy];
  const wing = HEAD * 0.5;
  return svg`<g class="arrow ${className}">
    <line x1=${x1} y1=${y1} x2=${bx} y2=${by}></line>
    <path d="M${x2},${y2}L${bx - wing * uy},${by + wing * ux}L${bx + wing * uy},${by - wing * ux}Z"></path>
  </g>`;
}

/** first lies along x; sum at its angle; second joins their tips. */
function plane({ first, sum, angle }: GradientSize, width: number): TemplateResult {
  const height = 150;
  const tip: Point = [sum * Math.cos((angle * Math.PI) / 180), sum * Math.sin((angle * Math.PI) / 180)];
  const low = Math.min(0, tip[0]);
  const spanX = Math.max(first, tip[0]) - low;
  const scale = Math.min((width - 40) / Math.max(spanX, 1e-12), (height - 40) / Math.max(tip[1], 1e-12));
  const at = ([x, y]: Point): Point => [20 + (x - low) * scale, height - 20 - y * scale];
  return html`<svg
    class="chart"
    role="img"
    aria-label=${words.gradientTitle}
    width=${width}
    height=${height}
    viewBox="0 0 ${width} ${height}"
  >
    ${arrow('first', at([0, 0]), at([first, 0]))}${arrow('second', at([first, 0]), at(tip))}${arrow('sum', at([0, 0]), at(tip))}
  </svg>`;
}

/** @param of whose gradient it is, in words */
export function gradientArrows(size: GradientSize | null, of: string): TemplateResult {
  if (size === null) return html`<p class="muted">${words.gradientNone}</p>`;
  const row = (className: string, label: string, value: string) =>
    html`<tr>
      <th scope="row">
        <svg width="34" height="12" aria-hidden="true">${className === '' ? null : arrow(className, [2, 6], [32, 6])}</svg>${label}
      </th>
      <td class="number">${value}</td>
    </tr>`;
  return html`${drawing((width) => plane(size, Math.min(width, 460)))}
    <table class="sizes">
      <caption>
        ${words.length} (${of})
      </caption>
      <tbody>
        ${row('first', words.first, significant(size.first))} ${row('second', words.second, significant(size.second))}
        ${row('sum', words.sum, significant(size.sum))} ${row('', words.angle, `${size.angle.toFixed(1)}°`)}
      </tbody>
    </table>`;
}
