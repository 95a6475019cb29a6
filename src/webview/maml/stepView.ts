// A run one line at a time: transport, listing, the task in focus, the numbers of the line and the meta-gradient taken apart.
import { html, type TemplateResult } from 'lit';
import type { LabView } from '../../protocol/maml';
import type { Picture } from '../../core/maml/trace/picture';
import { fill } from '../shared/words';
import { aligned, significant } from '../shared/chart';
import { gradientArrows } from './figures/gradientArrows';
import { taskPlot } from './figures/taskPlot';
import { formulaView } from './formulas';
import { listingView } from './listingView';
import { metaLossSection } from './resultView';
import { words } from './strings';
import { transport, type TransportActions } from './transport';

function focusSection({ focus, tasks }: Picture, gridX: readonly number[]): TemplateResult {
  if (focus === null) return html`<p class="muted">${words.noTask}</p>`;
  const { amplitude = NaN, phase = NaN } = focus.parameters;
  const title = fill(words.focusTask, focus.index + 1, tasks.length, significant(amplitude), significant(phase));
  return html`<h2>${title}</h2>
    ${taskPlot({ ...focus, x: gridX, title })}`;
}

function taskTable({ tasks, focus }: Picture): TemplateResult {
  return html`<details class="as-table">
    <summary>${words.taskLosses}</summary>
    <table>
      <thead>
        <tr>
          <th scope="col">${words.task}</th>
          <th scope="col">L<sub>s</sub></th>
          <th scope="col">L<sub>q</sub></th>
        </tr>
      </thead>
      <tbody>
        ${tasks.map(
          ({ supportLoss, queryLoss }, index) =>
            html`<tr class=${index === focus?.index ? 'focus' : ''}>
              <th scope="row">${index + 1}</th>
              <td class="number">${supportLoss[0] === undefined ? words.notYet : aligned(supportLoss[0])}</td>
              <td class="number">${queryLoss === null ? words.notYet : aligned(queryLoss)}</td>
            </tr>`,
        )}
      </tbody>
    </table>
  </details>`;
}

export function stepView(lab: LabView, actions: TransportActions): TemplateResult {
  const { picture } = lab;
  if (picture === null) return html`<p class="muted">${words.idle}</p>`;
  const ofAll = picture.meta !== null;
  return html`<div class="step-bar">${transport(picture, lab.trained, actions)}</div>
    <div class="columns even">
      <section>
        ${listingView(lab.listing, picture.line, picture.next)} ${formulaView(picture, lab.settings)}
        <h2>${words.gradientTitle}</h2>
        ${gradientArrows(picture.meta ?? picture.focus?.meta ?? null, ofAll ? words.gradientMean : words.gradientTask)}
      </section>
      <section>${focusSection(picture, lab.gridX)} ${metaLossSection(lab, picture.iteration + 1)} ${taskTable(picture)}</section>
    </div>`;
}
