// A drawing square with its buttons.
import { html, type TemplateResult } from 'lit';
import type { Drawing } from '../../../core/maml/own/drawing';
import { fill } from '../../shared/words';
import { DrawPad } from './drawPad';
import { words } from './strings';

/** @param large the hint fits */
export function padView(lines: Drawing, label: string, large: boolean, change: (lines: Drawing) => void): TemplateResult {
  const drawn = ({ target }: Event): void => {
    if (target instanceof DrawPad) change(target.lines);
  };
  const button = (icon: string, name: string, next: Drawing) => {
    const full = fill(words.ofPad, name, label);
    return html`<button
      type="button"
      class="button quiet"
      title=${name}
      aria-label=${full}
      ?disabled=${lines.length === 0}
      @click=${() => change(next)}
    >
      <i class="codicon codicon-${icon}"></i>
    </button>`;
  };
  return html`<div class="pad ${large ? 'large' : ''}">
    <draw-pad .lines=${lines} .label=${label} .hint=${large ? words.drawHere : ''} @drawn=${drawn}></draw-pad>
    <div class="pad-buttons">${button('discard', words.undo, lines.slice(0, -1))}${button('trash', words.clearPad, [])}</div>
  </div>`;
}
