// A regression task: the true curve, support and query points, and the network before and after each inner step.
import { line } from 'd3-shape';
import { html, svg, type SVGTemplateResult, type TemplateResult } from 'lit';
import { fill } from '../../shared/words';
import { words } from '../strings';
import { chart, drawing, significant, type Scale } from '../../shared/chart';
import { foldedTable } from './foldedTable';
import { legend, lineSample, pointSample } from './legend';

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
  ).defined((_, i) => Number.isFinite(y[i]))([...x]) ?? '';

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
    ...curves.map(
      (curve, step) =>
        svg`<path class=${curveClass(step, last)} data-q=${step === 0 ? 'theta' : 'phi'} d=${path(x, curve, sx, sy)}></path>`,
    ),
    ...query.map(([px, py]) => svg`<circle class="point query" data-q="query" cx=${sx(px)} cy=${sy(py)} r="4"></circle>`),
    ...support.map(([px, py]) => svg`<circle class="point support" data-q="support" cx=${sx(px)} cy=${sy(py)} r="4"></circle>`),
  ];
}

/** Shapes and dashes named. */
function names(curves: number): TemplateResult {
  const last = curves - 1;
  return legend([
    { label: words.truth, sample: lineSample('curve truth') },
    { label: words.support, sample: pointSample('point support'), quantity: 'support' },
    { label: words.query, sample: pointSample('point query'), quantity: 'query' },
    { label: words.before, sample: lineSample('curve before'), quantity: 'theta' },
    last > 0 ? { label: fill(words.afterSteps, last), sample: lineSample('curve after last'), quantity: 'phi' } : null,
  ]);
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
  ${names(data.curves.length)} ${foldedTable(words.asTable, () => table(data))}`;
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
