// Left items that each get a right one: the right ones stand above with letters, and a native select offers them.
import { html, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { ShownQuestion } from '../../protocol/quiz';
import { fill } from '../shared/words';
import { chosenMatches, type Draft } from './draft';
import { content } from './parts';
import { words } from './strings';

interface MatchingProps {
  readonly question: ShownQuestion;
  readonly draft: Draft;
  readonly actions: { edit(change: Partial<Draft>): void };
}

export const letterOf = (place: number): string => String.fromCharCode('A'.charCodeAt(0) + place);

const entities: Readonly<Record<string, string>> = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'", '&amp;': '&' };

/** An option shows plain text only: a formula stays in the list above, where its letter leads. */
export function optionLabel(place: number, rendered: string): string {
  const text = rendered.includes('class="katex')
    ? ''
    : rendered.replace(/<[^>]+>/g, '').replace(/&(?:lt|gt|quot|#39|amp);/g, (sign) => entities[sign] ?? sign);
  return `${letterOf(place)}  ${text}`.trim();
}

/** The right items with their letters. */
export const letteredList = (choices: readonly string[]): TemplateResult =>
  html`<ol class="lettered">
    ${choices.map((choice, place) => html`<li><span class="key">${letterOf(place)}</span> ${content(choice, 'text')}</li>`)}
  </ol>`;

export function matchingInput({ question, draft, actions }: MatchingProps): TemplateResult {
  const matches = chosenMatches(draft, question);
  const choose = (left: number, event: Event) => {
    if (!(event.target instanceof HTMLSelectElement)) return;
    const value = event.target.value === '' ? null : Number(event.target.value);
    actions.edit({ matches: matches.map((place, index) => (index === left ? value : place)) });
  };
  return html`${letteredList(question.choices)}
    <ol class="choices matching">
      ${(question.lefts ?? []).map(
        (left, index) =>
          html`<li class="choice">
            <span class="key" aria-hidden="true">${index + 1}</span>
            <div id="left-${index}" class="text">${content(left)}</div>
            <select
              aria-label=${fill(words.matchFor, index + 1)}
              aria-describedby="left-${index}"
              .value=${live(matches[index] === null ? '' : String(matches[index]))}
              @change=${(event: Event) => choose(index, event)}
            >
              <option value="" ?selected=${matches[index] === null}>${words.chooseMatch}</option>
              ${question.choices.map(
                (choice, place) =>
                  html`<option value=${place} ?selected=${matches[index] === place}>${optionLabel(place, choice)}</option>`,
              )}
            </select>
          </li>`,
      )}
    </ol>`;
}
