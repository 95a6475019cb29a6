// The slider over the inner steps, and the button that plays them.
import { html, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { OWN_STEPS } from '../../../core/maml/own/limits';
import { words } from './strings';
import type { TryLook } from './tryLook';

function pause(look: TryLook): void {
  look.stop();
  look.redraw();
}

export function stepsControl(look: TryLook): TemplateResult {
  const change = ({ target }: Event): void => {
    if (target instanceof HTMLInputElement) look.show(target.valueAsNumber);
  };
  const label = look.playing ? words.pause : words.play;
  return html`<div class="steps-control">
    <button
      type="button"
      class="button quiet"
      id="play-steps"
      title=${label}
      aria-label=${label}
      @click=${() => (look.playing ? pause(look) : look.play())}
    >
      <i class="codicon codicon-${look.playing ? 'debug-pause' : 'play'}"></i>
    </button>
    <label>
      <span>${words.steps}</span>
      <input id="steps" type="range" min="0" max=${OWN_STEPS} step="1" .value=${live(String(look.steps))} @input=${change} />
      <output class="number">${look.steps}</output>
    </label>
  </div>`;
}
