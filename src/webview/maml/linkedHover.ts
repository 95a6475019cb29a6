// Pointing at a quantity, or focusing it, marks it wherever it appears: elements carry the quantity's id in data-q.
import { isQuantity, type QuantityId } from './quantities';

/**
 * Marks by an attribute on `root`, which style.css turns into a mark on every part with that quantity.
 * @param changed told which quantity is marked, if any
 */
export function linkHover(root: HTMLElement, changed: (marked: QuantityId | null) => void): void {
  let marked: QuantityId | null = null;
  const mark = (event: Event): void => {
    const named = event.target instanceof Element ? event.target.closest('[data-q]')?.getAttribute('data-q')?.split(' ')[0] : undefined;
    const next = isQuantity(named) ? named : null;
    if (next === marked) return;
    marked = next;
    if (next === null) root.removeAttribute('data-mark');
    else root.setAttribute('data-mark', next);
    changed(next);
  };
  for (const type of ['pointerover', 'focusin', 'focusout']) root.addEventListener(type, mark);
  root.addEventListener('pointerleave', mark);
}
