// What a screen reader is told of long work: one sentence each time its status changes, none for the numbers in between.
import { html, type TemplateResult } from 'lit';

export class Spoken {
  #status: string | undefined;
  #sentence = '';

  /** The sentence as it was when the work came to this status. */
  at(status: string, sentence: () => string): string {
    if (status !== this.#status) [this.#status, this.#sentence] = [status, sentence()];
    return this.#sentence;
  }

  /** A live region that stays in the page. */
  view(status: string, sentence: () => string): TemplateResult {
    return html`<p class="visually-hidden" role="status">${this.at(status, sentence)}</p>`;
  }
}
