// A classification task: its drawn symbols by class, and for each query image the class probabilities at θ and after each inner step.
import { html, type TemplateResult } from 'lit';
import type { SymbolScene } from '../../../core/maml/tasks/scene';
import { drawing } from '../../shared/chart';
import { fill } from '../../shared/words';
import { sceneWords } from '../sceneStrings';
import { words } from '../strings';
import { foldedTable } from './foldedTable';
import { checkAt, crossAt, isRight, symbolRow, type Part, type SymbolRow } from './symbolRow';

const percent = (share: number): string => `${Math.round(100 * share)} %`;
const stepName = (step: number): string => (step === 0 ? 'θ' : `φ${step}`);
const verdict = (right: boolean): string => (right ? sceneWords.right : sceneWords.wrong);

/** From this width on, the name of a class stands beside its row and takes this much of it. */
const BESIDE_NAME = 480;
const NAME = 76;

/** What stands in the row of a class, in drawings and in words. */
function rowOf(scene: SymbolScene, label: number): SymbolRow {
  const query = scene.query.flatMap((image, index) => {
    if (image.label !== label) return [];
    const answers = scene.probabilities.map((step) => step[index] ?? []);
    const text = answers.map((shares, j) =>
      fill(sceneWords.barsLabel, stepName(j), percent(shares[label] ?? 0), verdict(isRight(shares, label))),
    );
    return [{ image, answers, text: text.join('\n') }];
  });
  const support = scene.support.filter((image) => image.label === label);
  const said = query.map(({ text }, i) => `${fill(sceneWords.queryNumber, i + 1)}: ${text.replaceAll('\n', '; ')}`);
  return { support, query, title: fill(sceneWords.rowLabel, label + 1, support.length, query.length), description: said.join(' / ') };
}

function table(scene: SymbolScene): TemplateResult {
  return html`<table>
    <thead>
      <tr>
        <th scope="col">${sceneWords.image}</th>
        <th scope="col">${sceneWords.rightClass}</th>
        ${scene.probabilities.map((_, j) => html`<th scope="col">${stepName(j)}</th>`)}
      </tr>
    </thead>
    <tbody>
      ${scene.query.map(
        ({ label }, i) =>
          html`<tr>
            <th scope="row">${i + 1}</th>
            <td>${fill(sceneWords.className, label + 1)}</td>
            ${scene.probabilities.map((step) => {
              const shares = step[i] ?? [];
              return html`<td class="number">${percent(shares[label] ?? 0)} (${verdict(isRight(shares, label))})</td>`;
            })}
          </tr>`,
      )}
    </tbody>
  </table>`;
}

/** @param steps inner steps to keep room for */
export function symbolGrid(scene: SymbolScene, steps: number): TemplateResult {
  const classes = Array.from({ length: scene.ways }, (_, label) => label);
  const right = scene.probabilities.map((step) => scene.query.filter(({ label }, i) => isRight(step[i] ?? [], label)).length);
  const rows = classes.map((label) => rowOf(scene, label));
  const room = { steps: Math.max(steps + 1, scene.probabilities.length), ways: scene.ways };
  const sample = (part: Part, d: string) =>
    html`<svg class="drawn-class" width="16" height="14" aria-hidden="true"><path class=${part} d=${d}></path></svg>`;
  const bar = 'M5,1h6v12h-6z';
  return html`<div class="symbols" role="group" aria-label=${sceneWords.symbolsTitle}>
      <p class="tally">
        ${right.map(
          (count, j) =>
            html`<span data-q=${j === 0 ? 'theta' : 'phi'}>${stepName(j)}: ${fill(sceneWords.rightOf, count, scene.query.length)}</span>`,
        )}
      </p>
      ${drawing(
        (width) =>
          html`${rows.map(
            (row, label) =>
              html`<div class="class-row">
                <h3>${fill(sceneWords.className, label + 1)}</h3>
                ${symbolRow(row, room, width >= BESIDE_NAME ? width - NAME : width)}
              </div>`,
          )}`,
      )}
    </div>
    <ul class="legend">
      <li data-q="support"><span class="swatch support" aria-hidden="true"></span>${sceneWords.supportSymbols}</li>
      <li data-q="query"><span class="swatch query" aria-hidden="true"></span>${sceneWords.querySymbols}</li>
      <li>${sample('own', bar)}${sceneWords.rightClass}</li>
      <li>${sample('other', bar)}${sceneWords.otherClass}</li>
      <li>${sample('right', checkAt(3, 8))}${sceneWords.right}</li>
      <li>${sample('wrong', crossAt(4, 4))}${sceneWords.wrong}</li>
    </ul>
    ${foldedTable(words.asTable, () => table(scene))}`;
}
