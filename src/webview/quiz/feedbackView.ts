// An answered question: what was right, and why, for the chosen answer and for every other one.
import { html, nothing, type TemplateResult } from 'lit';
import type { Feedback, ShownQuestion } from '../../protocol/quiz';
import { fill } from '../shared/words';
import { content, icon, noteLink, type NoteActions } from './parts';
import { partReasons } from './partReasons';
import { words } from './strings';

/** The words for a choice, by whether it was chosen, whether it is correct, and whether the correct ones had to be found all. */
function choiceWords({ chosen, correct }: Feedback['choices'][number], several: boolean): string {
  if (chosen) return correct ? words.chosenCorrect : words.chosenWrong;
  if (!correct) return words.leftWrong;
  return several ? words.missedCorrect : words.leftCorrect;
}

function choiceReasons(question: ShownQuestion, feedback: Feedback): TemplateResult {
  const several = question.kind === 'multiple';
  return html`<ol class="choices answered">
    ${feedback.choices.map(
      (choice, place) =>
        html`<li class="choice ${choice.correct ? 'correct' : 'incorrect'} ${choice.chosen ? 'chosen' : ''}">
          <span class="mark">${icon(choice.correct ? 'check' : 'close')}</span>
          <div class="body">
            ${content(question.choices[place] ?? '', 'text')}
            <p class="state">${choiceWords(choice, several)}</p>
            ${content(choice.whyHtml, 'why')}
          </div>
        </li>`,
    )}
  </ol>`;
}

function numberReasons(question: ShownQuestion, { number, right }: Feedback): TemplateResult | typeof nothing {
  if (!number) return nothing;
  const unit = question.unit === undefined ? '' : ` ${question.unit}`;
  const isBlank = number.given === '';
  const reading =
    isBlank || number.given === number.understood
      ? nothing
      : html`<small class="muted">${fill(words.numberUnderstood, number.understood)}</small>`;
  return html`<dl class="numbers">
      <div class="${right ? 'correct' : 'incorrect'} chosen">
        <dt>${icon(right ? 'check' : 'close')}${words.numberGiven}</dt>
        <dd class="number">
          ${isBlank ? words.blank : number.given}${!isBlank && number.given === number.understood ? unit : ''} ${reading}
        </dd>
      </div>
      ${
        right
          ? nothing
          : html`<div class="correct">
              <dt>${icon('check')}${words.numberAnswer}</dt>
              <dd class="number">${number.answer}${unit}</dd>
            </div>`
      }
    </dl>
    ${
      number.mistakeHtml === undefined
        ? nothing
        : html`<section class="slip">
            <h2>${words.slip}</h2>
            ${content(number.mistakeHtml)}
          </section>`
    }`;
}

/** Everything below the stem of an answered question. */
export function feedbackView(question: ShownQuestion, feedback: Feedback, at: number, actions: NoteActions): TemplateResult {
  return html`${feedback.choices.length > 0 ? choiceReasons(question, feedback) : numberReasons(question, feedback)}
    ${partReasons(question, feedback)}
    <section class="explanation">
      <h2>${words.explanation}</h2>
      ${content(feedback.explanationHtml)} ${noteLink(at, feedback.noteTitle, actions)}
    </section>`;
}
