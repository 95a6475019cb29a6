// A small square to draw in with mouse, pen or finger; strokes are plain points in the unit square.
import { html, LitElement, svg, type SVGTemplateResult, type TemplateResult } from 'lit';
import type { Drawing } from '../../../core/maml/own/drawing';
import { DRAWING_LIMITS } from '../../../core/maml/own/limits';
import { PEN, type Point, type Polyline } from '../../../core/maml/tasks/strokes';

/** Points closer than this to the last one say nothing new. */
const CLOSE = 0.015;

const unit = (value: number): number => Math.round(1000 * Math.min(1, Math.max(0, value))) / 1000;

/** Strokes in a view box of 1 × 1, half as thick as the ink that the network sees; a dot is a line to itself. */
const strokes = (lines: Drawing): SVGTemplateResult[] =>
  lines.map((line) => {
    const points = [...line, line.at(-1)!].map((point) => point.join(',')).join(' ');
    return svg`<polyline stroke-width=${PEN} points=${points}></polyline>`;
  });

export class DrawPad extends LitElement {
  static override readonly properties = { lines: { attribute: false }, label: { attribute: false }, hint: { attribute: false } };
  declare lines: Drawing;
  declare label: string;
  /** Shown while the square is empty. */
  declare hint: string;
  #stroke: Polyline | undefined;

  constructor() {
    super();
    this.lines = [];
    this.label = this.hint = '';
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.addEventListener('pointerdown', this.#down);
    this.addEventListener('pointermove', this.#move);
    this.addEventListener('pointerup', this.#up);
    this.addEventListener('pointercancel', this.#up);
  }

  #at({ clientX, clientY }: PointerEvent): Point {
    const box = this.getBoundingClientRect();
    return [unit((clientX - box.left) / box.width), unit((clientY - box.top) / box.height)];
  }

  readonly #down = (event: PointerEvent): void => {
    if (event.button !== 0 || this.lines.length >= DRAWING_LIMITS.strokes) return;
    event.preventDefault();
    this.setPointerCapture(event.pointerId);
    this.#stroke = [this.#at(event)];
    this.requestUpdate();
  };

  readonly #move = (event: PointerEvent): void => {
    if (this.#stroke === undefined) return;
    const [x, y] = this.#at(event);
    const [px, py] = this.#stroke.at(-1)!;
    if (Math.hypot(x - px, y - py) < CLOSE || this.#stroke.length >= DRAWING_LIMITS.points) return;
    this.#stroke = [...this.#stroke, [x, y]];
    this.requestUpdate();
  };

  readonly #up = (): void => {
    if (this.#stroke === undefined) return;
    this.lines = [...this.lines, this.#stroke];
    this.#stroke = undefined;
    this.dispatchEvent(new Event('drawn'));
  };

  protected override render(): TemplateResult {
    const lines = this.#stroke === undefined ? this.lines : [...this.lines, this.#stroke];
    return html`<svg class="ink" viewBox="0 0 1 1" role="img" aria-label=${this.label}>${strokes(lines)}</svg>
      ${lines.length === 0 ? html`<span class="pad-hint" aria-hidden="true">${this.hint}</span>` : null}`;
  }
}

customElements.define('draw-pad', DrawPad);
