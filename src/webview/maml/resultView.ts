// What a finished run can do: an unseen task before and after adaptation, and the error by number of steps.
import { html, type TemplateResult } from 'lit';
import type { Evaluation } from '../../core/maml/evaluation';
import type { UnseenTask } from '../../core/maml/experiment';
import type { LabView } from '../../protocol/maml';
import { fill } from '../shared/words';
import { aligned, significant } from '../shared/chart';
import { lossPlot } from './figures/lossPlot';
import { taskPlot } from './figures/taskPlot';
import { words } from './strings';

function errorTable(unseen: UnseenTask, evaluation: Evaluation | null): TemplateResult {
  return html`<table class="errors">
    <caption>
      ${words.errorTable}
    </caption>
    <thead>
      <tr>
        <th scope="col">${words.steps}</th>
        <th scope="col">${words.thisTask}</th>
        ${
          evaluation === null
            ? null
            : html`<th scope="col">${fill(words.mean, evaluation.tasks)}</th>
                <th scope="col">${words.median}</th>`
        }
      </tr>
    </thead>
    <tbody>
      ${unseen.losses.map(
        (loss, step) =>
          html`<tr>
            <th scope="row">${step}</th>
            <td class="number">${aligned(loss)}</td>
            ${
              evaluation === null
                ? null
                : html`<td class="number">${aligned(evaluation.loss.mean[step] ?? NaN)}</td>
                    <td class="number">${aligned(evaluation.loss.median[step] ?? NaN)}</td>`
            }
          </tr>`,
      )}
    </tbody>
  </table>`;
}

export function resultView(lab: LabView, showUnseen: (index: number) => void): TemplateResult {
  const { unseen } = lab;
  if (unseen === null) return html`<div class="columns"><section class="side">${metaLossSection(lab, null)}</section></div>`;
  const title = fill(
    words.unseenLead,
    unseen.index + 1,
    significant(unseen.parameters['amplitude'] ?? NaN),
    significant(unseen.parameters['phase'] ?? NaN),
  );
  const turn = (index: number, icon: string, label: string) =>
    html`<button
      type="button"
      class="button quiet"
      ?disabled=${index < 0}
      title=${label}
      aria-label=${label}
      @click=${() => showUnseen(index)}
    >
      <i class="codicon codicon-${icon}"></i>
    </button>`;
  return html`<div class="columns">
    <section class="primary" aria-labelledby="unseen-title">
      <div class="section-head">
        <h2 id="unseen-title">${words.unseenTitle}</h2>
        ${turn(unseen.index - 1, 'chevron-left', words.previousTask)}${turn(unseen.index + 1, 'chevron-right', words.nextTask)}
      </div>
      <p class="muted">${title}</p>
      ${taskPlot({ ...unseen, x: lab.gridX, title })}
    </section>
    <section class="side">
      <h2>${words.errorTitle}</h2>
      ${errorTable(unseen, lab.evaluation)} ${metaLossSection(lab, null)}
    </section>
  </div>`;
}

/** @param at iteration of the cursor, if the place matters here */
export const metaLossSection = (lab: LabView, at: number | null): TemplateResult =>
  lab.lossCurve.metaLoss.length === 0
    ? html``
    : html`<h2>${words.metaLossTitle}</h2>
        ${lossPlot(lab.lossCurve, lab.settings.iterations, at)}`;
