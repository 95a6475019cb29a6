// What stands below a note: what to do next, its terms and sources, the notes before and after it.
import { html, nothing, type TemplateResult } from 'lit';
import type { Note, Page } from '../../core/syllabus/page';
import { fill } from '../shared/words';
import { icon, type ReaderActions } from './parts';
import { words } from './strings';

function terms({ terms: list }: Note): TemplateResult | typeof nothing {
  if (list.length === 0) return nothing;
  return html`<details class="terms">
    <summary>${fill(words.terms, list.length)}</summary>
    <dl lang="ja">
      ${list.map(
        ({ ja, reading, en, abbr, anchor, new2026 }) =>
          html`<div>
            <dt>
              <a href="#${anchor}" data-note="" data-anchor=${anchor}>${ja}</a
              >${new2026 === true ? html` <span class="badge">${words.added}</span>` : nothing}
            </dt>
            <dd><span class="muted">${reading}</span> <span lang="en">${en}${abbr === undefined ? '' : ` (${abbr})`}</span></dd>
          </div>`,
      )}
    </dl>
  </details>`;
}

function sources({ sources: list }: Note): TemplateResult | typeof nothing {
  if (list.length === 0) return nothing;
  return html`<section class="sources">
    <h2>${words.sources}</h2>
    <ul lang="en">
      ${list.map(
        ({ title, authors, year, id, url }) =>
          html`<li>
            ${authors} (${year}). <cite>${title}</cite>. ${url === undefined ? (id ?? nothing) : html`<a href=${url}>${id}</a>`}
          </li>`,
      )}
    </ul>
  </section>`;
}

function neighbours({ prev, next }: Page): TemplateResult | typeof nothing {
  if (prev === null && next === null) return nothing;
  const link = (to: NonNullable<Page['prev']>, label: string, kind: string) =>
    html`<a class=${kind} href="#" data-note=${to.slug}>
      <span class="muted">${kind === 'prev' ? icon('arrow-left') : nothing}${label}${kind === 'next' ? icon('arrow-right') : nothing}</span>
      <span lang="ja">${to.title}</span>
    </a>`;
  return html`<nav class="neighbours" aria-label=${words.neighbours}>
    ${prev === null ? html`<span></span>` : link(prev, words.previous, 'prev')} ${next === null ? nothing : link(next, words.next, 'next')}
  </nav>`;
}

/** @param mark the button that marks the note as read */
export function articleFoot(page: Page, actions: ReaderActions, mark: TemplateResult): TemplateResult {
  const quiz =
    page.questions === 0
      ? nothing
      : html`<button class="button secondary" type="button" @click=${() => actions.quiz()}>
          ${icon('checklist')}${fill(words.startQuizCount, page.questions)}
        </button>`;
  const demo = page.demo
    ? html`<button class="button secondary" type="button" @click=${() => actions.demo()}>${icon('beaker')}${words.runDemo}</button>`
    : nothing;
  return html`<footer class="foot">
    ${page.note !== null || page.questions > 0 ? html`<div class="actions">${page.note === null ? nothing : mark} ${quiz} ${demo}</div>` : nothing}
    ${page.note === null ? nothing : html`${terms(page.note)} ${sources(page.note)}`} ${neighbours(page)}
  </footer>`;
}
