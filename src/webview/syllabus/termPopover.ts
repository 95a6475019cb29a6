// Shows what a term of another note means, while the pointer or the focus is on it; stays while the pointer is on the words, leaves on Escape.
import { html, nothing, render } from 'lit';
import { unsafeHTML } from 'lit/directives/unsafe-html.js';
import type { GlossaryEntry } from '../../core/syllabus/page';
import { fill } from '../shared/words';
import { words } from './strings';

const showAfterMs = 250;
const hideAfterMs = 200;
/** Space between the term and its words, and to the window's edge, in pixels. */
const gap = 6;

function content({ ja, en, abbr, title, html: definition }: GlossaryEntry) {
  return html`<p class="term-name">
      <strong lang="ja">${ja}</strong>
      <span class="muted" lang="en">${en}${abbr === undefined || abbr === ja ? nothing : ` (${abbr})`}</span>
    </p>
    <p lang="ja">${unsafeHTML(definition)}</p>
    <p class="muted" lang="ja">${fill(words.definedIn, title)}</p>`;
}

/** Watches the links of `text` that carry `data-term`; call what it returns before the text goes. */
export function watchTerms(text: HTMLElement, glossary: readonly GlossaryEntry[]): () => void {
  const box = document.createElement('div');
  box.className = 'term-popover';
  box.id = 'term-popover';
  box.setAttribute('role', 'tooltip');
  box.hidden = true;
  document.body.append(box);
  let shown: HTMLElement | null = null;
  let timer = 0;

  function hide(): void {
    window.clearTimeout(timer);
    shown?.removeAttribute('aria-describedby');
    shown = null;
    box.hidden = true;
  }
  function show(link: HTMLElement): void {
    const entry = glossary[Number(link.dataset['term'])];
    if (entry === undefined) return;
    hide();
    shown = link;
    render(content(entry), box);
    box.hidden = false;
    link.setAttribute('aria-describedby', box.id);
    const at = link.getClientRects()[0] ?? link.getBoundingClientRect();
    const below = at.bottom + gap + box.offsetHeight <= window.innerHeight;
    const left = Math.max(gap, Math.min(at.left, document.documentElement.clientWidth - box.offsetWidth - gap));
    box.style.left = `${left + window.scrollX}px`;
    box.style.top = `${(below ? at.bottom + gap : at.top - gap - box.offsetHeight) + window.scrollY}px`;
  }
  const soon = (act: () => void, ms: number): void => {
    window.clearTimeout(timer);
    timer = window.setTimeout(act, ms);
  };
  const termAt = ({ target }: Event): HTMLElement | null => (target instanceof Element ? target.closest<HTMLElement>('a.term') : null);

  const listeners: readonly (readonly [EventTarget, string, (event: Event) => void])[] = [
    [text, 'pointerover', (event) => {
      const link = termAt(event);
      if (link === null) return;
      if (link === shown) window.clearTimeout(timer);
      else soon(() => show(link), showAfterMs);
    }],
    [text, 'pointerout', (event) => termAt(event) !== null && soon(hide, hideAfterMs)],
    [text, 'focusin', (event) => {
      const link = termAt(event);
      if (link?.matches(':focus-visible')) show(link);
    }],
    [text, 'focusout', (event) => termAt(event) !== null && hide()],
    [box, 'pointerenter', () => window.clearTimeout(timer)],
    [box, 'pointerleave', () => soon(hide, hideAfterMs)],
    [document, 'keydown', (event) => event instanceof KeyboardEvent && event.key === 'Escape' && hide()],
  ]; // prettier-ignore
  for (const [target, type, listener] of listeners) target.addEventListener(type, listener);
  return () => {
    hide();
    for (const [target, type, listener] of listeners) target.removeEventListener(type, listener);
    box.remove();
  };
}
