// A navigation task: start, goal and the trajectories at θ and after each inner step.
import { line } from 'd3-shape';
import { html, svg, type SVGTemplateResult, type TemplateResult } from 'lit';
import type { PathScene } from '../../../core/maml/tasks/scene';
import { aligned, chart, drawing, type Scale } from '../../shared/chart';
import { fill } from '../../shared/words';
import { sceneWords } from '../sceneStrings';
import { words } from '../strings';
import { crossSample, legend, lineSample, squareSample } from './legend';

/** Half the height of the drawn world: goals lie within half a unit of the start. */
const REACH = 0.75;
const MARGINS = { width: 66, height: 50 };

const pathClass = (step: number, last: number): string => (step === 0 ? 'path before' : step === last ? 'path after last' : 'path after');

const stepLabel = (step: number): string => (step === 0 ? sceneWords.stepBefore : fill(sceneWords.stepAfter, step));

function drawnPath(flat: readonly number[], sx: Scale, sy: Scale): string {
  const corners = Array.from({ length: flat.length / 2 }, (_, i) => i);
  return (
    line<number>(
      (i) => sx(flat[2 * i] ?? 0),
      (i) => sy(flat[2 * i + 1] ?? 0),
    )(corners) ?? ''
  );
}

/** The mean place of all trajectories at each time; one that has arrived stays where it is. */
function meanPath(paths: readonly (readonly number[])[]): number[] {
  const length = Math.max(...paths.map((path) => path.length));
  const at = (path: readonly number[], i: number) => path[i] ?? path.at(i % 2 === 0 ? -2 : -1) ?? 0;
  return Array.from({ length }, (_, i) => paths.reduce((sum, path) => sum + at(path, i), 0) / paths.length);
}

function marks({ paths, goal }: PathScene, sx: Scale, sy: Scale): SVGTemplateResult[] {
  const last = paths.length - 1;
  const [gx, gy] = [sx(goal[0]), sy(goal[1])];
  return [
    ...paths.map(
      (step, j) =>
        svg`<g class=${pathClass(j, last)} data-q=${j === 0 ? 'theta' : 'phi'}>${step.map(
          (path) => svg`<path class="one" d=${drawnPath(path, sx, sy)}></path>
            <circle cx=${sx(path.at(-2) ?? 0)} cy=${sy(path.at(-1) ?? 0)} r="2.5"></circle>`,
        )}</g>`,
    ),
    ...paths.map((step, j) => svg`<path class=${`${pathClass(j, last)} mean`} d=${drawnPath(meanPath(step), sx, sy)}></path>`),
    svg`<rect class="start" x=${sx(0) - 5} y=${sy(0) - 5} width="10" height="10"></rect>`,
    svg`<g class="goal"><circle cx=${gx} cy=${gy} r="10"></circle>
      <path d="M${gx - 6},${gy - 6}L${gx + 6},${gy + 6}M${gx - 6},${gy + 6}L${gx + 6},${gy - 6}"></path></g>`,
  ];
}

/** Mean distance from the goal at the end of the trajectories. */
function endDistance(paths: readonly (readonly number[])[], [gx, gy]: PathScene['goal']): number {
  return paths.reduce((sum, path) => sum + Math.hypot((path.at(-2) ?? 0) - gx, (path.at(-1) ?? 0) - gy), 0) / paths.length;
}

export function pathPlot(scene: PathScene): TemplateResult {
  const { paths, returns, goal } = scene;
  return html`${drawing((width) => {
      const height = Math.round(Math.min(400, Math.max(260, width * 0.7)));
      const wide = (REACH * (width - MARGINS.width)) / (height - MARGINS.height);
      return chart(
        {
          width,
          height,
          x: { domain: [-wide, wide], label: 'x' },
          y: { domain: [-REACH, REACH], label: 'y' },
          title: sceneWords.pathsTitle,
        },
        (sx, sy) => marks(scene, sx, sy),
      );
    })}
    ${legend([
      { label: sceneWords.start, sample: squareSample('start') },
      { label: sceneWords.goalMark, sample: crossSample('goal-sample') },
      { label: sceneWords.pathsBefore, sample: lineSample('curve before'), quantity: 'theta' },
      paths.length > 1
        ? { label: fill(sceneWords.pathsAfter, paths.length - 1), sample: lineSample('curve after last'), quantity: 'phi' }
        : null,
    ])}
    <table class="sizes">
      <caption class="visually-hidden">
        ${sceneWords.meanReturn}
      </caption>
      <thead>
        <tr>
          <td></td>
          <th scope="col">${sceneWords.meanReturn}</th>
          <th scope="col">${sceneWords.endDistance}</th>
        </tr>
      </thead>
      <tbody>
        ${paths.map(
          (step, j) =>
            html`<tr>
              <th scope="row">${stepLabel(j)}</th>
              <td class="number">${aligned(returns[j] ?? NaN)}</td>
              <td class="number">${aligned(endDistance(step, goal))}</td>
            </tr>`,
        )}
      </tbody>
    </table>
    ${paths.length === 0 ? words.notYet : null}`;
}
