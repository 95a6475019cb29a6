// Items that the learner puts in order: buttons for the mouse, Alt and the arrows for the keyboard; the focus stays with the item.
import { html, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { ShownQuestion } from '../../protocol/quiz';
import { fill } from '../shared/words';
import { currentSequence, type Draft } from './draft';
import { content, icon } from './parts';
import { words } from './strings';

interface OrderingProps {
  readonly question: ShownQuestion;
  readonly draft: Draft;
  readonly actions: { edit(change: Partial<Draft>): void };
}

type Direction = 'up' | 'down';
const steps: { readonly [D in Direction]: -1 | 1 } = { up: -1, down: 1 };
const arrows: Readonly<Record<string, Direction>> = { ArrowUp: 'up', ArrowDown: 'down' };

/** The sequence with the item at `from` one step further; the same when it stands at the end. */
export function moved(sequence: readonly number[], from: number, step: -1 | 1): number[] {
  const to = from + step;
  if (to < 0 || to >= sequence.length) return [...sequence];
  return sequence.map((place, index) => (index === from ? sequence[to]! : index === to ? sequence[from]! : place));
}

export function orderingInput({ question, draft, actions }: OrderingProps): TemplateResult {
  const sequence = currentSequence(draft, question);
  const move = (event: Event, place: number, direction: Direction) => {
    const list = event.currentTarget instanceof Element ? event.currentTarget.closest('ol') : null;
    actions.edit({ sequence: moved(sequence, sequence.indexOf(place), steps[direction]) });
    list?.querySelector<HTMLElement>(`[data-item="${place}"] .${direction}`)?.focus();
  };
  const onKey = (event: KeyboardEvent) => {
    const direction = event.altKey ? arrows[event.key] : undefined;
    const row = event.target instanceof Element ? event.target.closest('[data-item]') : null;
    if (direction === undefined || !row) return;
    event.preventDefault();
    move(event, Number(row.getAttribute('data-item')), direction);
  };
  const button = (place: number, at: number, direction: Direction) =>
    html`<button
      class="button quiet ${direction}"
      type="button"
      aria-label=${fill(direction === 'up' ? words.moveUp : words.moveDown, at + 1)}
      aria-describedby="item-${place}"
      aria-disabled=${at + steps[direction] < 0 || at + steps[direction] >= sequence.length}
      @click=${(event: Event) => move(event, place, direction)}
    >
      ${icon(`arrow-${direction}`)}
    </button>`;
  return html`<ol class="choices ordering" @keydown=${onKey}>
      ${repeat(
        sequence,
        (place) => place,
        (place, at) =>
          html`<li class="choice" data-item=${place}>
            <span class="key" aria-hidden="true">${at + 1}</span>
            <div id="item-${place}" class="text">${content(question.choices[place] ?? '')}</div>
            <span class="moves">${button(place, at, 'up')}${button(place, at, 'down')}</span>
          </li>`,
      )}
    </ol>
    <p class="muted">${words.orderingKeys}</p>`;
}
