// The algorithm's listing with the line just run lit and the next one pointed at.
import { html, type TemplateResult } from 'lit';
import type { ListingLine } from '../../core/maml/listing/listing';
import type { Line } from '../../core/maml/trace/step';
import { words } from './strings';

const NAMES = /\b(theta|phi|alpha_vec|alpha|beta|meta_grad|hvp|support|query)\b|\b(for|in|reversed|range|True)\b/g;
const QUANTITIES: Readonly<Record<string, string>> = {
  theta: 'q-theta',
  phi: 'q-phi',
  meta_grad: 'q-sum',
  hvp: 'q-second',
  support: 'q-support',
  query: 'q-query',
};

/** The code with each quantity in its colour and keywords set apart. */
function coloured(code: string): (TemplateResult | string)[] {
  const parts: (TemplateResult | string)[] = [];
  let from = 0;
  for (const match of code.matchAll(NAMES)) {
    parts.push(code.slice(from, match.index));
    parts.push(html`<span class=${match[2] === undefined ? (QUANTITIES[match[0]] ?? 'q-rate') : 'keyword'}>${match[0]}</span>`);
    from = match.index + match[0].length;
  }
  return [...parts, code.slice(from)];
}

export function listingView(lines: readonly ListingLine[], lit: Line | null, next: Line | null): TemplateResult {
  return html`<ol class="listing" tabindex="0" aria-label=${words.listing}>
    ${lines.map((entry) => {
      const isLit = entry.line !== undefined && entry.line === lit;
      const isNext = entry.line !== undefined && entry.line === next;
      return html`<li class=${`${isLit ? 'lit' : ''} ${isNext ? 'next' : ''}`} aria-current=${isLit ? 'step' : 'false'}>
        <span class="marker" aria-hidden="true">${isNext ? html`<i class="codicon codicon-debug-stackframe"></i>` : ''}</span>
        <code>${coloured(entry.code)}</code><span class="comment" lang="ja">${entry.comment === '' ? '' : `# ${entry.comment}`}</span>
        ${isLit ? html`<span class="visually-hidden">(${words.lit})</span>` : null}${
          isNext ? html`<span class="visually-hidden">(${words.nextLine})</span>` : null
        }
      </li>`;
    })}
  </ol>`;
}
