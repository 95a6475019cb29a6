// The reasons of answers that have parts, each right or wrong for itself: typed blanks, ordered items, matched items.
import { html, nothing, type TemplateResult } from 'lit';
import type { Feedback, ShownQuestion } from '../../protocol/quiz';
import { fill } from '../shared/words';
import { letterOf, letteredList } from './matchingInput';
import { content, icon } from './parts';
import { words } from './strings';

/** One part: what it is, what was given, and why the right one is right. */
const part = (right: boolean, head: TemplateResult, state: string | TemplateResult, whyHtml: string, slipHtml?: string) =>
  html`<li class="choice chosen ${right ? 'correct' : 'incorrect'}">
    <span class="mark">${icon(right ? 'check' : 'close')}</span>
    <div class="body">
      ${head}
      <p class="state">${state}</p>
      ${slipHtml === undefined ? nothing : content(slipHtml, 'why slip-why')} ${content(whyHtml, 'why')}
    </div>
  </li>`;

const typed = (text: string) => (text === '' ? words.blank : html`<code>${text}</code>`);

const blankReasons = (blanks: NonNullable<Feedback['blanks']>): TemplateResult =>
  html`<ol class="choices answered">
    ${blanks.map(({ right, given, answer, whyHtml, slipHtml }, index) =>
      part(
        right,
        html`<p class="blank-answer">
          <span class="muted">${fill(words.blankLabel, index + 1)}</span> <span>${words.rightAnswer}</span>
          <code>${answer}</code>
        </p>`,
        html`${words.numberGiven}: ${typed(given)}`,
        whyHtml,
        slipHtml,
      ),
    )}
  </ol>`;

function sequenceState({ right, given }: NonNullable<Feedback['sequence']>[number]): string {
  if (given === null) return words.blank;
  return right ? words.placedRight : fill(words.placedAt, given + 1);
}

const sequenceReasons = ({ choices }: ShownQuestion, sequence: NonNullable<Feedback['sequence']>): TemplateResult =>
  html`<p class="muted">${words.rightOrder}</p>
    <ol class="choices answered">
      ${sequence.map((entry, index) =>
        part(
          entry.right,
          html`<div class="with-key"><span class="key">${index + 1}</span>${content(choices[entry.place] ?? '', 'text')}</div>`,
          sequenceState(entry),
          entry.whyHtml,
        ),
      )}
    </ol>`;

const matchReasons = ({ choices, lefts = [] }: ShownQuestion, matches: NonNullable<Feedback['matches']>): TemplateResult =>
  html`${letteredList(choices)}
    <ol class="choices answered">
      ${matches.map(({ right, given, answer, whyHtml }, index) =>
        part(
          right,
          html`<div class="pair">
            ${content(lefts[index] ?? '', 'text')}
            <div class="with-key">
              ${icon('arrow-right')}<span class="key">${letterOf(answer)}</span>${content(choices[answer] ?? '', 'text')}
            </div>
          </div>`,
          `${words.numberGiven}: ${given === null ? words.blank : letterOf(given)}`,
          whyHtml,
        ),
      )}
    </ol>`;

/** The parts of the answer with their reasons; nothing for kinds without parts. */
export function partReasons(question: ShownQuestion, { blanks, sequence, matches }: Feedback): TemplateResult | typeof nothing {
  if (blanks) return blankReasons(blanks);
  if (sequence) return sequenceReasons(question, sequence);
  return matches ? matchReasons(question, matches) : nothing;
}
