// All questions of a running exam at a glance: one field each, reached by Tab once and by arrows from there.
import { html, nothing, type TemplateResult } from 'lit';
import type { ExamPicture } from '../../protocol/exam';
import { fill } from '../shared/words';
import { icon } from '../quiz/parts';
import { words } from './strings';

/** How far each key goes; up and down follow the rows as they are laid out. */
function stepOf(key: string, columns: number): number {
  return { ArrowRight: 1, ArrowLeft: -1, ArrowDown: columns, ArrowUp: -columns }[key] ?? 0;
}

function columnsOf(list: HTMLElement): number {
  return getComputedStyle(list).gridTemplateColumns.split(' ').length;
}

function move(event: KeyboardEvent): void {
  const list = event.currentTarget;
  if (!(list instanceof HTMLElement)) return;
  const buttons = [...list.querySelectorAll('button')];
  const at = buttons.findIndex((button) => button === event.target);
  const step = stepOf(event.key, columnsOf(list));
  const target = buttons[at + step];
  if (step === 0 || at < 0) return;
  event.preventDefault();
  target?.focus();
}

export function overviewGrid({ overview, at }: ExamPicture, show: (at: number) => void): TemplateResult {
  const answered = overview.filter((entry) => entry.answered).length;
  const flagged = overview.filter((entry) => entry.flagged).length;
  const label = (place: number) => {
    const { answered: done, flagged: marked } = overview[place]!;
    const state = [done ? words.answered : words.open, ...(marked ? [words.flagged] : [])].join(', ');
    return fill(words.placeLabel, place + 1, state);
  };
  return html`<nav class="overview" aria-label=${words.overview}>
    <h2>${words.overview}</h2>
    <p class="muted number">${fill(words.overviewCount, answered, overview.length, flagged)}</p>
    <ol class="grid" @keydown=${move}>
      ${overview.map(
        (entry, place) =>
          html`<li>
            <button
              type="button"
              class="field ${entry.answered ? 'answered' : ''} ${entry.flagged ? 'flagged' : ''}"
              tabindex=${place === at ? 0 : -1}
              aria-current=${place === at ? 'true' : 'false'}
              aria-label=${label(place)}
              @click=${() => show(place)}
            >
              ${place + 1}${entry.flagged ? icon('bookmark') : nothing}
            </button>
          </li>`,
      )}
    </ol>
  </nav>`;
}
