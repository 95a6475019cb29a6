// Error or score after 0, 1, 2, … steps on unseen tasks: one curve for each method, with its 95 % band and its name at its end.
import { area, line } from 'd3-shape';
import { html, svg, type SVGTemplateResult, type TemplateResult } from 'lit';
import type { MethodResult } from '../../../core/maml/compare/comparison';
import { chart, drawing, significant, type Scale } from '../../shared/chart';
import { words } from './compareStrings';
import { marker } from './methodMarks';

export type Measure = 'mean' | 'median';

const LABEL_WIDTH = 132;
const LABEL_HEIGHT = 14;
/** How far a curve may rise above where all begin before it leaves the picture. */
const HEADROOM = 1.3;

/** What is compared: the score where the family has one, else the loss. */
export const curveOf = (result: MethodResult): MethodResult['loss'] => result.score ?? result.loss;

const finite = (values: readonly number[]): number[] => values.filter(Number.isFinite);

function rangeOf(results: readonly MethodResult[], measure: Measure): [number, number] {
  const score = results[0]?.score;
  if (score?.name === 'accuracy') return [0, 1];
  const all = results.flatMap((result) => finite(curveOf(result)[measure]));
  const first = results.flatMap((result) => finite(curveOf(result)[measure].slice(0, 1)));
  if (all.length === 0) return [0, 1];
  if (score !== null && score !== undefined) return [Math.min(...all) * 1.1, Math.max(0, ...all)];
  return [0, Math.max(1e-3, HEADROOM * Math.max(...first))];
}

/** Moves labels apart that would lie on one another, keeping their order. */
function spread(wanted: readonly number[], low: number, high: number): number[] {
  const order = wanted.map((_, i) => i).sort((a, b) => wanted[a]! - wanted[b]!);
  const places = [...wanted];
  let free = low;
  for (const i of order) free = (places[i] = Math.max(places[i]!, free)) + LABEL_HEIGHT;
  let limit = high;
  for (const i of order.reverse()) limit = (places[i] = Math.min(places[i]!, limit)) - LABEL_HEIGHT;
  return places;
}

function curve(result: MethodResult, measure: Measure, sx: Scale, sy: Scale): SVGTemplateResult[] {
  const { method } = result;
  const { halfWidth, ...values } = curveOf(result);
  const [bottom = 0, top = 0] = sy.range();
  const inside = (y: number) => Math.min(bottom + 2, Math.max(top - 2, y));
  const at = values[measure];
  const known = (_: number, i: number) => Number.isFinite(at[i]);
  const band = area<number>()
    .defined(known)
    .x((_, i) => sx(i))
    .y0((y, i) => inside(sy(y - (halfWidth[i] ?? 0))))
    .y1((y, i) => inside(sy(y + (halfWidth[i] ?? 0))));
  const path = line<number>()
    .defined(known)
    .x((_, i) => sx(i))
    .y((y) => inside(sy(y)));
  const marked = at.map((y, i) => ({ y: sy(y), i })).filter(({ y }) => y >= top - 2 && y <= bottom + 2);
  return [
    ...(measure === 'mean' ? [svg`<path class="method-band ${method}" d=${band([...at]) ?? ''}></path>`] : []),
    svg`<path class="method-curve ${method}" d=${path([...at]) ?? ''}></path>`,
    ...marked.map(({ y, i }) => marker(method, sx(i), y)),
  ];
}

function labels(results: readonly MethodResult[], measure: Measure, sx: Scale, sy: Scale): SVGTemplateResult[] {
  const [bottom = 0, top = 0] = sy.range();
  const ends = results.map((result) => {
    const at = curveOf(result)[measure];
    return { method: result.method, x: sx(at.length - 1), y: Math.min(bottom, Math.max(top, sy(at.at(-1) ?? NaN))) };
  });
  const known = ends.filter(({ y }) => Number.isFinite(y));
  const places = spread(
    known.map(({ y }) => y),
    top + 4,
    // Clear of the axis.
    bottom - 8,
  );
  return known.map(
    ({ method, x, y }, i) => svg`<line class="label-line" x1=${x + 5} y1=${y} x2=${x + 14} y2=${places[i]!}></line>
      <text class="method-label" x=${x + 17} y=${places[i]!} dy="0.32em">${words[`short_${method}`]}</text>`,
  );
}

export function adaptationChart(results: readonly MethodResult[], measure: Measure): TemplateResult {
  const steps = Math.max(1, ...results.map((result) => curveOf(result).mean.length - 1));
  const score = results[0]?.score?.name;
  const yLabel = score === undefined ? words.lossAxis : words[`axis_${score}`];
  return html`${drawing((width) => {
      const plot = width - 66;
      const right = (steps * plot) / Math.max(80, plot - LABEL_WIDTH);
      return chart(
        {
          width,
          height: Math.round(Math.min(400, Math.max(280, width * 0.5))),
          x: { domain: [0, right], label: words.stepsAxis, ticks: Array.from({ length: steps + 1 }, (_, i) => i) },
          y: { domain: rangeOf(results, measure), label: yLabel },
          title: words.chartTitle,
        },
        (sx, sy) => [...results.flatMap((result) => curve(result, measure, sx, sy)), ...labels(results, measure, sx, sy)],
      );
    })}
    <details class="as-table">
      <summary>${words.asTable}</summary>
      ${curveTable(results)}
    </details>`;
}

/** The curves as numbers: mean ± half of the 95 % interval, and the median. */
function curveTable(results: readonly MethodResult[]): TemplateResult {
  const steps = Math.max(0, ...results.map((result) => curveOf(result).mean.length));
  return html`<table>
    <thead>
      <tr>
        <th scope="col">${words.stepsAxis}</th>
        ${results.map(({ method }) => html`<th scope="col">${words[`short_${method}`]}</th>`)}
      </tr>
    </thead>
    <tbody>
      ${Array.from(
        { length: steps },
        (_, step) =>
          html`<tr>
            <th scope="row">${step}</th>
            ${results.map((result) => {
              const { mean, halfWidth, median } = curveOf(result);
              const [at, half, middle] = [mean, halfWidth, median].map((values) => significant(values[step] ?? NaN));
              return html`<td class="number">${at} ± ${half} (${middle})</td>`;
            })}
          </tr>`,
      )}
    </tbody>
  </table>`;
}
