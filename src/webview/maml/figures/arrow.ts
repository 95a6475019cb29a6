// An arrow as all pictures draw it: a line in its quantity's colour and dash, with a filled head.
import { svg, type SVGTemplateResult } from 'lit';

const HEAD = 8;

export type Place = readonly [number, number];

/** Nothing where the way is too short to have a direction; a small head where it is short. */
export function arrow(className: string, [x1, y1]: Place, [x2, y2]: Place, quantity = className): SVGTemplateResult {
  const length = Math.hypot(x2 - x1, y2 - y1);
  if (!(length >= 1)) return svg``;
  const head = Math.min(HEAD, 0.6 * length);
  const [ux, uy] = [(x2 - x1) / length, (y2 - y1) / length];
  const [bx, by] = [x2 - head * ux, y2 - head * uy];
  const wing = head * 0.5;
  return svg`<g class="arrow ${className}" data-q=${quantity}>
    <line x1=${x1} y1=${y1} x2=${bx} y2=${by}></line>
    <path d="M${x2},${y2}L${bx - wing * uy},${by + wing * ux}L${bx + wing * uy},${by - wing * ux}Z"></path>
  </g>`;
}
