// A regression task: the true curve, support and query points, and the network before and after each inner step.
import { line } from 'd3-shape';
import { html, svg, type SVGTemplateResult, type TemplateResult } from 'lit';
import { fill } from '../../shared/words';
import { words } from '../strings';
import { chart, drawing, significant, type Scale } from '../../shared/chart';

export interface TaskPlotData {
  readonly x: readonly number[];
  readonly truth: readonly number[];
  readonly support: readonly (readonly [number, number])[];
  readonly query: readonly (readonly [number, number])[];
  /** The network at φ_0 = θ, φ_1, …. */
  readonly curves: readonly (readonly number[])[];
  readonly title: string;
}

/** Drawn functions leave the frame rather than shrink everything else. */
const Y_LIMIT = 8;

const path = (x: readonly number[], y: readonly number[], sx: Scale, sy: Scale): string =>
  line<number>(
    (value) => sx(value),
    (_, i) => sy(Math.min(Y_LIMIT * 1.2, Math.max(-Y_LIMIT * 1.2, y[i] ?? 0))),
  )([...x]) ?? '';

/** Class of the curve after `step` of `last` steps: dashed before, solid after, the last one heavy. */
function curveClass(step: number, last: number): string {
  if (step === 0) return 'curve before';
  return step === last ? 'curve after last' : 'curve after';
}

function marks(data: TaskPlotData, sx: Scale, sy: Scale): SVGTemplateResult[] {
  const { x, truth, curves, support, query } = data;
  const last = curves.length - 1;
  return [
    svg`<path class="curve truth" d=${path(x, truth, sx, sy)}></path>`,
    ...curves.map((curve, step) => svg`<path class=${curveClass(step, last)} d=${path(x, curve, sx, sy)}></path>`),
    ...query.map(([px, py]) => svg`<circle class="point query" cx=${sx(px)} cy=${sy(py)} r="4"></circle>`),
    ...support.map(([px, py]) => svg`<circle class="point support" cx=${sx(px)} cy=${sy(py)} r="4"></circle>`),
  ];
}

const sample = (className: string, point: boolean): SVGTemplateResult =>
  point
    ? svg`<circle class=${className} cx="14" cy="7" r="4"></circle>`
    : svg`<line class=${className} x1="1" x2="27" y1="7" y2="7"></line>`;

/** Shapes and dashes named, so that the picture can be read without colour. */
function legend(curves: number): TemplateResult {
  const entry = (className: string, point: boolean, label: string) =>
    html`<li><svg width="28" height="14" aria-hidden="true">${sample(className, point)}</svg>${label}</li>`;
  const last = curves - 1;
  return html`<ul class="legend">
    ${entry('curve truth', false, words.truth)} ${entry('point support', true, words.support)} ${entry('point query', true, words.query)}
    ${entry('curve before', false, words.before)} ${last > 0 ? entry('curve after last', false, fill(words.afterSteps, last)) : null}
  </ul>`;
}

export function taskPlot(data: TaskPlotData): TemplateResult {
  const extent = Math.min(Y_LIMIT, 1.15 * Math.max(2, ...[...data.truth, ...data.support.map(([, y]) => y)].map(Math.abs)));
  return html`${drawing((width) =>
      chart(
        {
          width,
          height: Math.round(Math.min(360, Math.max(220, width * 0.55))),
          x: { domain: [data.x[0] ?? -5, data.x.at(-1) ?? 5], label: 'x' },
          y: { domain: [-extent, extent], label: 'y' },
          title: data.title,
        },
        (sx, sy) => marks(data, sx, sy),
      ),
    )}
    ${legend(data.curves.length)}
    <details class="as-table">
      <summary>${words.asTable}</summary>
      ${table(data)}
    </details>`;
}

/** The same as numbers at whole x. */
function table({ x, truth, curves }: TaskPlotData): TemplateResult {
  const rows = x.map((value, i) => ({ value, i })).filter(({ value }) => Math.abs(value - Math.round(value)) < 1e-9);
  return html`<table>
    <thead>
      <tr>
        <th scope="col">x</th>
        <th scope="col">${words.truth}</th>
        ${curves.map((_, step) => html`<th scope="col">${step === 0 ? words.before : fill(words.afterSteps, step)}</th>`)}
      </tr>
    </thead>
    <tbody>
      ${rows.map(
        ({ value, i }) =>
          html`<tr>
            <th scope="row">${value}</th>
            <td>${significant(truth[i] ?? NaN)}</td>
            ${curves.map((curve) => html`<td>${significant(curve[i] ?? NaN)}</td>`)}
          </tr>`,
      )}
    </tbody>
  </table>`;
}
