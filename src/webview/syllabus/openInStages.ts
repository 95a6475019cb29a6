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

/** Shows the new page at `look`, which `scroll` goes to; a page that is still opening is left. */
export function openInStages(look: Look, scroll: () => void): void {
  stop();
  const all = blocks();
  const from = blockOf(look, all);
  const hidden = all.filter((_, at) => at < from - 1 || at >= from + firstBlocks);
  for (const block of hidden) block.classList.add(later);
  const reveal = (): void => hidden.forEach((block) => block.classList.remove(later));
  scroll();
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
      inPlace(stage);
    }
  })();
}
