// The end of a quiz: the score, where the misses are, and every question once more with its reasons.
import { html, nothing, type TemplateResult } from 'lit';
import type { Feedback, QuizPicture, QuizResult, ShownQuestion } from '../../protocol/quiz';
import { fill } from '../shared/words';
import { feedbackView } from './feedbackView';
import { above, content, icon, listing, verdict, type NoteActions, type QuizActions } from './parts';
import { progressBar } from './questionPage';
import { kindName, words } from './strings';

interface ReviewedItem {
  readonly question: ShownQuestion;
  readonly feedback: Feedback;
  readonly blank?: boolean;
}

function kindTable({ kinds }: QuizResult): TemplateResult {
  return html`<table class="kinds">
    <caption>
      ${words.byKind}
    </caption>
    <thead>
      <tr>
        <th scope="col">${words.kind}</th>
        <th scope="col" class="number">${words.rightColumn}</th>
      </tr>
    </thead>
    <tbody>
      ${kinds.map(
        ({ kind, right, total }) =>
          html`<tr>
            <th scope="row">${kindName[kind]}</th>
            <td class="number">${right} / ${total}</td>
          </tr>`,
      )}
    </tbody>
  </table>`;
}

/** Every question once more, folded, with its reasons. */
export function reviewList(items: readonly ReviewedItem[], actions: NoteActions): TemplateResult {
  return html`<section class="review">
    <h2>${words.questions}</h2>
    <ol>
      ${items.map(
        ({ question, feedback, blank = false }, place) =>
          html`<li>
            <details>
              <summary>
                ${icon('chevron-right')}<span class="number place">${place + 1}</span>
                ${verdict(feedback.right)}
                <span class="kind muted">${kindName[question.kind]}${blank ? html` <span>(${words.blank})</span>` : nothing}</span>
                ${content(question.stemHtml, 'stem')}
              </summary>
              <div class="replied">${above(question)} ${listing(question)} ${feedbackView(question, feedback, place, actions)}</div>
            </details>
          </li>`,
      )}
    </ol>
  </section>`;
}

export function resultPage(picture: QuizPicture, result: QuizResult, actions: QuizActions): TemplateResult {
  const wrong = result.total - result.right;
  return html`<main class="page result">
    <header class="top">
      <p class="title" lang="ja">${picture.title}</p>
      <h1 tabindex="-1">${words.result}</h1>
      ${progressBar(picture)}
    </header>
    <div class="summary">
      <div class="total">
        <p class="visually-hidden">${fill(words.score, result.right, result.total)}</p>
        <p class="score number" aria-hidden="true"><b>${result.right}</b> / ${result.total}</p>
        <p class="muted number">${fill(words.percent, Math.round((100 * result.right) / result.total))}</p>
        <p>${wrong === 0 ? words.allRight : fill(words.someWrong, wrong)}</p>
      </div>
      ${kindTable(result)}
    </div>
    <div class="buttons">
      ${
        wrong === 0
          ? nothing
          : html`<button class="button" type="button" @click=${() => actions.again('missed')}>
              ${icon('debug-restart')}${fill(words.missedAgain, wrong)}
            </button>`
      }
      <button class="button secondary" type="button" @click=${() => actions.again('all')}>${icon('refresh')}${words.allAgain}</button>
      <button class="button secondary" type="button" @click=${() => actions.choose()}>${icon('checklist')}${words.choose}</button>
    </div>
    ${reviewList(result.items, actions)}
  </main>`;
}
