// A running exam on the screen: the clock, one question, the overview beside it, and the way to hand it in.
import { html, nothing, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import type { ExamPicture } from '../../protocol/exam';
import type { ShownQuestion } from '../../protocol/quiz';
import { answerInputs } from '../quiz/answerInputs';
import { pickable, type Draft } from '../quiz/draft';
import { asked, icon } from '../quiz/parts';
import { noticeText } from '../quiz/questionPage';
import { kindName, words as quizWords } from '../quiz/strings';
import { fill } from '../shared/words';
import { enteredIn, type ExamState } from './examState';
import { overviewGrid } from './overviewGrid';
import { words } from './strings';

export interface ExamActions {
  pick(place: number): void;
  type(change: Partial<Draft>): void;
  edit(change: Partial<Draft>): void;
  clear(): void;
  flag(): void;
  show(at: number): void;
  askHandIn(): void;
  handIn(): void;
  toggleCalculator(): void;
}

function heading(picture: ExamPicture, question: ShownQuestion, time: string): TemplateResult {
  return html`<header class="top exam-top">
    <div class="place">
      <h1 tabindex="-1">${fill(quizWords.question, picture.at + 1, picture.overview.length)}</h1>
      <p class="tags"><span>${kindName[question.kind]}</span></p>
      <p class="clock number" role="timer" aria-label=${fill(words.left, time)}>${icon('watch')}<span>${time}</span></p>
    </div>
  </header>`;
}

function footer(state: ExamState, picture: ExamPicture, actions: ExamActions): TemplateResult {
  const { at, overview } = picture;
  const flagged = overview[at]?.flagged ?? false;
  const isLast = at + 1 === overview.length;
  const previous = html`<button
    class="button quiet"
    type="button"
    aria-label=${words.previous}
    title=${words.previous}
    @click=${() => actions.show(at - 1)}
  >
    ${icon('arrow-left')}
  </button>`;
  return html`<footer class="bar">
    <div class="bar-inner">
      <div class="outcome">
        ${state.notice === null ? nothing : html`<span class="notice">${icon('warning')}${noticeText(state.notice, picture.question?.kind)}</span>`}
      </div>
      <button id="flag" class="button quiet" type="button" aria-pressed=${flagged} @click=${() => actions.flag()}>
        ${icon('bookmark')}${flagged ? words.unflag : words.flag}
      </button>
      ${at > 0 ? previous : nothing}
      <button id="proceed" class="button ${isLast ? 'secondary' : ''}" type="submit" form="question" ?disabled=${isLast}>
        ${words.next}${icon('arrow-right')}
      </button>
      <button id="hand-in" class="button ${isLast ? '' : 'secondary'}" type="button" @click=${() => actions.askHandIn()}>
        ${words.handIn}
      </button>
    </div>
  </footer>`;
}

/** Asked before an exam is handed in; Escape goes on with it. */
function handInDialog({ overview }: ExamPicture, actions: ExamActions): TemplateResult {
  const open = overview.filter(({ answered }) => !answered).length;
  const flagged = overview.filter((entry) => entry.flagged).length;
  return html`<dialog id="confirm" aria-labelledby="confirm-title">
    <form method="dialog">
      <h2 id="confirm-title">${words.handInQuestion}</h2>
      ${open > 0 ? html`<p>${fill(words.handInOpen, open)}</p>` : nothing}
      ${flagged > 0 ? html`<p>${fill(words.handInFlagged, flagged)}</p>` : nothing}
      <p class="muted">${words.handInNote}</p>
      <div class="buttons">
        <button class="button secondary" value="no">${words.goOn}</button>
        <button id="hand-in-now" class="button" value="yes" @click=${() => actions.handIn()}>${words.handInNow}</button>
      </div>
    </form>
  </dialog>`;
}

export function examPage(
  state: ExamState,
  picture: ExamPicture,
  question: ShownQuestion,
  { actions, time, calculator }: { actions: ExamActions; time: string; calculator: TemplateResult },
): TemplateResult {
  const { at, overview } = picture;
  const submit = (event: Event) => {
    event.preventDefault();
    if (at + 1 < overview.length) actions.show(at + 1);
  };
  const count = Math.min(pickable(question), 9);
  return html`<div class="exam">
      <main class="page">
        ${heading(picture, question, time)}
        ${keyed(
          `${picture.session} ${at}`,
          html`<form id="question" class="question" novalidate @submit=${submit}>
            <div class="asked">${asked(question)}</div>
            <div class="replied">
              ${answerInputs({ question, draft: state.draft, notice: state.notice, actions })}
              ${
                enteredIn(state) === null
                  ? nothing
                  : html`<button class="button quiet clear" type="button" @click=${() => actions.clear()}>
                      ${icon('discard')}${words.clear}
                    </button>`
              }
            </div>
          </form>`,
        )}
        <p class="muted hints">${count > 0 ? fill(words.keys, `1–${count}`) : words.keysNumber}</p>
      </main>
      <aside class="side" aria-label=${words.overview}>
        ${overviewGrid(picture, (place) => actions.show(place))}
        <button
          id="calculator"
          class="button secondary"
          type="button"
          aria-expanded=${state.calculator}
          @click=${() => actions.toggleCalculator()}
        >
          ${icon('symbol-operator')}${words.calculator}
        </button>
        ${state.calculator ? calculator : nothing}
        <p class="muted saved">${words.saved}</p>
      </aside>
    </div>
    ${footer(state, picture, actions)} ${handInDialog(picture, actions)}`;
}
