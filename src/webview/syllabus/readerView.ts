// The reader's page: bar, table of contents, article and what stands below it.
import { html, nothing, type TemplateResult } from 'lit';
import { unsafeHTML } from 'lit/directives/unsafe-html.js';
import type { Page } from '../../core/syllabus/page';
import { fill } from '../shared/words';
import { articleFoot } from './articleFoot';
import { icon, type ReaderActions } from './parts';
import { plannedView } from './plannedView';
import type { ReaderState } from './readerState';
import { words } from './strings';

function iconButton(name: string, label: string, disabled: boolean, act: () => void): TemplateResult {
  return html`<button class="button quiet icon" type="button" title=${label} aria-label=${label} ?disabled=${disabled} @click=${act}>
    ${icon(name)}
  </button>`;
}

function help(): TemplateResult {
  const rows = [
    ['Alt+←', 'Alt+→', words.keyHistory],
    ['Alt+Shift+←', 'Alt+Shift+→', words.keyNeighbours],
    [words.markKeys, '', words.keyMark],
    ['Ctrl+F / ⌘F', '', words.keyFind],
  ] as const;
  const title = [words.keys, ...rows.map(([first, second, what]) => `${[first, second].filter(Boolean).join(' ')}: ${what}`)].join('\n');
  return html`<details class="help">
    <summary class="button quiet icon" title=${title} aria-label=${words.keys}>${icon('keyboard')}</summary>
    <dl>
      ${rows.map(
        ([first, second, what]) =>
          html`<dt><kbd>${first}</kbd>${second === '' ? nothing : html` <kbd>${second}</kbd>`}</dt>
            <dd>${what}</dd>`,
      )}
    </dl>
  </details>`;
}

function markButton(read: boolean, actions: ReaderActions, kind: string): TemplateResult {
  const title = `${read ? words.unmark : words.markRead} (${words.markKeys})`;
  return html`<button class="button ${kind} mark ${read ? 'is-read' : ''}" type="button" title=${title} @click=${() => actions.mark(!read)}>
    ${icon(read ? 'pass-filled' : 'circle-large-outline')}<span class="mark-label">${read ? words.markedRead : words.markRead}</span>
  </button>`;
}

function flagButton(flagged: boolean, actions: ReaderActions): TemplateResult {
  const label = flagged ? words.unflag : words.flag;
  return html`<button
    class="button quiet icon flag ${flagged ? 'is-flagged' : ''}"
    type="button"
    title=${label}
    aria-label=${label}
    @click=${() => actions.flag(!flagged)}
  >
    ${icon('bookmark')}
  </button>`;
}

function bar({ page, read, flagged, history }: ReaderState, actions: ReaderActions): TemplateResult {
  const crumbs =
    page === null ? [] : [`${page.area.ref}. ${page.area.title}`, page.item.title, ...(page.chapter === null ? [] : [page.chapter])];
  return html`<header class="bar">
    ${iconButton('arrow-left', words.back, history.past.length === 0, () => actions.go('back'))}
    ${iconButton('arrow-right', words.forward, history.future.length === 0, () => actions.go('forward'))}
    <span class="crumbs muted" lang="ja" title=${crumbs.join(' › ')}>${crumbs.join(' › ')}</span>
    ${page?.note ? markButton(read, actions, 'quiet') : nothing}
    ${page === null ? nothing : html`${flagButton(flagged, actions)} ${iconButton('edit', words.ownNote, false, () => actions.ownNote())}`}
    ${iconButton('search', words.search, false, () => actions.search())} ${help()}
  </header>`;
}

function contents({ page, anchor, wide }: ReaderState): TemplateResult | typeof nothing {
  const toc = page?.note?.toc ?? [];
  if (toc.length === 0) return nothing;
  const list = html`<ol lang="ja">
    ${toc.map(
      (entry) =>
        html`<li class="level-${entry.level}">
          <a href="#${entry.anchor}" data-note="" data-anchor=${entry.anchor} aria-current=${entry.anchor === anchor ? 'location' : nothing}
            >${unsafeHTML(entry.html)}</a
          >
        </li>`,
    )}
  </ol>`;
  return html`<nav class="contents" aria-label=${words.contents}>
    ${
      wide
        ? html`<p class="contents-title">${words.contents}</p>
            ${list}`
        : html`<details>
            <summary>${words.contents}</summary>
            ${list}
          </details>`
    }
  </nav>`;
}

function badges(page: Page): TemplateResult {
  const added = page.sections.flatMap((section) => section.new2026);
  return html`<p class="badges">
    <span class="badge">${fill(words.syllabus, page.sections.map((section) => section.ref).join(', '))}</span>
    ${page.scope === 'optional' ? html`<span class="badge optional">${words.optional}</span>` : nothing}
    ${page.optionalPart === undefined ? nothing : html`<span class="badge optional">${fill(words.partlyOptional, page.optionalPart)}</span>`}
    ${added.length === 0 ? nothing : html`<span class="badge">${fill(words.newWords, added.join(', '))}</span>`}
    ${page.note === null ? nothing : html`<span class="badge plain">${fill(words.minutes, page.note.minutes)}</span>`}
  </p>`;
}

function article(page: Page, state: ReaderState, actions: ReaderActions): TemplateResult {
  const foot = articleFoot(page, actions, markButton(state.read, actions, state.read ? 'secondary' : ''));
  return html`<article>
    <header class="head">
      ${badges(page)}
      <h1 tabindex="-1" lang="ja">${page.title}</h1>
      <p class="english muted" lang="en">${page.titleEn}</p>
      ${page.summary === '' ? nothing : html`<p class="summary" lang="ja">${page.summary}</p>`}
    </header>
    ${page.note === null ? plannedView(page) : html`<div class="prose" lang="ja" id="text">${unsafeHTML(page.note.html)}</div>`} ${foot}
  </article>`;
}

export function readerView(state: ReaderState, actions: ReaderActions): TemplateResult {
  const { page, trouble, spoken, wide } = state;
  return html`${bar(state, actions)}
    <div class="columns ${wide && page?.note ? 'wide' : 'narrow'}">
      ${contents(state)}
      <main>
        ${trouble === '' ? nothing : html`<p class="trouble" role="alert">${icon('error')}${trouble}</p>`}
        ${page === null ? html`<h1 class="loading muted">${trouble === '' ? words.loading : ''}</h1>` : article(page, state, actions)}
      </main>
    </div>
    <div class="visually-hidden" role="status">${spoken}</div>`;
}
