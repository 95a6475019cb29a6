// The parameters of an iteration from above: θ, the focused task's φ_j with arrows, the other tasks' φ_i, on lines of equal support loss.
import { html, svg, type SVGTemplateResult, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { contour, levels } from '../../../core/maml/plane/contours';
import type { ParameterPlane } from '../../../core/maml/plane/parameterPlane';
import type { Point } from '../../../core/maml/tasks/scene';
import type { Picture } from '../../../core/maml/trace/picture';
import type { ShownPlane } from '../../../protocol/maml';
import { aligned, chart, drawing, type Scale } from '../../shared/chart';
import { fill } from '../../shared/words';
import { stepWords } from '../stepStrings';
import { words } from '../strings';
import { arrow } from './arrow';
import { foldedTable } from './foldedTable';
import { arrowSample, legend } from './legend';
import { trackLegend, trackMarks } from './parameterMarks';

const LEVELS = 9;
const MARGINS = { width: 66, height: 50 };

function contours({ side, losses, box }: ParameterPlane, sx: Scale, sy: Scale): SVGTemplateResult[] {
  const x = (column: number) => sx(box.x[0] + ((box.x[1] - box.x[0]) * column) / (side - 1)).toFixed(1);
  const y = (row: number) => sy(box.y[0] + ((box.y[1] - box.y[0]) * row) / (side - 1)).toFixed(1);
  return levels(losses, LEVELS).map((level) => {
    const segments = contour({ side, values: losses }, level);
    return svg`<path class="contour" d=${segments.map(([a, b, c, d]) => `M${x(a)},${y(b)}L${x(c)},${y(d)}`).join('')}></path>`;
  });
}

/** As much of the plane as the run has reached: tracks up to each task's latest φ, the outer step once it is made. */
function marks(plane: ParameterPlane, { tasks, focus, thetaMoved }: Picture, sx: Scale, sy: Scale): SVGTemplateResult[] {
  const on = ([x, y]: Point): Point => [sx(x), sy(y)];
  const reached = (index: number) => plane.tracks[index]?.slice(0, (tasks[index]?.moved ?? 0) + 1) ?? [];
  const others = plane.tracks.flatMap((_, index) => {
    const track = index === focus?.index ? [] : reached(index);
    return track.length > 1 ? track.slice(-1).map(on) : [];
  });
  return [
    ...trackMarks(reached(focus?.index ?? 0).map(on), others),
    ...(thetaMoved === null ? [] : [arrow('sum', on([0, 0]), on(plane.moved))]),
  ];
}

const percent = (share: number): string => (100 * share).toFixed(share > 0.995 ? 1 : 0);

function table(plane: ParameterPlane, task: number, moved: number): TemplateResult {
  return html`<table>
    <thead>
      <tr>
        <td></td>
        <th scope="col">${stepWords.direction1}</th>
        <th scope="col">${stepWords.direction2}</th>
      </tr>
    </thead>
    <tbody>
      ${plane.tracks[task]?.slice(0, moved + 1).map(
        ([x, y], j) =>
          html`<tr>
            <th scope="row">${j === 0 ? 'θ' : `φ${j}`}</th>
            <td class="number">${aligned(x)}</td>
            <td class="number">${aligned(y)}</td>
          </tr>`,
      )}
    </tbody>
  </table>`;
}

/** What was drawn last of this run; it stays, dimmed, while the plane of another place is being computed. */
let last: { readonly plane: ParameterPlane; readonly picture: Picture } | undefined;

/** @param plane one of another place is not shown as this one's */
export function planePlot(plane: ShownPlane, picture: Picture): TemplateResult {
  const { focus, iteration } = picture;
  if (focus?.scene.kind === 'bowl') return html`<p class="muted">${stepWords.planeBowl}</p>`;
  if (plane === null || plane === 'none' || focus === null) last = undefined;
  if (focus === null) return html`<p class="muted">${words.noTask}</p>`;
  if (plane === 'none') return html`<p class="muted">${stepWords.planeNone}</p>`;
  const ready = plane?.iteration === iteration && plane.task === focus.index;
  if (ready) last = { plane, picture };
  if (last === undefined) return html`<p class="muted waiting">${stepWords.planeWaiting}</p>`;
  const shown = last;
  return html`<div class=${ready ? 'plane-picture' : 'plane-picture stale'} aria-busy=${ready ? 'false' : 'true'}>
    ${guard([shown.plane, shown.picture], () => planePicture(shown.plane, shown.picture))}
  </div>`;
}

function planePicture(plane: ParameterPlane, picture: Picture): TemplateResult {
  const { tasks } = picture;
  const moved = tasks[plane.task]?.moved ?? 0;
  const title = fill(stepWords.planeChart, plane.task + 1);
  return html`${drawing((given) => {
      const width = Math.min(given, 620);
      return chart(
        {
          width,
          height: Math.round((width - MARGINS.width) / 1.5 + MARGINS.height),
          x: { domain: plane.box.x, label: stepWords.direction1 },
          y: { domain: plane.box.y, label: stepWords.direction2 },
          title,
        },
        (sx, sy) => [
          svg`<g data-q="support">${guard([plane, width], () => contours(plane, sx, sy))}</g>`,
          ...marks(plane, picture, sx, sy),
        ],
      );
    })}
    ${legend([
      ...trackLegend(moved > 0, tasks.length > 1),
      picture.thetaMoved === null ? null : { label: stepWords.outerStep, sample: arrowSample('sum'), quantity: 'sum' },
    ])}
    <p class="caption">${fill(stepWords.planeCaption, percent(plane.share), percent(plane.taskShare))} ${stepWords.planeLine}</p>
    ${foldedTable(words.asTable, () => table(plane, plane.task, moved))}`;
}
