// Where the learner stands in the page on show, told in blocks of text rather than in pixels.
import { pageTop, type Spot } from '../../core/syllabus/readingHistory';

/** The blocks of the page in the order of reading: its head, the blocks of the text, what stands below them. */
export const blocks = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>('article > :not(#text), #text > *')];

const topOf = (block: Element): number => block.getBoundingClientRect().top;

/** From the top of one block to the top of the next; the last ends at its own foot. */
function extent(all: readonly Element[], at: number): number {
  const [block, next] = [all[at], all[at + 1]];
  if (block === undefined) return 0;
  return (next === undefined ? block.getBoundingClientRect().bottom : topOf(next)) - topOf(block);
}

/** The spot at the upper edge of the window. */
export function currentSpot(): Spot {
  if (window.scrollY <= 0) return pageTop;
  const all = blocks();
  const below = all.findIndex((block) => topOf(block) > 0);
  const at = Math.max(0, (below < 0 ? all.length : below) - 1);
  const [block, length] = [all[at], extent(all, at)];
  return block === undefined || length <= 0 ? pageTop : { block: at, part: Math.min(1, Math.max(0, -topOf(block) / length)) };
}

/** Scrolls to a spot; one below the end of the page, which may have become shorter, leads to its end. */
export function seek({ block, part }: Spot): void {
  const all = blocks();
  const found = all[block];
  if ((block === 0 && part === 0) || all.length === 0) window.scrollTo(0, 0);
  else if (found === undefined) window.scrollTo(0, document.documentElement.scrollHeight);
  else window.scrollTo(0, window.scrollY + topOf(found) + part * extent(all, block));
}
