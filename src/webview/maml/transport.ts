// The controls that move through a run in both directions, by mouse and by key.
import { html, type TemplateResult } from 'lit';
import type { Move } from '../../core/maml/trace/cursor';
import type { Picture } from '../../core/maml/trace/picture';
import { fill } from '../shared/words';
import { words } from './strings';

interface Control {
  readonly move: Move;
  readonly icon: string;
  readonly key: string;
}

/** In the order of the toolbar; `key` is the event's key, with Shift+ before it where held. */
const CONTROLS: readonly Control[] = [
  { move: 'start', icon: 'debug-restart', key: 'Home' },
  { move: 'previousIteration', icon: 'chevron-left', key: '[' },
  { move: 'backOut', icon: 'arrow-up', key: 'Shift+O' },
  { move: 'backOver', icon: 'debug-reverse-continue', key: 'Shift+ArrowLeft' },
  { move: 'back', icon: 'debug-step-back', key: 'ArrowLeft' },
  { move: 'in', icon: 'debug-step-into', key: 'ArrowRight' },
  { move: 'over', icon: 'debug-step-over', key: 'Shift+ArrowRight' },
  { move: 'out', icon: 'debug-step-out', key: 'o' },
  { move: 'nextIteration', icon: 'chevron-right', key: ']' },
  { move: 'end', icon: 'debug-continue', key: 'End' },
];

/** The move that a key asks for; keys that belong to a field are left to it. */
export function moveOfKey(event: KeyboardEvent): Move | undefined {
  if (event.ctrlKey || event.metaKey || event.altKey) return undefined;
  if (event.target instanceof HTMLElement && event.target.closest('input, select, textarea') !== null) return undefined;
  const key = `${event.shiftKey ? 'Shift+' : ''}${event.key}`;
  return CONTROLS.find((control) => control.key === key)?.move;
}

export interface TransportActions {
  readonly move: (move: Move) => void;
  readonly jump: (executed: number) => void;
}

export function transport(picture: Picture, trained: number, { move, jump }: TransportActions): TemplateResult {
  const { iteration, count, perIteration } = picture;
  const place = fill(words.place, iteration + 1, count, perIteration);
  return html`<div class="transport" role="toolbar" aria-label=${words.transport}>
      ${CONTROLS.map(
        (control) =>
          html`<button
            type="button"
            class="button quiet"
            title=${words[control.move]}
            aria-label=${words[control.move]}
            @click=${() => move(control.move)}
          >
            <i class="codicon codicon-${control.icon}"></i>
          </button>`,
      )}
    </div>
    <label class="scrubber">
      <span class="visually-hidden">${words.scrub}</span>
      <input
        type="range"
        min="0"
        max=${trained}
        .value=${String(iteration + 1)}
        aria-valuetext=${place}
        @input=${(event: InputEvent) => event.target instanceof HTMLInputElement && jump(event.target.valueAsNumber * perIteration)}
      />
      <span class="place number">${place}</span>
    </label>`;
}
