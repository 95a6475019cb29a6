// Probabilities of the classes as bars, the predicted class marked by a word and an icon.
import { html, svg, type TemplateResult } from 'lit';
import type { SymbolsStart } from '../../../protocol/mamlTry';
import { words } from './strings';

/** Letters that name the classes. */
export const letter = (label: number): string => String.fromCharCode(65 + label);

export const predicted = (probabilities: readonly number[]): number => probabilities.indexOf(Math.max(...probabilities));
export const percent = (share: number): string => (100 * share).toFixed(0);

export function classBars({ start, probabilities }: SymbolsStart, steps: number): TemplateResult {
  const now = probabilities[steps] ?? [];
  const best = predicted(now);
  return html`<h3>${words[start]}</h3>
    <ul class="bars">
      ${now.map(
        (share, label) =>
          html`<li class=${label === best ? 'best' : ''}>
            <span class="bar-name">${letter(label)}</span>
            <svg class="bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
              ${svg`<rect class="bar-all" width="100" height="10"></rect><rect class="bar-share" width=${100 * share} height="10"></rect>`}
            </svg>
            <span class="number">${percent(share)} %</span>
            <span class="bar-mark"
              >${label === best ? html`<i class="codicon codicon-arrow-small-left"></i>${words.predicted}` : null}</span
            >
          </li>`,
      )}
    </ul>`;
}

/** The same as numbers, for every step. */
export function probabilityTable({ probabilities }: SymbolsStart, steps: number): TemplateResult {
  return html`<details class="as-table">
    <summary>${words.asTable}</summary>
    <table>
      <caption>
        ${words.probabilityTable}
      </caption>
      <thead>
        <tr>
          <th scope="col">${words.stepColumn}</th>
          ${probabilities[0]?.map((_, label) => html`<th scope="col">${letter(label)}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${probabilities.map(
          (row, step) =>
            html`<tr class=${step === steps ? 'focus' : ''}>
              <th scope="row">${step}</th>
              ${row.map((share) => html`<td class="number">${share.toFixed(3)}</td>`)}
            </tr>`,
        )}
      </tbody>
    </table>
  </details>`;
}
