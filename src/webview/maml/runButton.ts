// One button that begins long work and stops it: it stays the same element, so that whoever pressed it by keyboard keeps the focus.
import { html, nothing, type TemplateResult } from 'lit';

export interface RunButton {
  readonly running: boolean;
  readonly begin: string;
  readonly stop: string;
  /** Whether there is nothing to begin. */
  readonly disabled?: boolean;
  readonly cancel: () => void;
}

/** A key that is held down presses once: what it has begun it must not stop. */
export const pressOnce = (event: KeyboardEvent): void => {
  if (event.repeat) event.preventDefault();
};

/** Begins by submitting the form that it stands in. */
export function runButton({ running, begin, stop, disabled = false, cancel }: RunButton): TemplateResult {
  return html`<button
    type=${running ? 'button' : 'submit'}
    class="button ${running ? 'secondary' : ''}"
    ?disabled=${!running && disabled}
    @click=${running ? cancel : nothing}
    @keydown=${pressOnce}
  >
    <i class="codicon codicon-${running ? 'debug-stop' : 'play'}"></i>${running ? stop : begin}
  </button>`;
}
