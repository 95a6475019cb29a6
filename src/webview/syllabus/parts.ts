// What every part of the reader's page uses: what the learner can do, and icons.
import { html, type TemplateResult } from 'lit';

export interface ReaderActions {
  /** Opens a note, or a heading of it; an empty slug is the note on show. */
  open(slug: string, anchor: string): void;
  go(direction: 'back' | 'forward'): void;
  mark(read: boolean): void;
  quiz(): void;
  demo(): void;
  lab(): void;
  debug(): void;
  search(): void;
  flag(flagged: boolean): void;
  /** The learner's own note on the topic. */
  ownNote(): void;
  /** Opens a listing in an editor. */
  editCode(language: string, text: string): void;
}

export const icon = (name: string): TemplateResult => html`<span class="codicon codicon-${name}" aria-hidden="true"></span>`;
