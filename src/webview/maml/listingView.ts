// The algorithm's listing with the line just run lit and the next one pointed at.
import { html, type TemplateResult } from 'lit';
import type { ListingLine } from '../../core/maml/listing/listing';
import type { Line } from '../../core/maml/trace/step';
import { language } from '../shared/words';
import { QUANTITIES, quantityOfCode } from './quantities';
import { words } from './strings';

const NAMES = /\b(for|in|reversed|range|True)\b|\b([a-z_]+)\b/g;
const INDENT = 4;

/** The code with each quantity in its colour and keywords set apart. */
function coloured(code: string): (TemplateResult | string)[] {
  const parts: (TemplateResult | string)[] = [];
  let from = 0;
  for (const match of code.matchAll(NAMES)) {
    const id = quantityOfCode(match[0]);
    if (match[1] === undefined && id === undefined) continue;
    parts.push(code.slice(from, match.index));
    parts.push(
      id === undefined
        ? html`<span class="keyword">${match[0]}</span>`
        : html`<span class=${QUANTITIES[id].colour} data-q=${id}>${match[0]}</span>`,
    );
    from = match.index + match[0].length;
  }
  return [...parts, code.slice(from)];
}

export function listingView(lines: readonly ListingLine[], lit: Line | null, next: Line | null): TemplateResult {
  return html`<ol class="listing" tabindex="0" aria-label=${words.listing}>
    ${lines.map((entry) => {
      const isLit = entry.line !== undefined && entry.line === lit;
      const isNext = entry.line !== undefined && entry.line === next;
      const code = entry.code.trimStart();
      const depth = (entry.code.length - code.length) / INDENT;
      return html`<li class=${`indent-${depth} ${isLit ? 'lit' : ''} ${isNext ? 'next' : ''}`} aria-current=${isLit ? 'step' : 'false'}>
        <span class="marker" aria-hidden="true">${isNext ? html`<i class="codicon codicon-debug-stackframe"></i>` : ''}</span>
        <code>${coloured(code)}</code><span class="comment"># ${entry.comment[language()]}</span>
        ${isLit ? html`<span class="visually-hidden">(${words.lit})</span>` : null}${
          isNext ? html`<span class="visually-hidden">(${words.nextLine})</span>` : null
        }
      </li>`;
    })}
  </ol>`;
}
