// The page for a learner's own task: points on the plane, or symbols by hand.
import { html, type TemplateResult } from 'lit';
import type { OwnMode } from '../../../core/maml/own/ownInput';
import { isUnderWay, type LabView, type ToLabHost } from '../../../protocol/maml';
import { pointsView } from './pointsView';
import { words } from './strings';
import { symbolsView } from './symbolsView';
import type { TryActions } from './tryActions';
import { TryLook } from './tryLook';

const look = new TryLook();

export const tryLabel = words.viewTry;

/** @param redraw draws the whole lab anew */
export function tryView(lab: LabView, post: (message: ToLabHost) => void, redraw: () => void): TemplateResult {
  const { own, status, settings } = lab;
  if (own === undefined) return html`<p class="muted">${words.loading}</p>`;
  look.redraw = redraw;
  const actions: TryActions = {
    look,
    ask: (ask) => {
      if (ask.do !== 'points') look.placed = undefined;
      post({ type: 'try', ask });
    },
    train: (family, size) => {
      const { seed } = settings;
      post({ type: 'run', settings: family === settings.family && family === 'sinusoid' ? { ...settings } : { family, seed, ...size } });
    },
  };
  const busy = isUnderWay(status);
  const mode = (name: OwnMode, label: string) =>
    html`<button
      type="button"
      id="mode-${name}"
      class="button ${own.mode === name ? '' : 'secondary'}"
      aria-pressed=${own.mode === name ? 'true' : 'false'}
      @click=${() => actions.ask({ do: 'mode', mode: name })}
    >
      ${label}
    </button>`;
  return html`<div class="try">
    <div class="modes" role="group" aria-label=${words.modes}>${mode('points', words.modePoints)}${mode('symbols', words.modeSymbols)}</div>
    ${own.mode === 'points' ? pointsView(own.points, busy, actions) : symbolsView(own.symbols, busy, actions)}
  </div>`;
}
