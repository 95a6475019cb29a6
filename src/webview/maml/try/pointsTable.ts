// A learner's points and the losses as numbers: the same without a picture, and editable.
import { html, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { POINT_LIMITS } from '../../../core/maml/own/limits';
import type { Point } from '../../../core/maml/tasks/strokes';
import type { PointsView } from '../../../protocol/mamlTry';
import { aligned } from '../../shared/chart';
import { fill } from '../../shared/words';
import { words } from './strings';

export function pointsTable(points: readonly Point[], change: (points: readonly Point[]) => void): TemplateResult {
  const number = (index: number, axis: 0 | 1) => {
    const limit = axis === 0 ? POINT_LIMITS.x : POINT_LIMITS.y;
    const name = `${fill(words.point, index + 1)} ${axis === 0 ? 'x' : 'y'}`;
    const set = ({ target }: Event): void => {
      if (!(target instanceof HTMLInputElement) || !target.checkValidity() || target.value === '') return;
      const value = target.valueAsNumber;
      change(points.map((point, at): Point => (at !== index ? point : axis === 0 ? [value, point[1]] : [point[0], value])));
    };
    return html`<input
      type="number"
      min=${-limit}
      max=${limit}
      step="any"
      aria-label=${name}
      .value=${live(String(points[index]?.[axis] ?? 0))}
      @change=${set}
    />`;
  };
  return html`<details class="as-table">
    <summary>${words.pointTable}</summary>
    <table class="point-table">
      <thead>
        <tr>
          <th scope="col">${fill(words.point, '')}</th>
          <th scope="col">x</th>
          <th scope="col">y</th>
          <td></td>
        </tr>
      </thead>
      <tbody>
        ${points.map(
          (_, index) =>
            html`<tr>
              <th scope="row">${index + 1}</th>
              <td>${number(index, 0)}</td>
              <td>${number(index, 1)}</td>
              <td>
                <button
                  type="button"
                  class="button quiet"
                  title=${fill(words.remove, index + 1)}
                  aria-label=${fill(words.remove, index + 1)}
                  @click=${() => change(points.filter((__, at) => at !== index))}
                >
                  <i class="codicon codicon-trash"></i>
                </button>
              </td>
            </tr>`,
        )}
      </tbody>
    </table>
    <button
      type="button"
      class="button secondary"
      ?disabled=${points.length >= POINT_LIMITS.count}
      @click=${() => change([...points, [0, 0]])}
    >
      <i class="codicon codicon-add"></i>${words.addRow}
    </button>
  </details>`;
}

/** Rows are steps, columns starts; the step on show is marked. */
export function lossTable({ starts, wave }: PointsView, steps: number): TemplateResult {
  const both = wave !== null;
  const rows = Math.max(0, ...starts.map(({ losses }) => losses.length));
  return html`<table class="errors own-losses">
    <caption>
      ${words.lossTable}
    </caption>
    <thead>
      <tr>
        <th scope="col" rowspan=${both ? 2 : 1}>${words.stepColumn}</th>
        ${starts.map(({ start }) => html`<th scope="col" colspan=${both ? 2 : 1}>${words[start]}</th>`)}
      </tr>
      ${
        both
          ? html`<tr>
              ${starts.map(
                () =>
                  html`<th scope="col">${words.onPoints}</th>
                    <th scope="col">${words.onWave}</th>`,
              )}
            </tr>`
          : null
      }
    </thead>
    <tbody>
      ${Array.from(
        { length: rows },
        (_, step) =>
          html`<tr class=${step === steps ? 'focus' : ''}>
            <th scope="row">${step}</th>
            ${starts.map(
              ({ losses, errors }) =>
                html`<td class="number">${aligned(losses[step] ?? NaN)}</td>
                  ${both ? html`<td class="number">${aligned(errors[step] ?? NaN)}</td>` : null}`,
            )}
          </tr>`,
      )}
    </tbody>
  </table>`;
}
