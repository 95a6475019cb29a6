// The controls that move through a run in both directions: playing, stepping, training further, and a scrubber over the whole history.
import { html, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { MOST_ITERATIONS } from '../../core/maml/settings';
import type { Picture } from '../../core/maml/trace/picture';
import type { Move } from '../../core/maml/trace/cursor';
import { SPEED_IDS, type SpeedId } from '../../core/maml/trace/speeds';
import { isUnderWay, type Direction, type LabView } from '../../protocol/maml';
import { fill } from '../shared/words';
import { CONTROLS } from './controls';
import { stepWords } from './stepStrings';
import { words } from './strings';

export interface TransportActions {
  readonly move: (move: Move) => void;
  /** The scrubber's thumb: iterations finished there. */
  readonly scrub: (iterations: number) => void;
  readonly toggle: (direction: Direction) => void;
  readonly speed: (speed: SpeedId) => void;
  /** Iterations that “train further” offers. */
  readonly further: number;
  readonly offer: (iterations: number) => void;
  readonly more: () => void;
  /** Where the thumb is held while pictures lag behind. */
  readonly thumb: number | undefined;
}

const button = (icon: string, label: string, waits: boolean, click: () => void) =>
  html`<button type="button" class="button quiet" title=${label} aria-label=${label} aria-disabled=${String(waits)} @click=${click}>
    <i class="codicon codicon-${icon}"></i>
  </button>`;

function playing(lab: LabView, actions: TransportActions): TemplateResult {
  const { playing: direction, speed } = lab;
  const waits = isUnderWay(lab.status);
  const [forward, backward] = [direction === 'forward', direction === 'backward'];
  return html`<div class="playing" role="group" aria-label=${stepWords.speed}>
    ${playButton('reverse', stepWords.playBack, backward, waits, () => actions.toggle('backward'))}
    ${playButton('play', forward ? stepWords.pause : stepWords.play, forward, waits, () => actions.toggle('forward'))}
    <select
      class="speed"
      aria-label=${stepWords.speed}
      .value=${live(speed)}
      @change=${(event: Event) => {
        const chosen = SPEED_IDS.find((id) => event.target instanceof HTMLSelectElement && id === event.target.value);
        if (chosen !== undefined) actions.speed(chosen);
      }}
    >
      ${SPEED_IDS.map((id) => html`<option value=${id} ?selected=${id === speed}>${stepWords[id]}</option>`)}
    </select>
  </div>`;
}

function playButton(name: 'play' | 'reverse', label: string, on: boolean, waits: boolean, click: () => void): TemplateResult {
  return html`<button
    type="button"
    id="lab-${name}"
    class="button quiet ${name} ${on ? 'on' : ''}"
    title=${label}
    aria-label=${label}
    aria-disabled=${String(waits)}
    @click=${click}
  >
    <i class="codicon codicon-${on ? 'debug-pause' : 'play'}"></i>
  </button>`;
}

function trainFurther({ further, offer, more }: TransportActions, waits: boolean): TemplateResult {
  return html`<div class="train-further">
    <input
      type="number"
      min="1"
      max=${MOST_ITERATIONS}
      step="1"
      required
      aria-label=${stepWords.moreCount}
      .value=${String(further)}
      @input=${({ target }: Event) => target instanceof HTMLInputElement && target.checkValidity() && offer(target.valueAsNumber)}
      @change=${({ target }: Event) => {
        if (target instanceof HTMLInputElement) target.value = String(further);
      }}
    />
    <button type="button" class="button secondary" id="lab-more" aria-disabled=${String(waits)} @click=${more}>
      ${fill(stepWords.more, further)}
    </button>
  </div>`;
}

function scrubber({ iteration, count, perIteration }: Picture, lab: LabView, { scrub, thumb }: TransportActions): TemplateResult {
  const place = fill(words.place, iteration + 1, count, perIteration);
  return html`<label class="scrubber">
    <span class="visually-hidden">${words.scrub}</span>
    <input
      type="range"
      min="0"
      max=${lab.trained}
      ?disabled=${isUnderWay(lab.status)}
      .value=${String(thumb ?? (count === 0 ? 0 : iteration + 1))}
      aria-valuetext=${place}
      @input=${(event: InputEvent) => event.target instanceof HTMLInputElement && scrub(event.target.valueAsNumber)}
    />
    <span class="place number">${place}</span>
  </label>`;
}

function keys(): TemplateResult {
  const row = (names: readonly string[], label: string) =>
    html`<div>
      <dt>${names.map((name) => html`<kbd>${name}</kbd>`)}</dt>
      <dd>${label}</dd>
    </div>`;
  const shown = (key: string) => key.replace('ArrowLeft', '←').replace('ArrowRight', '→').replace(/^o$/, 'O');
  const bare = (label: string) => label.replace(/ \([^)]*\)$/, '');
  return html`<details class="keys">
    <summary>${stepWords.keys}</summary>
    <dl>
      ${row(['Space', 'P'], stepWords.keyPlay)} ${row(['Shift+P'], bare(stepWords.playBack))} ${row(['-', '+'], stepWords.keySpeed)}
      ${row(['N'], stepWords.keyMore)} ${CONTROLS.map(({ key, move }) => row([shown(key)], bare(words[move])))}
    </dl>
  </details>`;
}

export function transport(lab: LabView, picture: Picture, actions: TransportActions): TemplateResult {
  return html`${playing(lab, actions)}
    <div class="transport" role="toolbar" aria-label=${words.transport}>
      ${CONTROLS.map(({ move, icon }) => button(icon, words[move], isUnderWay(lab.status), () => actions.move(move)))}
    </div>
    ${scrubber(picture, lab, actions)} ${trainFurther(actions, isUnderWay(lab.status))} ${keys()}`;
}
