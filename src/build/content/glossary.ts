// Marks the terms of other notes in a note's text, so that the page can show what they mean: once in each section.
import type { GlossaryEntry } from '../../core/syllabus/page';
import { attributeOf, htmlTokens } from './htmlTokens';
import type { DefinedTerm } from './terms';

/** Elements in which nothing is marked: links, code, headings, pictures, formulas, and words that are set off already. */
const closed = new Set(['a', 'code', 'pre', 'h2', 'h3', 'svg', 'math', 'summary', 'strong', 'button', 'th']);

/** Scripts inside which a word does not end: 分散 is not in 分散学習, ドロップ not in ドロップアウト. */
const scripts = [/[\u3400-\u9fff々]/, /[\u30a1-\u30fa\u30fc]/, /[A-Za-z0-9]/];
const sameScript = (a: string, b: string): boolean => scripts.some((script) => script.test(a) && script.test(b));

export interface Glossary {
  /** Terms by spelling, the longest first; a spelling of several notes means the first of them. */
  readonly terms: readonly (readonly [spelling: string, term: DefinedTerm])[];
  /** Finds any of the spellings. */
  readonly pattern: RegExp;
}

/** @param terms all terms; `order` gives the slugs in reading order */
export function createGlossary(terms: readonly DefinedTerm[], order: readonly string[]): Glossary {
  const bySpelling = new Map<string, DefinedTerm>();
  const ordered = [...terms].sort((a, b) => order.indexOf(a.slug) - order.indexOf(b.slug));
  for (const term of ordered) {
    for (const spelling of [term.ja, term.abbr ?? '']) {
      if (spelling.length > 1 && term.definitionHtml !== '' && !bySpelling.has(spelling)) bySpelling.set(spelling, term);
    }
  }
  const list = [...bySpelling].sort(([a], [b]) => b.length - a.length);
  const escape = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return { terms: list, pattern: new RegExp(list.map(([spelling]) => escape(spelling)).join('|') || '(?!)', 'g') };
}

interface Marked {
  readonly html: string;
  readonly glossary: GlossaryEntry[];
}

/** The note's HTML with links on other notes' terms, and what the page says of them. */
export function markTerms(html: string, slug: string, own: ReadonlySet<string>, { terms, pattern }: Glossary): Marked {
  const known = new Map(terms);
  const entries: GlossaryEntry[] = [];
  const places = new Map<string, number>();
  let inSection = new Set<string>();
  let shut = 0;

  const mark = (text: string): string =>
    text.replace(pattern, (spelling: string, at: number) => {
      const term = known.get(spelling);
      const [before, after] = [text[at - 1] ?? '', text[at + spelling.length] ?? ''];
      const inside = sameScript(before, spelling[0]!) || sameScript(spelling.at(-1), after);
      if (term === undefined || inside || term.slug === slug || own.has(spelling) || own.has(term.ja)) return spelling;
      const id = `${term.slug}#${term.ja}`;
      if (inSection.has(id)) return spelling;
      inSection.add(id);
      let place = places.get(id);
      if (place === undefined) {
        place = entries.length;
        places.set(id, place);
        const { ja, en, abbr, slug: to, anchor, title, definitionHtml } = term;
        entries.push({ ja, en, ...(abbr === undefined ? {} : { abbr }), slug: to, anchor, title, html: definitionHtml });
      }
      return `<a class="term" href="#" data-note="${term.slug}" data-anchor="${term.anchor}" data-term="${place}">${spelling}</a>`;
    });

  const marked = htmlTokens(html).map((token) => {
    if (token.kind === 'text') return shut === 0 ? mark(token.source) : token.source;
    if (token.kind === 'open') {
      if (token.name === 'h2') inSection = new Set();
      const isShut = closed.has(token.name) || /^(katex|callout-title|slot)/.test(attributeOf(token, 'class'));
      // Inside a shut element every further opening is counted, so that its own end is found.
      if (shut > 0 || isShut) shut += 1;
    } else if (token.kind === 'close' && shut > 0) shut -= 1;
    return token.source;
  });
  return { html: marked.join(''), glossary: entries };
}
