// What a finished run can do: an unseen task before and after adaptation, and losses and scores by number of steps.
import { html, type TemplateResult } from 'lit';
import type { Evaluation } from '../../core/maml/evaluation';
import type { UnseenTask } from '../../core/maml/experiment';
import type { LabView } from '../../protocol/maml';
import { fill } from '../shared/words';
import { aligned } from '../shared/chart';
import { lossPlot } from './figures/lossPlot';
import { familyRow } from './figures/sceneTable';
import { sceneWords } from './sceneStrings';
import { words } from './strings';

/** One column of the table: a heading and its value after each number of steps. */
type Column = readonly [heading: string, values: readonly number[]];

function errorTable(unseen: UnseenTask, evaluation: Evaluation | null, loss: string): TemplateResult {
  const score = evaluation?.score ?? null;
  const columns: Column[] = [[words.thisTask, unseen.losses]];
  if (evaluation !== null) columns.push([fill(words.mean, evaluation.tasks), evaluation.loss.mean], [words.median, evaluation.loss.median]);
  if (score !== null) {
    const name = sceneWords[score.name];
    columns.push([fill(sceneWords.scoreOf, name), unseen.scores], [fill(sceneWords.scoreMean, name), score.mean]);
  }
  return html`<table class="errors">
    <caption>
      ${fill(sceneWords.errorsOf, loss)}
    </caption>
    <thead>
      <tr>
        <th scope="col">${words.steps}</th>
        ${columns.map(([heading]) => html`<th scope="col">${heading}</th>`)}
      </tr>
    </thead>
    <tbody>
      ${unseen.losses.map(
        (_, step) =>
          html`<tr>
            <th scope="row">${step}</th>
            ${columns.map(([, values]) => html`<td class="number">${aligned(values[step] ?? NaN)}</td>`)}
          </tr>`,
      )}
    </tbody>
  </table>`;
}

export function resultView(lab: LabView, showUnseen: (index: number) => void): TemplateResult {
  const { unseen } = lab;
  if (unseen === null) return html`<div class="columns"><section class="side">${metaLossSection(lab, null)}</section></div>`;
  const row = familyRow(lab.settings.family);
  const title = fill(sceneWords.unseen, unseen.index + 1, row.describe(unseen.parameters));
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
      ${unseen.divergedAt === null ? null : html`<p class="status diverged">${fill(words.unseenDiverged, unseen.divergedAt)}</p>`}
      ${row.draw(unseen.scene, { gridX: lab.gridX, title, steps: 0 })}
    </section>
    <section class="side">
      <h2>${words.errorTitle}</h2>
      ${errorTable(unseen, lab.evaluation, row.loss)} ${metaLossSection(lab, null)}
    </section>
  </div>`;
}

/** @param at iteration of the cursor, if the place matters here */
export const metaLossSection = (lab: LabView, at: number | null): TemplateResult =>
  lab.lossCurve.metaLoss.length === 0
    ? html``
    : html`<h2>${words.metaLossTitle}</h2>
        ${lossPlot(lab.lossCurve, lab.settings.iterations, at, fill(sceneWords.metaLossOf, familyRow(lab.settings.family).loss))}`;
