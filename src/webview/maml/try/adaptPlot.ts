// The network on the plane of a learner's points: before adaptation dashed, the steps in between faint, the step on show heavy.
import { line } from 'd3-shape';
import { html, svg, type SVGTemplateResult, type TemplateResult } from 'lit';
import { POINT_LIMITS } from '../../../core/maml/own/limits';
import type { Point } from '../../../core/maml/tasks/strokes';
import type { PointsStart } from '../../../protocol/mamlTry';
import { chart, type Scale } from '../../shared/chart';
import { fill } from '../../shared/words';
import { words } from './strings';

export interface AdaptPlot {
  readonly x: readonly number[];
  readonly points: readonly Point[];
  readonly wave: readonly number[] | null;
  readonly start: PointsStart;
  readonly steps: number;
  readonly title: string;
}

/** A function as a line that ends where it leaves the frame. */
function path(x: readonly number[], y: readonly number[], sx: Scale, sy: Scale): string {
  const drawn = line<number>(
    (value) => sx(value),
    (_, i) => sy(y[i] ?? 0),
  ).defined((_, i) => Math.abs(y[i] ?? 0) <= POINT_LIMITS.y);
  return drawn([...x]) ?? '';
}

const curveClass = (step: number, last: number): string =>
  step === last ? (last === 0 ? 'curve before' : 'curve after last') : step === 0 ? 'curve before' : 'curve after';

export function adaptMarks(plot: AdaptPlot, sx: Scale, sy: Scale): SVGTemplateResult[] {
  const { x, points, wave, start, steps } = plot;
  const curves = start.curves.slice(0, steps + 1);
  return [
    ...(wave === null ? [] : [svg`<path class="curve truth" d=${path(x, wave, sx, sy)}></path>`]),
    ...curves.map((y, step) => svg`<path class=${curveClass(step, curves.length - 1)} d=${path(x, y, sx, sy)}></path>`),
    ...points.map(([px, py]) => svg`<circle class="point support" cx=${sx(px)} cy=${sy(py)} r="5"></circle>`),
  ];
}

/** @param extra drawn above everything else */
export function adaptPlot(
  plot: AdaptPlot,
  width: number,
  height: number,
  extra: (sx: Scale, sy: Scale) => readonly SVGTemplateResult[] = () => [],
): TemplateResult {
  const { x: reach, y: high } = POINT_LIMITS;
  const options = {
    width,
    height,
    x: { domain: [-reach, reach], label: 'x' },
    y: { domain: [-high, high], label: 'y' },
    title: plot.title,
  } as const;
  return chart(options, (sx, sy) => [...adaptMarks(plot, sx, sy), ...extra(sx, sy)]);
}

/** Shapes and dashes named, so that the pictures can be read without colour. */
export function adaptLegend(steps: number, wave: boolean): TemplateResult {
  const stroke = (className: string) => svg`<line class=${className} x1="1" x2="27" y1="7" y2="7"></line>`;
  const entry = (mark: SVGTemplateResult, label: string) =>
    html`<li><svg width="28" height="14" aria-hidden="true">${mark}</svg>${label}</li>`;
  return html`<ul class="legend">
    ${entry(svg`<circle class="point support" cx="14" cy="7" r="5"></circle>`, words.yours)}
    ${wave ? entry(stroke('curve truth'), words.wave) : null} ${entry(stroke('curve before'), words.before)}
    ${steps > 1 ? entry(stroke('curve after'), words.between) : null}
    ${steps > 0 ? entry(stroke('curve after last'), fill(words.now, steps)) : null}
  </ul>`;
}
