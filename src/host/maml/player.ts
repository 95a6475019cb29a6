// Plays a run: one move at a time, each only after the picture of the last one has been drawn, so that moves never pile up.
import { SPEEDS, type SpeedId } from '../../core/maml/trace/speeds';
import type { Move } from '../../core/maml/trace/cursor';
import type { Direction } from '../../protocol/maml';

export interface PlayerOptions {
  /** Makes a move; false when there was nowhere to go. */
  readonly move: (move: Move) => Promise<boolean>;
  readonly changed: (playing: Direction | null) => void;
}

export class Player {
  readonly #options: PlayerOptions;
  #playing: Direction | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** Whether a move has been made whose picture nobody has drawn yet. */
  #waiting = false;
  speed: SpeedId = 'line';

  constructor(options: PlayerOptions) {
    this.#options = options;
  }

  get playing(): Direction | null {
    return this.#playing;
  }

  play(direction: Direction): void {
    this.#playing = direction;
    this.#waiting = false;
    this.#options.changed(direction);
    void this.#step();
  }

  pause(): void {
    if (this.#playing === null) return;
    this.#playing = null;
    clearTimeout(this.#timer);
    this.#options.changed(null);
  }

  /** The view has drawn what it was sent: the time until the next move runs from here. */
  drawn(): void {
    if (!this.#waiting) return;
    this.#waiting = false;
    this.#timer = setTimeout(() => void this.#step(), SPEEDS[this.speed].every);
  }

  async #step(): Promise<void> {
    const direction = this.#playing;
    if (direction === null) return;
    clearTimeout(this.#timer);
    this.#waiting = true;
    if (!(await this.#options.move(SPEEDS[this.speed][direction]))) this.pause();
  }
}
