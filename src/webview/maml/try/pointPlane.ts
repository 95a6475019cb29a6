// The plane into which a learner places points, by mouse, pen, finger or keyboard.
import { html, svg, type TemplateResult } from 'lit';
import { POINT_LIMITS } from '../../../core/maml/own/limits';
import type { Point } from '../../../core/maml/tasks/strokes';
import { drawing } from '../../shared/chart';
import { fill } from '../../shared/words';
import { adaptPlot, type AdaptPlot } from './adaptPlot';
import { words } from './strings';
import type { TryLook } from './tryLook';

/** A press this close to a point, in pixels, takes hold of it. */
const GRAB = 14;
const STEP = 0.25;
const BIG_STEP = 1;

const clamp = (value: number, limit: number): number => Math.min(limit, Math.max(-limit, value));
const place = (x: number, y: number): Point => [
  Math.round(clamp(x, POINT_LIMITS.x) * 100) / 100,
  Math.round(clamp(y, POINT_LIMITS.y) * 100) / 100,
];

const MOVES: Readonly<Record<string, Point>> = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1] };

/** Index of the nearest point, and its distance in pixels. */
function nearest(points: readonly Point[], [x, y]: Point, { scales }: TryLook): readonly [index: number, distance: number] {
  let best: readonly [number, number] = [-1, Infinity];
  points.forEach(([px, py], index) => {
    const distance = scales === undefined ? Infinity : Math.hypot(scales.x(px) - scales.x(x), scales.y(py) - scales.y(y));
    if (distance < best[1]) best = [index, distance];
  });
  return best;
}

export class PointPlane {
  readonly #look: TryLook;
  readonly #points: readonly Point[];
  readonly #change: (points: readonly Point[]) => void;

  constructor(look: TryLook, points: readonly Point[], change: (points: readonly Point[]) => void) {
    this.#look = look;
    this.#points = points;
    this.#change = change;
  }

  #set(points: readonly Point[], spoken: string): void {
    this.#look.spoken = spoken;
    this.#change(points);
  }

  #say(sentence: string, points = this.#points): string {
    const [x, y] = this.#look.cursor;
    return fill(sentence, x, y, points.length);
  }

  #add(at: Point): boolean {
    const look = this.#look;
    if (this.#points.length >= POINT_LIMITS.count) {
      look.spoken = fill(words.full, POINT_LIMITS.count);
      look.redraw();
      return false;
    }
    look.cursor = at;
    const points = [...this.#points, at];
    this.#set(points, this.#say(words.added, points));
    return true;
  }

  #remove(): void {
    const [index] = nearest(this.#points, this.#look.cursor, this.#look);
    const points = this.#points.filter((_, at) => at !== index);
    if (index >= 0) this.#set(points, this.#say(words.removed, points));
  }

  #at(event: PointerEvent): Point | undefined {
    const chart = event.currentTarget instanceof Element ? event.currentTarget.querySelector('svg.chart') : null;
    const { scales } = this.#look;
    if (chart === null || scales === undefined) return undefined;
    const box = chart.getBoundingClientRect();
    const scale = Number(chart.getAttribute('width')) / box.width;
    return place(scales.x.invert((event.clientX - box.left) * scale), scales.y.invert((event.clientY - box.top) * scale));
  }

  readonly #down = (event: PointerEvent): void => {
    const at = this.#at(event);
    if (at === undefined || event.button !== 0) return;
    if (event.currentTarget instanceof HTMLElement) {
      event.currentTarget.focus();
      event.currentTarget.setPointerCapture(event.pointerId);
    }
    event.preventDefault();
    const [index, distance] = nearest(this.#points, at, this.#look);
    if (distance <= GRAB) {
      this.#look.holding = index;
      this.#look.cursor = this.#points[index]!;
      this.#look.redraw();
    } else {
      this.#look.holding = this.#points.length;
      if (!this.#add(at)) this.#look.holding = undefined;
    }
  };

  readonly #move = (event: PointerEvent): void => {
    const { holding } = this.#look;
    const at = holding === undefined ? undefined : this.#at(event);
    if (at === undefined) return;
    this.#look.cursor = at;
    const points = this.#points.map((point, index) => (index === holding ? at : point));
    this.#set(points, '');
  };

  readonly #up = (): void => {
    this.#look.holding = undefined;
    this.#look.redraw();
  };

  readonly #key = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const move = MOVES[event.key];
    if (move !== undefined) {
      const by = event.shiftKey ? BIG_STEP : STEP;
      this.#look.cursor = place(this.#look.cursor[0] + by * move[0], this.#look.cursor[1] + by * move[1]);
      this.#look.spoken = this.#say(words.cursorAt);
      this.#look.redraw();
    } else if (event.key === 'Enter' || event.key === ' ') this.#add(this.#look.cursor);
    else if (event.key === 'Delete' || event.key === 'Backspace') this.#remove();
    else return;
    event.preventDefault();
  };

  view(plot: AdaptPlot): TemplateResult {
    const look = this.#look;
    const [cx, cy] = look.cursor;
    return html`<div
        class="plane"
        id="plane"
        tabindex="0"
        role="application"
        aria-label=${words.planeKeys}
        @pointerdown=${this.#down}
        @pointermove=${this.#move}
        @pointerup=${this.#up}
        @pointercancel=${this.#up}
        @keydown=${this.#key}
      >
        ${drawing((width) =>
          adaptPlot({ ...plot, points: this.#points }, width, Math.round(Math.min(420, Math.max(260, width * 0.6))), (x, y) => {
            look.scales = { x, y };
            const [px, py] = [x(cx), y(cy)];
            return [svg`<path class="plane-cursor" d="M${px - 9} ${py}H${px + 9}M${px} ${py - 9}V${py + 9}"></path>`];
          }),
        )}
      </div>
      <p class="muted plane-help">${words.planeHelp}</p>
      <p class="visually-hidden" role="status">${look.spoken}</p>`;
  }
}
