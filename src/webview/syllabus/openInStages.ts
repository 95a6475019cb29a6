// A page opens in stages: first what is on screen, drawn at once; then, between two pictures, its figures and all the rest.
import { showFigure } from './figures/showFigure';
import type { Look } from './readerState';
import { blocks, currentSpot, seek } from './spot';

/** How many blocks are drawn at once from the one looked at: more than fill a tall window. */
const firstBlocks = 16;
const later = 'is-later';

let stop: () => void = () => undefined;

/** The next picture has been drawn, and the thread is free again. */
const afterPaint = (): Promise<void> => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));

function blockOf(look: Look, all: readonly Element[]): number {
  if (look === null) return 0;
  if ('spot' in look) return look.spot.block;
  const target = document.getElementById(look.anchor);
  return Math.max(
    0,
    all.findIndex((block) => block.contains(target)),
  );
}

/** Changes the page without moving what is at the upper edge of the window. */
function inPlace(change: () => void): void {
  const spot = currentSpot();
  change();
  seek(spot);
}

/**
 * Shows the new page at `look`; a page that is still opening is left.
 * @param first goes there
 * @param again goes there once more, when what lies above has found its height
 */
export function openInStages(look: Look, first: () => void, again: () => void): void {
  stop();
  const all = blocks();
  const from = blockOf(look, all);
  const hidden = all.filter((_, place) => place < from - 1 || place >= from + firstBlocks);
  for (const block of hidden) block.classList.add(later);
  const reveal = (): void => hidden.forEach((block) => block.classList.remove(later));
  first();
  let at = window.scrollY;
  const slots = [...document.querySelectorAll<HTMLElement>('#text .slot[data-figure]')];
  const isHidden = (slot: Element): boolean => slot.closest(`.${later}`) !== null;
  const stages = [
    ...slots.filter((slot) => !isHidden(slot)).map((slot) => () => showFigure(slot)),
    reveal,
    ...slots.filter(isHidden).map((slot) => () => showFigure(slot)),
  ];
  let left = false;
  stop = () => {
    left = true;
    reveal();
  };
  void (async () => {
    for (const stage of stages) {
      await afterPaint();
      if (left) return;
      // A learner who scrolls already keeps what is read; the others get to where they wanted.
      if (window.scrollY !== at) inPlace(stage);
      else {
        stage();
        again();
        at = window.scrollY;
      }
    }
  })();
}
