// A quadratic bowl, exact: its curve over one parameter or its ellipses over two, with θ, each φ_j and the steps between them.
import { line } from 'd3-shape';
import { html, svg, type SVGTemplateResult, type TemplateResult } from 'lit';
import { boxAround } from '../../../core/maml/plane/boxAround';
import type { BowlScene, Point } from '../../../core/maml/tasks/scene';
import { aligned, chart, drawing, type Scale } from '../../shared/chart';
import { fill } from '../../shared/words';
import { sceneWords } from '../sceneStrings';
import { words } from '../strings';
import { foldedTable } from './foldedTable';
import { crossSample, legend } from './legend';
import { trackLegend, trackMarks } from './parameterMarks';

const ELLIPSES = 9;
const MARGINS = { width: 66, height: 50 };

/** ½(θ − c)ᵀA(θ − c). */
function height({ matrix, centre }: BowlScene, at: readonly number[]): number {
  const d = at.map((value, k) => value - (centre[k] ?? 0));
  return 0.5 * d.reduce((sum, row, r) => sum + row * d.reduce((inner, value, k) => inner + (matrix[r * d.length + k] ?? 0) * value, 0), 0);
}

const inPlane = ([x = 0, y = 0]: readonly number[]): Point => [x, y];
const cross = (x: number, y: number) =>
  svg`<path class="bottom" d="M${x - 5},${y - 5}L${x + 5},${y + 5}M${x - 5},${y + 5}L${x + 5},${y - 5}"></path>`;

/** Ellipses at equal distances on their axes: semi-axes √(2h/λ) along the eigenvectors of A. */
function ellipses({ matrix, centre }: BowlScene, reach: number, sx: Scale, sy: Scale): SVGTemplateResult[] {
  const [a = 1, b = 0, , d = 1] = matrix;
  const gap = Math.hypot((a - d) / 2, b);
  const [steep, flat] = [(a + d) / 2 + gap, (a + d) / 2 - gap];
  const turn = (-Math.atan2(2 * b, a - d) * 90) / Math.PI;
  const [x, y] = [sx(centre[0] ?? 0), sy(centre[1] ?? 0)];
  const unit = Math.abs(sx(1) - sx(0));
  return Array.from({ length: ELLIPSES }, (_, i) => {
    const long = (reach * (i + 1)) / ELLIPSES;
    return svg`<ellipse class="contour" cx=${x} cy=${y} rx=${unit * long * Math.sqrt(flat / steep)} ry=${unit * long}
      transform="rotate(${turn} ${x} ${y})"></ellipse>`;
  });
}

/** A window of the plot's size, so that ellipses end at its frame. */
function clipped(sx: Scale, sy: Scale, marks: readonly SVGTemplateResult[]): SVGTemplateResult {
  const [left = 0, right = 0, bottom = 0, top = 0] = [...sx.range(), ...sy.range()];
  const [width, tall] = [right - left, bottom - top];
  return svg`<svg x=${left} y=${top} width=${width} height=${tall} viewBox="${left} ${top} ${width} ${tall}">${marks}</svg>`;
}

function overTwo(scene: BowlScene, width: number): TemplateResult {
  const [places, others, bottom] = [scene.track.map(inPlane), scene.others.map(inPlane), inPlane(scene.centre)];
  const box = boxAround([...places, ...others, bottom]);
  const reach = Math.hypot(box.x[1] - box.x[0], box.y[1] - box.y[0]);
  const on = (sx: Scale, sy: Scale, points: readonly Point[]) => points.map(([x, y]): Point => [sx(x), sy(y)]);
  return chart(
    {
      width,
      height: Math.round((width - MARGINS.width) / 1.5 + MARGINS.height),
      x: { domain: box.x, label: fill(sceneWords.parameter, 1) },
      y: { domain: box.y, label: fill(sceneWords.parameter, 2) },
      title: sceneWords.bowlTitle,
    },
    (sx, sy) => [
      clipped(sx, sy, ellipses(scene, reach, sx, sy)),
      cross(sx(bottom[0]), sy(bottom[1])),
      ...trackMarks(on(sx, sy, places), on(sx, sy, others)),
    ],
  );
}

function overOne(scene: BowlScene, width: number): TemplateResult {
  const all = [...scene.track, ...scene.others, scene.centre].map(([x = 0]) => x);
  const [low, high] = [Math.min(...all), Math.max(...all)];
  const pad = Math.max(0.15 * (high - low), 0.5);
  const domain: [number, number] = [low - pad, high + pad];
  const grid = Array.from({ length: 81 }, (_, i) => domain[0] + ((domain[1] - domain[0]) * i) / 80);
  const top = Math.max(...grid.map((x) => height(scene, [x])));
  return chart(
    {
      width,
      height: Math.round(Math.min(340, Math.max(220, width * 0.55))),
      x: { domain, label: fill(sceneWords.parameter, 1) },
      y: { domain: [-0.06 * top, top], label: sceneWords.loss },
      title: sceneWords.bowlTitle,
    },
    (sx, sy) => {
      const place = ([x = 0]: readonly number[]): Point => [sx(x), sy(height(scene, [x]))];
      return [
        svg`<path class="contour" d=${
          line<number>(
            (x) => sx(x),
            (x) => sy(height(scene, [x])),
          )(grid) ?? ''
        }></path>`,
        cross(...place(scene.centre)),
        ...trackMarks(
          scene.track.map(place),
          scene.others.map(([x = 0]): Point => [sx(x), sy(0)]),
        ),
      ];
    },
  );
}

export function bowlPlot(scene: BowlScene): TemplateResult {
  const { track, others, dimension } = scene;
  return html`${drawing((width) => (dimension === 1 ? overOne(scene, Math.min(width, 620)) : overTwo(scene, Math.min(width, 620))))}
  ${legend([...trackLegend(track.length > 1, others.length > 0), { label: sceneWords.bottom, sample: crossSample('bottom') }])}
  ${foldedTable(words.asTable, () => table(scene))}`;
}

/** θ and each φ_j with its loss as numbers. */
function table(scene: BowlScene): TemplateResult {
  return html`<table>
    <thead>
      <tr>
        <th scope="col">${sceneWords.step}</th>
        ${scene.centre.map((_, k) => html`<th scope="col">${fill(sceneWords.parameter, k + 1)}</th>`)}
        <th scope="col">${sceneWords.loss}</th>
      </tr>
    </thead>
    <tbody>
      ${scene.track.map(
        (at, j) =>
          html`<tr>
            <th scope="row">${j === 0 ? 'θ' : `φ${j}`}</th>
            ${at.map((value) => html`<td class="number">${aligned(value)}</td>`)}
            <td class="number">${aligned(height(scene, at))}</td>
          </tr>`,
      )}
    </tbody>
  </table>`;
}
