// One jump at a time while the learner drags: the latest wish waits until the picture of the one before has been drawn.

export class Scrubbing {
  readonly #jump: (executed: number) => void;
  #under = false;
  #wish: number | undefined;
  /** Where the thumb is while pictures lag behind it. */
  thumb: number | undefined;

  constructor(jump: (executed: number) => void) {
    this.#jump = jump;
  }

  to(thumb: number, executed: number): void {
    this.thumb = thumb;
    if (this.#under) this.#wish = executed;
    else this.#go(executed);
  }

  /** A picture has been drawn. */
  drawn(): void {
    if (!this.#under) return;
    this.#under = false;
    const wish = this.#wish;
    this.#wish = undefined;
    if (wish === undefined) this.thumb = undefined;
    else this.#go(wish);
  }

  #go(executed: number): void {
    this.#under = true;
    this.#jump(executed);
  }
}
