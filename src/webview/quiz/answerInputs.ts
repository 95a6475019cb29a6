// The inputs of an open question: a row for each kind, all of them native controls.
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { QuestionKind } from '../../core/quiz/question';
import type { ShownQuestion } from '../../protocol/quiz';
import { fill } from '../shared/words';
import { typedTexts, type Draft } from './draft';
import { matchingInput } from './matchingInput';
import { orderingInput } from './orderingInput';
import { content, type QuizActions } from './parts';
import type { Notice } from './quizState';
import { kindHint, words } from './strings';

interface InputProps {
  readonly question: ShownQuestion;
  readonly draft: Draft;
  readonly notice: Notice | null;
  readonly actions: Pick<QuizActions, 'pick' | 'type' | 'edit'>;
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

const valueOf = (event: Event): string => (event.target instanceof HTMLInputElement ? event.target.value : '');

const oneLine =
  (inputmode: 'decimal' | 'text', forms: string) =>
  ({ question, draft, notice, actions }: InputProps): TemplateResult =>
    html`<div class="number-answer">
      <label for="number">${words.answerLabel}</label>
      <span class="number-field">
        <input
          id="number"
          class="number"
          type="text"
          inputmode=${inputmode}
          autocomplete="off"
          spellcheck="false"
          maxlength="60"
          aria-describedby="number-forms${question.unit === undefined ? '' : ' number-unit'}"
          aria-invalid=${notice === 'unreadable'}
          .value=${live(draft.text)}
          @input=${(event: Event) => actions.type({ text: valueOf(event) })}
        />
        ${question.unit === undefined ? nothing : html`<span id="number-unit">${question.unit}</span>`}
      </span>
      <p id="number-forms" class="muted">${forms}</p>
    </div>`;

function blankInputs({ question, draft, actions }: InputProps): TemplateResult {
  const texts = typedTexts(draft, question);
  const type = (blank: number, event: Event) =>
    actions.type({ texts: texts.map((text, index) => (index === blank ? valueOf(event) : text)) });
  return html`<div class="blanks">
    ${texts.map(
      (text, blank) =>
        html`<div class="blank-row">
          <label for="blank-${blank}">${texts.length === 1 ? words.blankOnly : fill(words.blankLabel, blank + 1)}</label>
          <input
            id="blank-${blank}"
            class="typed"
            type="text"
            autocomplete="off"
            autocapitalize="off"
            spellcheck="false"
            maxlength="200"
            aria-describedby="blank-forms"
            .value=${live(text)}
            @input=${(event: Event) => type(blank, event)}
          />
        </div>`,
    )}
    <p id="blank-forms" class="muted">${words.blankForms}</p>
  </div>`;
}

const inputs: { readonly [K in QuestionKind]: (props: InputProps) => TemplateResult } = {
  single: choiceInputs('radio'),
  multiple: choiceInputs('checkbox'),
  numeric: oneLine('decimal', words.numberForms),
  shape: oneLine('text', words.shapeForms),
  code: choiceInputs('radio'),
  typing: blankInputs,
  ordering: orderingInput,
  matching: matchingInput,
};

export const answerInputs = (props: InputProps): TemplateResult =>
  html`<fieldset class="answer">
    <legend>${kindHint[props.question.kind]}</legend>
    ${inputs[props.question.kind](props)}
  </fieldset>`;
