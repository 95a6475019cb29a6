// The page that steps through a run, with what it keeps for itself: the scrubber's thumb, the quantity pointed at, what is unfolded.
import type { TemplateResult } from 'lit';
import { MOST_ITERATIONS } from '../../core/maml/settings';
import { isUnderWay, type Direction, type LabView, type ToLab, type ToLabHost } from '../../protocol/maml';
import type { Bridge } from '../shared/bridge';
import { speedBeside, wishOfKey, type Wish } from './controls';
import { linkHover } from './linkedHover';
import { recalled, rememberPart } from './memory';
import type { QuantityId } from './quantities';
import { Scrubbing } from './scrubbing';
import { stepView } from './stepView';

/** Time from a message to the end of the redraw that it causes; `test/window/labSpeed.test.mjs` observes it. */
const REDRAW = 'lab:redraw';

/** The name under which the number of further iterations is remembered, and what it is at first. */
const FURTHER = 'further';
const USUALLY_FURTHER = 100;

const iterationsOf = (kept: unknown): number | undefined =>
  typeof kept === 'number' && Number.isInteger(kept) && kept >= 1 && kept <= MOST_ITERATIONS ? kept : undefined;

export class StepPage {
  readonly #bridge: Bridge<ToLabHost>;
  readonly #redraw: () => void;
  #lab: LabView | undefined;
  #marked: QuantityId | null = null;
  /** Iterations that “train further” offers. */
  #further: number;
  #planeOpen = true;
  #planeWanted = false;
  /** A move by a key that is held down, whose picture is still to come. */
  #held = false;
  readonly #scrubbing: Scrubbing;

  /** @param redraw draws the lab again when something here has changed */
  constructor(root: HTMLElement, bridge: Bridge<ToLabHost>, redraw: () => void) {
    this.#bridge = bridge;
    this.#further = iterationsOf(recalled(bridge, FURTHER)) ?? USUALLY_FURTHER;
    this.#redraw = redraw;
    this.#scrubbing = new Scrubbing((executed) => this.#post({ type: 'jump', executed }));
    // A button that the mouse has pressed keeps no focus, so that Space plays; the keyboard's own focus stays where it is.
    root.addEventListener('click', (event) => {
      const pressed = event.target instanceof Element && event.detail > 0 ? event.target.closest('.views button, .step-bar button') : null;
      if (pressed instanceof HTMLElement) pressed.blur();
    });
    linkHover(root, (marked) => {
      this.#marked = marked;
      redraw();
    });
  }

  view(lab: LabView): TemplateResult {
    return stepView(lab, {
      move: (move) => this.#ask({ type: 'move', move }),
      scrub: (iterations) => {
        this.#scrubbing.to(iterations, iterations * (lab.picture?.perIteration ?? 0));
      },
      toggle: (direction) => this.#toggle(direction),
      speed: (speed) => this.#post({ type: 'speed', speed }),
      further: this.#further,
      offer: (iterations) => {
        this.#further = iterations;
        rememberPart(this.#bridge, FURTHER, iterations);
        this.#redraw();
      },
      more: () => this.#more(),
      thumb: this.#scrubbing.thumb,
      marked: this.#marked,
      planeOpen: this.#planeOpen,
      openPlane: (open) => {
        if (open === this.#planeOpen) return;
        this.#planeOpen = open;
        this.#redraw();
      },
    });
  }

  /** Called when the lab has been drawn. @param anew whether the extension knows nothing yet of what this view wants */
  shows(lab: LabView, anew = false): void {
    this.#lab = lab;
    if (anew) this.#planeWanted = false;
    const wanted = this.#planeOpen && lab.page === 'step' && lab.picture !== null;
    if (wanted !== this.#planeWanted) {
      this.#planeWanted = wanted;
      this.#post({ type: 'plane', wanted });
    }
  }

  /** Called when the lab has been drawn because of `message`, received at `start`. */
  drawn(message: Extract<ToLab, { readonly lab: unknown }>, start: number): void {
    if (!('picture' in message.lab)) return;
    // Drawings that know their width follow in the same turn; this runs after them.
    setTimeout(() => {
      performance.measure(REDRAW, { start });
      performance.clearMeasures(REDRAW);
    });
    requestAnimationFrame(() => {
      this.#held = false;
      this.#scrubbing.drawn();
      if (this.#lab?.playing !== null) this.#post({ type: 'drawn' });
    });
  }

  /** Does what a key asks for, if it asks for anything here. */
  key(event: KeyboardEvent): void {
    const lab = this.#lab;
    const wish = lab?.page === 'step' && lab.picture !== null ? wishOfKey(event) : undefined;
    if (lab === undefined || wish === undefined) return;
    event.preventDefault();
    if (event.repeat && (this.#held || wish.wish !== 'move')) return;
    this.#do(wish, lab);
  }

  #do(wish: Wish, lab: LabView): void {
    switch (wish.wish) {
      case 'move':
        this.#held = !isUnderWay(lab.status);
        return this.#ask({ type: 'move', move: wish.move });
      case 'toggle':
        return this.#toggle(wish.direction);
      case 'speed':
        return this.#post({ type: 'speed', speed: speedBeside(lab.speed, wish.by) });
      case 'more':
        return this.#more();
    }
  }

  #more(): void {
    this.#ask({ type: 'more', iterations: this.#further });
  }

  /** What would move through the run, or train it: for when it is not under way. */
  #ask(message: ToLabHost): void {
    if (this.#lab !== undefined && !isUnderWay(this.#lab.status)) this.#post(message);
  }

  #post(message: ToLabHost): void {
    this.#bridge.post(message);
  }

  #toggle(direction: Direction): void {
    this.#ask(this.#lab?.playing === direction ? { type: 'pause' } : { type: 'play', direction });
  }
}
