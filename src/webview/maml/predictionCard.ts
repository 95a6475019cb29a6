// The card that asks what will happen next, and afterwards says what did, with the numbers.
import { html, nothing, type TemplateResult } from 'lit';
import type { PredictionAnswer } from '../../core/maml/predict/predictionId';
import type { ShownPredictions, ShownQuestion } from '../../core/maml/predict/predictor';
import type { ToLabHost } from '../../protocol/maml';
import type { Bridge } from '../shared/bridge';
import { significant } from '../shared/chart';
import { fill } from '../shared/words';
import { answerWords, asked, judged, predictionWords as words } from './predictionStrings';

type Lab = Pick<Bridge<ToLabHost>, 'post'>;

export const NO_PREDICTIONS: ShownPredictions = { on: true, question: null, canAskAgain: false };

function verdict({ id, given, truth }: ShownQuestion): TemplateResult {
  if (truth === null) return html`<p class="outcome" tabindex="-1">${words.undecided}</p>`;
  const right = given === truth.answer;
  const sentence = fill(judged[id][truth.answer] ?? '', ...truth.numbers.map(significant));
  return html`<p class="outcome ${right ? 'right' : 'wrong'}" tabindex="-1">
      <i class="codicon codicon-${right ? 'check' : 'info'}" aria-hidden="true"></i>
      <b>${fill(right ? words.right : words.wrong, answerWords[truth.answer])}</b> ${sentence}
    </p>
    <p class="muted why">${words[id]}</p>`;
}

function choices({ id, answers }: ShownQuestion, lab: Lab): TemplateResult {
  const choose = ({ currentTarget }: Event, answer: PredictionAnswer) => {
    if (currentTarget instanceof Element) currentTarget.closest<HTMLElement>('.prediction')?.focus();
    lab.post({ type: 'predict', id, answer });
  };
  return html`<div class="choices" role="group" aria-labelledby="prediction-question">
    ${answers.map(
      (answer) =>
        html`<button type="button" class="button secondary" @click=${(event: Event) => choose(event, answer)}>
          ${answerWords[answer]}
        </button>`,
    )}
    <button type="button" class="button quiet" @click=${() => lab.post({ type: 'dismissPrediction' })}>${words.skip}</button>
  </div>`;
}

const body = {
  open: choices,
  judging: () => html`<p class="muted">${words.judging}</p>`,
  answered: (question: ShownQuestion, lab: Lab) =>
    html`${verdict(question)}<button
        type="button"
        class="button quiet close"
        title=${words.close}
        aria-label=${words.close}
        @click=${() => lab.post({ type: 'dismissPrediction' })}
      >
        <i class="codicon codicon-close"></i>
      </button>`,
} satisfies Record<ShownQuestion['state'], (question: ShownQuestion, lab: Lab) => TemplateResult>;

/** A live region that stays in the page, so that screen readers hear a new question and its answer without losing their place. */
export function predictionCard({ question }: ShownPredictions, lab: Lab): TemplateResult {
  return html`<section class="prediction ${question?.state ?? 'none'}" aria-label=${words.title} aria-live="polite" tabindex="-1">
    ${
      question === null
        ? nothing
        : html`<p class="question" id="prediction-question">
              <i class="codicon codicon-question" aria-hidden="true"></i><span>${asked[question.id]}</span>
            </p>
            ${body[question.state](question, lab)}`
    }
  </section>`;
}

/** Once an answer's buttons are gone, whoever pressed one is led from the card, which has held the focus since, to the verdict. */
export function showVerdict(root: ParentNode): void {
  const verdict = root.querySelector<HTMLElement>('.prediction .outcome');
  if (verdict !== null && document.activeElement?.matches('.prediction') === true) verdict.focus();
}

/** Whether to ask at all; and to ask once more what has been asked in this run. */
export function predictionSwitch({ on, canAskAgain, question }: ShownPredictions, lab: Lab): TemplateResult {
  const toggle = ({ target }: Event) => target instanceof HTMLInputElement && lab.post({ type: 'predictFirst', on: target.checked });
  return html`<span class="prediction-switch">
    <label><input type="checkbox" .checked=${on} @change=${toggle} />${words.switch}</label>
    ${
      on && canAskAgain && question === null
        ? html`<button type="button" class="button quiet" @click=${() => lab.post({ type: 'predictAgain' })}>${words.again}</button>`
        : nothing
    }
  </span>`;
}
