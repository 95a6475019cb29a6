// A run one line at a time: transport, listing and numbers of the line; the task in focus; and what the line means for gradients and losses.
import { html, nothing, type TemplateResult } from 'lit';
import { trainingSteps } from '../../core/maml/algorithms/algorithm';
import type { Picture } from '../../core/maml/trace/picture';
import type { LabView } from '../../protocol/maml';
import { fill } from '../shared/words';
import { gradientArrows } from './figures/gradientArrows';
import { planePlot } from './figures/planePlot';
import { familyRow } from './figures/sceneTable';
import { stepLosses } from './figures/stepLosses';
import { formulaView } from './formulas';
import { listingView } from './listingView';
import { definitionOf, QUANTITY_IDS, symbolOf, type QuantityId } from './quantities';
import { metaLossSection } from './resultView';
import { sceneWords } from './sceneStrings';
import { stepWords } from './stepStrings';
import { words } from './strings';
import { transport, type TransportActions } from './transport';

export interface StepActions extends TransportActions {
  /** The quantity pointed at, if any. */
  readonly marked: QuantityId | null;
  readonly planeOpen: boolean;
  readonly openPlane: (open: boolean) => void;
}

function focusSection({ focus, tasks }: Picture, { settings, gridX }: LabView): TemplateResult {
  if (focus === null) return html`<p class="muted">${words.noTask}</p>`;
  const row = familyRow(settings.family);
  const title = fill(sceneWords.focus, focus.index + 1, tasks.length, row.describe(focus.parameters));
  return html`<h2>${title}</h2>
    ${row.draw(focus.scene, { gridX, title, steps: trainingSteps(settings) })}`;
}

/** Every quantity as a button, so that the keyboard can point at it too, and one line that says what it is. */
function quantities(picture: Picture, { settings }: LabView, marked: QuantityId | null): TemplateResult {
  return html`<div class="quantities" role="group" aria-label=${stepWords.quantities}>
      ${QUANTITY_IDS.map(
        (id) =>
          html`<button type="button" class="chip" data-q=${id} aria-label=${definitionOf(id, picture, settings)}>${symbolOf(id)}</button>`,
      )}
    </div>
    <p class="definition muted" id="lab-definition">
      ${marked === null ? stepWords.quantityHint : definitionOf(marked, picture, settings)}
    </p>`;
}

function planeSection(lab: LabView, picture: Picture, { planeOpen, openPlane }: StepActions): TemplateResult {
  return html`<details
    class="panel plane"
    ?open=${planeOpen}
    @toggle=${(event: Event) => event.target instanceof HTMLDetailsElement && event.target.matches('.plane') && openPlane(event.target.open)}
  >
    <summary><h2>${stepWords.planeTitle}</h2></summary>
    ${planeOpen ? planePlot(lab.plane, picture) : nothing}
  </details>`;
}

export function stepView(lab: LabView, actions: StepActions): TemplateResult {
  const { picture, settings } = lab;
  if (picture === null) return html`<p class="muted">${words.idle}</p>`;
  const ofAll = picture.meta !== null;
  const gradient = picture.meta ?? picture.focus?.meta ?? null;
  const { loss } = familyRow(settings.family);
  return html`<div class="step-bar">${transport(lab, picture, actions)}</div>
    <div class="columns even">
      <section class="reading">
        ${listingView(lab.listing, picture.line, picture.next)} ${formulaView(picture, settings, lab.playing !== null)}
        ${quantities(picture, lab, actions.marked)}
      </section>
      <section class="task-picture">${focusSection(picture, lab)}</section>
    </div>
    <div class="panels">
      <section class="panel">
        <h2>${words.gradientTitle}</h2>
        ${gradientArrows(gradient, ofAll ? words.gradientMean : words.gradientTask, settings.algorithm)}
      </section>
      <section class="panel">
        <h2>${stepWords.lossesTitle}</h2>
        ${stepLosses(picture, trainingSteps(settings), loss)}
      </section>
      ${planeSection(lab, picture, actions)}
      <section class="panel">${metaLossSection(lab, picture.iteration + 1)}</section>
    </div>`;
}
