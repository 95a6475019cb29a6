// One question on the screen: progress, stem, listing, answers or reasons, and the bar with what comes next.
import { html, nothing, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { live } from 'lit/directives/live.js';
import { confidenceLevels } from '../../core/progress/confidence';
import type { QuestionKind } from '../../core/quiz/question';
import type { QuizPicture, ShownQuestion } from '../../protocol/quiz';
import { fill } from '../shared/words';
import { answerInputs } from './answerInputs';
import { feedbackView } from './feedbackView';
import { pickable } from './draft';
import { asked, icon, verdict, type QuizActions } from './parts';
import type { Notice, QuizState } from './quizState';
import { confidenceName, kindName, levelName, unreadableText, words } from './strings';

/** One segment for each question; the same in words beside it. */
export function progressBar({ marks, at }: QuizPicture): TemplateResult {
  return html`<div class="progress" aria-hidden="true">
    ${marks.map((mark, place) => html`<span class="segment ${mark} ${place === at ? 'here' : ''}"></span>`)}
  </div>`;
}

function heading(picture: QuizPicture, question: ShownQuestion): TemplateResult {
  return html`<header class="top">
    <p class="title" lang="ja">${picture.title}</p>
    <div class="place">
      <h1 tabindex="-1">${fill(words.question, picture.at + 1, picture.marks.length)}</h1>
      <p class="tags"><span>${kindName[question.kind]}</span><span>${levelName[question.difficulty]}</span></p>
    </div>
    ${progressBar(picture)}
  </header>`;
}

export const noticeText = (notice: Notice, kind?: QuestionKind): string => {
  if (typeof notice !== 'string') return notice.sentence;
  return notice === 'unreadable' && kind ? unreadableText[kind] : words[notice];
};

/** How sure the learner is; may be left open. */
function confidenceInput({ confidence }: QuizState, actions: QuizActions): TemplateResult {
  return html`<fieldset class="confidence">
    <legend>${words.confidence}</legend>
    ${confidenceLevels.map(
      (level) =>
        html`<label
          ><input type="radio" name="confidence" .checked=${live(confidence === level)} @change=${() => actions.feel(level)} />
          ${confidenceName[level]}</label
        >`,
    )}
  </fieldset>`;
}

function keyHints({ question, feedback }: QuizPicture): TemplateResult {
  const count = Math.min(question ? pickable(question) : 0, 9);
  const choose = !feedback && count > 0 ? html`<span>${fill(words.choiceKeys, `1–${count}`)}</span>` : nothing;
  return html`<p class="hints muted">${choose}<span>${feedback ? words.enterNext : words.enterAnswer}</span></p>`;
}

function actionBar({ picture, notice }: QuizState & { picture: QuizPicture }, actions: QuizActions): TemplateResult {
  const { feedback, at, marks } = picture;
  const next = at + 1 < marks.length ? words.next : words.toResult;
  return html`<footer class="bar">
    <div class="bar-inner">
      <div class="outcome">
        ${feedback ? verdict(feedback.right) : nothing}
        ${notice === null ? nothing : html`<span class="notice">${icon('warning')}${noticeText(notice, picture.question?.kind)}</span>`}
        ${feedback || notice !== null ? nothing : keyHints(picture)}
      </div>
      ${
        at > 0
          ? html`<button
              class="button quiet"
              type="button"
              aria-label=${words.previous}
              title=${words.previous}
              @click=${() => actions.show(at - 1)}
            >
              ${icon('arrow-left')}
            </button>`
          : nothing
      }
      <button id="proceed" class="button" type="submit" form="question">
        ${feedback ? html`${next}${icon('arrow-right')}` : words.answer}
      </button>
    </div>
  </footer>`;
}

export function questionPage(state: QuizState & { picture: QuizPicture }, question: ShownQuestion, actions: QuizActions): TemplateResult {
  const { picture, draft, notice } = state;
  const submit = (event: Event) => {
    event.preventDefault();
    actions.proceed();
  };
  return html`<main class="page">
      ${heading(picture, question)}
      ${keyed(
        `${picture.session} ${picture.at}`,
        html`<form id="question" class="question" novalidate @submit=${submit}>
          <div class="asked">${asked(question)}</div>
          <div class="replied">
            ${
              picture.feedback
                ? feedbackView(question, picture.feedback, picture.at, actions)
                : html`${answerInputs({ question, draft, notice, actions })}
                  ${picture.asksConfidence ? confidenceInput(state, actions) : nothing}`
            }
          </div>
        </form>`,
      )}
    </main>
    ${actionBar(state, actions)}`;
}
