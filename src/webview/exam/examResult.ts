// A mock exam that has been handed in: the score, the fields of the score report, and every question with its reasons.
import { html, nothing, type TemplateResult } from 'lit';
import { examFields, publishedRound } from '../../core/quiz/blueprint';
import type { ExamPicture, ExamResult } from '../../protocol/exam';
import { icon, type NoteActions } from '../quiz/parts';
import { reviewList } from '../quiz/resultPage';
import { words as quizWords } from '../quiz/strings';
import { fill } from '../shared/words';
import { fieldName, words } from './strings';

export interface ExamResultActions extends NoteActions {
  practise(): void;
  choose(): void;
}

const percent = (right: number, total: number): number => (total === 0 ? 0 : Math.round((100 * right) / total));

/** What all candidates of the published round scored in a field, in percent. */
const averageOf = (field: string): number => Math.round(examFields.find((row) => row.field === field)?.average ?? NaN);

function fieldTable({ fields }: ExamResult): TemplateResult {
  return html`<table class="kinds fields">
    <caption>
      ${words.byField}
    </caption>
    <thead>
      <tr>
        <th scope="col">${words.field}</th>
        <th scope="col" class="number">${quizWords.rightColumn}</th>
        <th scope="col" class="number">${words.share}</th>
        <th scope="col" class="number">${fill(words.published, publishedRound)}</th>
      </tr>
    </thead>
    <tbody>
      ${fields.map(
        ({ field, right, total }) =>
          html`<tr>
            <th scope="row">${fieldName[field]}</th>
            <td class="number">${right} / ${total}</td>
            <td class="number">
              <meter min="0" max="100" value=${percent(right, total)} aria-hidden="true"></meter>
              ${fill(words.shareValue, percent(right, total))}
            </td>
            <td class="number muted">${fill(words.shareValue, averageOf(field))}</td>
          </tr>`,
      )}
    </tbody>
  </table>`;
}

export function examResult(picture: ExamPicture, result: ExamResult, actions: ExamResultActions): TemplateResult {
  const { right, total, blank, minutes } = result;
  return html`<main class="page result">
    <header class="top">
      <p class="title">${picture.title}</p>
      <h1 tabindex="-1">${words.result}</h1>
    </header>
    <div class="summary">
      <div class="total">
        <p class="visually-hidden">${fill(quizWords.score, right, total)}</p>
        <p class="score number" aria-hidden="true"><b>${right}</b> / ${total}</p>
        <p class="muted number">${fill(quizWords.percent, percent(right, total))}</p>
        ${blank > 0 ? html`<p>${fill(words.blank, blank)}</p>` : nothing}
        <p class="muted">${fill(words.used, minutes)}</p>
      </div>
      ${fieldTable(result)}
    </div>
    <p class="muted">${fill(words.average, publishedRound)}</p>
    <div class="buttons">
      ${
        right === total
          ? nothing
          : html`<button class="button" type="button" @click=${() => actions.practise()}>
              ${icon('debug-restart')}${fill(words.practise, total - right)}
            </button>`
      }
      <button class="button secondary" type="button" @click=${() => actions.choose()}>${icon('checklist')}${quizWords.choose}</button>
    </div>
    ${reviewList(result.items, actions)}
  </main>`;
}
