// Where the learner is looking on the page: steps shown, the keyboard's cursor, points under the hand. Nothing here outlives the page.
import { OWN_STEPS } from '../../../core/maml/own/limits';
import type { Point } from '../../../core/maml/tasks/strokes';
import type { Scale } from '../../shared/chart';

/** Milliseconds between two steps while they are played. */
const STEP_EVERY = 450;

export class TryLook {
  /** Draws the page anew. */
  redraw: () => void = () => undefined;
  steps = OWN_STEPS / 2;
  cursor: Point = [0, 0];
  /** The points as the learner has just left them, until the host's answer agrees. */
  placed: readonly Point[] | undefined;
  /** The point under the hand. */
  holding: number | undefined;
  /** What a screen reader is told about the plane. */
  spoken = '';
  /** Of the plane as drawn last. */
  scales: { readonly x: Scale; readonly y: Scale } | undefined;
  #timer = 0;

  get playing(): boolean {
    return this.#timer !== 0;
  }

  show(steps: number): void {
    this.stop();
    this.steps = steps;
    this.redraw();
  }

  play(): void {
    this.stop();
    if (window.matchMedia('(prefers-reduced-motion: reduce)').matches) return this.show(OWN_STEPS);
    this.steps = 0;
    this.#timer = window.setInterval(() => {
      this.steps++;
      if (this.steps >= OWN_STEPS) this.stop();
      this.redraw();
    }, STEP_EVERY);
    this.redraw();
  }

  stop(): void {
    window.clearInterval(this.#timer);
    this.#timer = 0;
  }
}
