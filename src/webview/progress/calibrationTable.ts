// How often the learner was right when they felt sure, where quizzes asked it.
import { html, nothing, type TemplateResult } from 'lit';
import type { ProgressPicture } from '../../protocol/progress';
import { percent } from './charts';
import { words } from './strings';

const names = { 1: words.guess, 2: words.fairlySure, 3: words.certain } as const;

export function calibrationTable({ calibration }: ProgressPicture): TemplateResult | typeof nothing {
  if (calibration.length === 0) return nothing;
  return html`<section class="calibration" aria-labelledby="calibration">
    <h2 id="calibration">${words.calibration}</h2>
    <p class="muted">${words.calibrationHint}</p>
    <div class="scroll" role="region" aria-label=${words.calibration} tabindex="0">
      <table>
        <thead>
          <tr>
            <th scope="col">${words.confidence}</th>
            <th scope="col" class="number">${words.answered}</th>
            <th scope="col" class="number">${words.right}</th>
          </tr>
        </thead>
        <tbody>
          ${calibration.map(
            ({ confidence, answers, right }) =>
              html`<tr>
                <th scope="row">${names[confidence]}</th>
                <td class="number">${answers}</td>
                <td class="number">
                  <meter min="0" max="1" value=${right / answers} aria-hidden="true"></meter> ${percent(right, answers)}
                </td>
              </tr>`,
          )}
        </tbody>
      </table>
    </div>
  </section>`;
}
