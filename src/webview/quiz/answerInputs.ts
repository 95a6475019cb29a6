// The inputs of an open question: a row for each kind, all of them native controls.
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { QuestionKind } from '../../core/quiz/question';
import type { ShownQuestion } from '../../protocol/quiz';
import { content, type QuizActions } from './parts';
import type { Draft, Notice } from './quizState';
import { kindHint, words } from './strings';

interface InputProps {
  readonly question: ShownQuestion;
  readonly draft: Draft;
  readonly notice: Notice | null;
  readonly actions: Pick<QuizActions, 'pick' | 'type'>;
}

/** Choices above this many have no number key. */
const numberKeys = 9;

const choiceInputs =
  (type: 'radio' | 'checkbox') =>
  ({ question, draft, actions }: InputProps): TemplateResult =>
    html`<ol class="choices">
      ${question.choices.map(
        (choice, place) =>
          html`<li>
            <label class="choice">
              <input
                type=${type}
                name="choice"
                .value=${String(place)}
                .checked=${live(draft.places.includes(place))}
                @change=${() => actions.pick(place)}
              />
              ${place < numberKeys ? html`<kbd class="key" aria-hidden="true">${place + 1}</kbd>` : nothing} ${content(choice, 'text')}
            </label>
          </li>`,
      )}
    </ol>`;

function numberInput({ question, draft, notice, actions }: InputProps): TemplateResult {
  const type = (event: Event) => event.target instanceof HTMLInputElement && actions.type(event.target.value);
  return html`<div class="number-answer">
    <label for="number">${words.answerLabel}</label>
    <span class="number-field">
      <input
        id="number"
        class="number"
        type="text"
        inputmode="decimal"
        autocomplete="off"
        spellcheck="false"
        maxlength="60"
        aria-describedby="number-forms${question.unit === undefined ? '' : ' number-unit'}"
        aria-invalid=${notice === 'unreadable'}
        .value=${live(draft.text)}
        @input=${type}
      />
      ${question.unit === undefined ? nothing : html`<span id="number-unit">${question.unit}</span>`}
    </span>
    <p id="number-forms" class="muted">${words.numberForms}</p>
  </div>`;
}

const inputs: { readonly [K in QuestionKind]: (props: InputProps) => TemplateResult } = {
  single: choiceInputs('radio'),
  multiple: choiceInputs('checkbox'),
  numeric: numberInput,
  code: choiceInputs('radio'),
};

export const answerInputs = (props: InputProps): TemplateResult =>
  html`<fieldset class="answer">
    <legend>${kindHint[props.question.kind]}</legend>
    ${inputs[props.question.kind](props)}
  </fieldset>`;
