// Small parts that several screens of the quiz share: icons with words, our own rendered content, links into the notes.
import { html, nothing, type TemplateResult } from 'lit';
import { unsafeHTML } from 'lit/directives/unsafe-html.js';
import type { Confidence } from '../../core/progress/confidence';
import type { ShownQuestion } from '../../protocol/quiz';
import { fill } from '../shared/words';
import type { Draft } from './draft';
import { words } from './strings';

/** Everything that the learner can ask of the page. */
export interface QuizActions {
  pick(place: number): void;
  /** What is typed; the host hears of it when typing pauses. */
  type(change: Partial<Draft>): void;
  /** What is moved or selected. */
  edit(change: Partial<Draft>): void;
  feel(confidence: Confidence): void;
  /** Answers, or goes on: what Enter does. */
  proceed(): void;
  show(at: number): void;
  openNote(at: number): void;
  again(which: 'missed' | 'all'): void;
  choose(): void;
}

/** What a review of questions can ask for. */
export type NoteActions = Pick<QuizActions, 'openNote'>;

export const icon = (name: string): TemplateResult => html`<span class="codicon codicon-${name}" aria-hidden="true"></span>`;

/** Content rendered by the build; nothing that a learner typed ever comes here. */
export const content = (rendered: string, kind = ''): TemplateResult =>
  html`<div class="content prose ${kind}" lang="ja">${unsafeHTML(rendered)}</div>`;

/** The listing of a question; wide lines scroll inside it, which the keyboard can do as well. */
export const listing = ({ codeHtml }: ShownQuestion) =>
  codeHtml === undefined
    ? nothing
    : html`<div class="listing prose" lang="ja" role="region" aria-label=${words.code} tabindex="0">${unsafeHTML(codeHtml)}</div>`;

/** What stands above the stem: the premise of the set, and a drawing or a table. */
export const above = ({ premise, figureHtml }: ShownQuestion): TemplateResult =>
  html`${
    premise === undefined
      ? nothing
      : html`<section class="premise" aria-label=${words.premise}>
          <p class="muted">${fill(words.premisePlace, premise.place, premise.size)}</p>
          ${content(premise.html)}
        </section>`
  }
  ${figureHtml === undefined ? nothing : content(figureHtml, 'above')}`;

/** Everything above the answers. */
export const asked = (question: ShownQuestion): TemplateResult =>
  html`${above(question)} ${content(question.stemHtml, 'stem')} ${listing(question)}`;

/** Right or wrong, never by colour alone. */
export const verdict = (right: boolean): TemplateResult =>
  html`<span class="verdict ${right ? 'good' : 'bad'}">${icon(right ? 'pass-filled' : 'error')}${right ? words.right : words.wrong}</span>`;

export function noteLink(at: number, title: string, actions: NoteActions): TemplateResult {
  const label = title === '' ? words.openNote : fill(words.openNoteTitled, title);
  return html`<button class="button secondary note" type="button" @click=${() => actions.openNote(at)}>${icon('book')}${label}</button>`;
}
