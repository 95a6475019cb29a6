// The paper's figures beside ours, with every setting behind them: comparable only where nothing differs.
import { html, type TemplateResult } from 'lit';
import { FINN_TABLE_2, publishedLoss, publishedSettings } from '../../../core/maml/compare/published';
import type { MethodResult } from '../../../core/maml/compare/comparison';
import type { Settings } from '../../../core/maml/settings';
import { fill } from '../../shared/words';
import { words as formWords } from '../form/formStrings';
import { words } from './compareStrings';

const names: Readonly<Record<string, string>> = formWords;

function shown(value: Settings[keyof Settings] | undefined): string {
  if (value === undefined) return words.notStated;
  if (typeof value === 'string') return names[`option_${value}`] ?? value;
  return Array.isArray(value) ? value.join(', ') : String(value);
}

/** Mean and half-width as the paper prints them; nothing is measured where every task diverged. */
function figure({ mean, halfWidth }: MethodResult['loss'], step: number): string {
  const [value, half] = [mean[step] ?? NaN, halfWidth[step] ?? NaN];
  return Number.isFinite(value) ? `${value.toFixed(2)} ± ${Number.isFinite(half) ? half.toFixed(2) : '—'}` : '—';
}

export function paperView(results: readonly MethodResult[], settings: Settings): TemplateResult | null {
  const ours = results.filter(({ method }) => publishedLoss(method, 0) !== undefined);
  if (settings.family !== 'sinusoid' || ours.length === 0) return null;
  const rows = publishedSettings(settings);
  const different = rows.filter(({ same }) => !same).map(({ key }) => formWords[`label_${key}`]);
  const { steps } = FINN_TABLE_2;
  return html`<section aria-labelledby="paper-title">
    <h2 id="paper-title">${words.paperTitle}</h2>
    <p class="hint">${different.length === 0 ? words.comparable : fill(words.notComparable, different.join(words.comma))}</p>
    <table class="measured">
      <thead>
        <tr>
          <th scope="col">${words.stepsAxis}</th>
          ${ours.map(
            ({ method }) =>
              html`<th scope="col">${fill(words.paperOf, words[`short_${method}`])}</th>
                <th scope="col">${fill(words.oursOf, words[`short_${method}`])}</th>`,
          )}
        </tr>
      </thead>
      <tbody>
        ${steps.map(
          (step, i) =>
            html`<tr>
              <th scope="row">${step}</th>
              ${ours.map(
                (result) =>
                  html`<td class="number">${(publishedLoss(result.method, i) ?? NaN).toFixed(2)}</td>
                    <td class="number">${figure(result.loss, step)}</td>`,
              )}
            </tr>`,
        )}
      </tbody>
    </table>
    <details class="as-table">
      <summary>${words.paperSettings}</summary>
      <table class="measured">
        <thead>
          <tr>
            <th scope="col">${words.setting}</th>
            <th scope="col">${words.paperText}</th>
            <th scope="col">${words.paperCode}</th>
            <th scope="col">${words.yours}</th>
          </tr>
        </thead>
        <tbody>
          ${rows.map(
            ({ key, text, code, ours: mine, same }) =>
              html`<tr class=${same ? '' : 'different'}>
                <th scope="row">${formWords[`label_${key}`]}</th>
                <td>${shown(text)}</td>
                <td>${shown(code)}</td>
                <td>${same ? shown(mine) : html`<strong>${shown(mine)}</strong> ≠`}</td>
              </tr>`,
          )}
        </tbody>
      </table>
      <p class="muted">${words.paperNote}</p>
    </details>
  </section>`;
}
