// Puts life into the rendered text: buttons where actions stand, copying of code and formulas, boxes that scroll by keyboard.
import { html, nothing, render, type TemplateResult } from 'lit';
import type { Page } from '../../core/syllabus/page';
import { fill } from '../shared/words';
import { icon, type ReaderActions } from './parts';
import { words } from './strings';
import { watchTerms } from './termPopover';

/** How long a button says that it has copied. */
const copiedMs = 1500;

function copyButton(
  box: Element,
  label: string,
  text: () => string,
  copy: (text: string) => Promise<void>,
  more: TemplateResult | typeof nothing = nothing,
): void {
  const holder = document.createElement('div');
  holder.className = 'copy';
  const draw = (done: boolean): void => {
    const act = async (): Promise<void> => {
      await copy(text());
      draw(true);
      setTimeout(() => draw(false), copiedMs);
    };
    const shown = done ? words.copied : label;
    render(
      html`<button class="button quiet icon" type="button" title=${shown} aria-label=${shown} @click=${act}>
          ${icon(done ? 'check' : 'copy')}</button
        >${more}`,
      holder,
    );
  };
  draw(false);
  box.append(holder);
}

/** Opens a listing in an editor; what a program prints stays where it is. */
function editButton(box: Element, actions: ReaderActions): TemplateResult | typeof nothing {
  const code = box.querySelector('code');
  const language = /language-([a-z]+)/.exec(code?.className ?? '')?.[1] ?? 'text';
  if (code === null || language === 'text') return nothing;
  const act = (): void => actions.editCode(language, code.textContent ?? '');
  return html`<button class="button quiet icon" type="button" title=${words.editCode} aria-label=${words.editCode} @click=${act}>
    ${icon('go-to-file')}
  </button>`;
}

function fillSlot(slot: HTMLElement, page: Page, actions: ReaderActions): void {
  const name = slot.dataset['action'];
  const button = (symbol: string, label: string, act: () => void) =>
    html`<button class="button" type="button" @click=${act}>${icon(symbol)}${label}</button>`;
  const content = {
    'action:demo': () => html`${button('beaker', words.runDemo, () => actions.demo())}<span class="muted">${words.demoHint}</span>`,
    'action:quiz': () =>
      page.questions === 0 ? nothing : button('checklist', fill(words.startQuizCount, page.questions), () => actions.quiz()),
    'action:lab': () => button('graph', words.openLab, () => actions.lab()),
    'action:debug': () => html`${button('debug-alt', words.debug, () => actions.debug())}<span class="muted">${words.debugHint}</span>`,
    'measured:compare': () => html`${button('graph', words.openLab, () => actions.lab())}<span class="muted">${words.compareHint}</span>`,
  }[name ?? ''];
  if (content !== undefined) render(content(), slot);
}

/** Names and lets in the keyboard for a box, as long as its content is wider than itself. */
function watchOverflow(boxes: Iterable<HTMLElement>): ResizeObserver {
  const labels = { 'code-box': words.code, formula: words.formula, 'table-box': words.table, figure: words.figure };
  const update = (box: HTMLElement): void => {
    const wide = box.scrollWidth > box.clientWidth + 1;
    const label = Object.entries(labels).find(([name]) => box.closest(`.${name}`) !== null)?.[1] ?? '';
    for (const [name, value] of Object.entries({ tabindex: '0', role: 'region', 'aria-label': label })) {
      if (wide) box.setAttribute(name, value);
      else box.removeAttribute(name);
    }
  };
  const observer = new ResizeObserver((entries) => entries.forEach(({ target }) => target instanceof HTMLElement && update(target)));
  for (const box of boxes) observer.observe(box);
  return observer;
}

/** Decorates the text of `page`; call what it returns before the next page comes. */
export function decorate(text: HTMLElement, page: Page, actions: ReaderActions, copy: (text: string) => Promise<void>): () => void {
  for (const slot of text.querySelectorAll<HTMLElement>('.slot[data-action]')) fillSlot(slot, page, actions);
  for (const box of text.querySelectorAll('.code-box'))
    copyButton(box, words.copyCode, () => box.querySelector('code')?.textContent ?? '', copy, editButton(box, actions));
  const unwatch = watchTerms(text, page.note?.glossary ?? []);
  for (const box of text.querySelectorAll('.formula')) {
    const frame = document.createElement('div');
    frame.className = 'formula-frame';
    box.replaceWith(frame);
    frame.append(box);
    copyButton(frame, words.copyTex, () => box.querySelector('annotation')?.textContent ?? '', copy);
  }
  const observer = watchOverflow(text.querySelectorAll<HTMLElement>('.code-box pre, .formula, .table-box, .figure'));
  return () => {
    observer.disconnect();
    unwatch();
  };
}
