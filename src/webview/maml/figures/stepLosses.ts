// Support and query loss at each inner step of the focused task, on the query losses of the other tasks; and all of them as a table.
import { line } from 'd3-shape';
import { html, svg, type SVGTemplateResult, type TemplateResult } from 'lit';
import type { Picture, TaskProgress } from '../../../core/maml/trace/picture';
import { aligned, chart, drawing, type Scale } from '../../shared/chart';
import { fill } from '../../shared/words';
import { stepWords } from '../stepStrings';
import { words } from '../strings';
import { foldedTable } from './foldedTable';
import { legend, lineSample } from './legend';

function curve(className: string, values: readonly number[], sx: Scale, sy: Scale): SVGTemplateResult {
  const d = line<number>(
    (_, step) => sx(step),
    (value) => sy(value),
  )([...values]);
  return svg`<path class=${className} d=${d ?? ''}></path>`;
}

function marks({ tasks, focus }: Picture, sx: Scale, sy: Scale): SVGTemplateResult[] {
  const own = tasks[focus?.index ?? 0];
  const dots = (className: string, values: readonly number[]) =>
    values.map((value, step) => svg`<circle class="point ${className}" cx=${sx(step)} cy=${sy(value)} r="4"></circle>`);
  return [
    ...tasks.map((task, index) => (index === focus?.index ? svg`` : curve('curve other-task', task.queryLosses, sx, sy))),
    svg`<g data-q="query">${curve('curve query-loss', own?.queryLosses ?? [], sx, sy)}${dots('query', own?.queryLosses ?? [])}</g>`,
    svg`<g data-q="support">${curve('curve support-loss', own?.supportLoss ?? [], sx, sy)}${dots('support', own?.supportLoss ?? [])}</g>`,
  ];
}

function table(tasks: readonly TaskProgress[], focus: number, steps: number): TemplateResult {
  const cell = (value: number | null | undefined) =>
    html`<td class="number">${value === undefined || value === null ? words.notYet : aligned(value)}</td>`;
  const list = Array.from({ length: steps + 1 }, (_, step) => step);
  const head = (name: string) => list.map((step) => html`<th scope="col">L<sub>${name}</sub>(φ<sub>${step}</sub>)</th>`);
  const acting = tasks.every(({ queryLosses }) => queryLosses.length === 0);
  return html`<table>
    <thead>
      <tr>
        <th scope="col">${words.task}</th>
        ${head('s')} ${acting ? html`<th scope="col">L<sub>q</sub>(φ<sub>${steps}</sub>)</th>` : head('q')}
      </tr>
    </thead>
    <tbody>
      ${tasks.map(
        ({ supportLoss, queryLosses, queryLoss }, index) =>
          html`<tr class=${index === focus ? 'focus' : ''}>
            <th scope="row">${index + 1}</th>
            ${list.map((step) => cell(supportLoss[step]))}
            ${acting ? cell(queryLoss) : list.map((step) => cell(queryLosses[step] ?? (step === steps ? queryLoss : undefined)))}
          </tr>`,
      )}
    </tbody>
  </table>`;
}

/** @param steps inner steps of each task @param lossName what the losses measure */
export function stepLosses(picture: Picture, steps: number, lossName: string): TemplateResult {
  const { tasks, focus } = picture;
  if (focus === null) return html`<p class="muted">${words.noTask}</p>`;
  const shown = tasks.flatMap(({ supportLoss, queryLosses }) => [...supportLoss, ...queryLosses]).filter(Number.isFinite);
  const acting = focus.scene.kind === 'paths';
  const high = Math.max(...shown, Number.MIN_VALUE);
  return html`${
    acting
      ? html`<p class="muted">${stepWords.lossesActing}</p>`
      : html`${drawing((width) =>
          chart(
            {
              width,
              height: 190,
              x: { domain: [-0.15, steps + 0.15], label: stepWords.innerStep, ticks: Array.from({ length: steps + 1 }, (_, step) => step) },
              y: { domain: [Math.min(0, ...shown), 1.08 * high], label: lossName },
              title: fill(stepWords.lossesChart, focus.index + 1, steps),
            },
            (sx, sy) => marks(picture, sx, sy),
          ),
        )}
        ${legend([
          { label: stepWords.lossSupport, sample: lineSample('curve support-loss'), quantity: 'support' },
          { label: stepWords.lossQuery, sample: lineSample('curve query-loss'), quantity: 'query' },
          tasks.length > 1 ? { label: stepWords.otherTasks, sample: lineSample('curve other-task') } : null,
        ])}`
  }
  ${foldedTable(stepWords.allTasks, () => table(tasks, focus.index, steps))}`;
}
