// Finds notes, terms, sections and questions as one types: best first, each with the line that matches.
import MiniSearch from 'minisearch';
import { indexOptions, type IndexedDocument, type SearchDocument, type SearchFile, type SearchKind } from './searchFile';
import { foldQuery, foldText, isLatin, queryTokens } from './searchTokens';

export interface SearchHit {
  readonly document: SearchDocument;
  /** The sentence that matches best; empty where there is none. */
  readonly line: string;
}

export interface Search {
  /** At most `limit` hits, best first; none for a query without letters. */
  find(query: string, limit?: number): SearchHit[];
}

/** How much a kind counts when the words match equally well. */
const kindWeight: Readonly<Record<SearchKind, number>> = { note: 1.5, term: 1.4, section: 1, question: 0.7 };

/** So many of the index's hits are looked at closely. */
const candidates = 120;

interface Folded {
  readonly title: string;
  readonly names: readonly string[];
  readonly lines: readonly string[];
}

export function createSearch({ documents, index }: SearchFile): Search {
  const engine = MiniSearch.loadJS<IndexedDocument>(index, indexOptions);
  const folded = new Map<number, Folded>();
  const foldOf = (id: number, { title, names, lines }: SearchDocument): Folded => {
    const known = folded.get(id) ?? { title: foldText(title), names: names.map(foldText), lines: lines.map(foldText) };
    folded.set(id, known);
    return known;
  };

  /** How well whole words match, beyond the scattered pairs of signs that the index knows. */
  function closeness({ title, names, lines }: Folded, { kind, slug }: SearchDocument, words: readonly string[], whole: string): number {
    if (title === whole || title.replace(/\s/g, '') === whole || names.includes(whole) || (kind === 'note' && slug === whole)) return 8;
    if (title.startsWith(whole) || names.some((name) => name.startsWith(whole))) return 4;
    if (title.includes(whole) || names.some((name) => name.includes(whole))) return 2.5;
    const has = (word: string): boolean => title.includes(word) || [...names, ...lines].some((text) => text.includes(word));
    return words.every(has) ? 1.5 : 0.4;
  }

  function bestLine({ lines }: Folded, words: readonly string[], tokens: readonly string[]): number {
    let [best, score] = [0, 0];
    lines.forEach((line, at) => {
      const whole = words.filter((word) => line.includes(word)).length;
      const parts = tokens.filter((token) => line.includes(token)).length;
      const value = whole * 100 + parts - line.length / 1000;
      if (value > score) [best, score] = [at, value];
    });
    return best;
  }

  return {
    find(query, limit = 50) {
      const words = foldQuery(query).split(/\s+/).filter(Boolean);
      const tokens = queryTokens(query);
      if (tokens.length === 0) return [];
      const options = {
        tokenize: queryTokens,
        boost: { title: 5, names: 4, text: 1 },
        combineWith: 'AND' as const,
        prefix: (term: string) => isLatin(term) || term.length === 1,
      };
      const exact = engine.search(query, options);
      const found =
        exact.length > 0 ? exact : engine.search(query, { ...options, fuzzy: (term) => (isLatin(term) && term.length > 3 ? 0.25 : false) });
      const whole = words.join(' ');
      return found
        .slice(0, candidates)
        .flatMap(({ id, score }: { id: unknown; score: number }) => {
          const document = typeof id === 'number' ? documents[id] : undefined;
          if (document === undefined || typeof id !== 'number') return [];
          const own = foldOf(id, document);
          return [{ id, document, own, score: score * kindWeight[document.kind] * closeness(own, document, words, whole) }];
        })
        .sort((a, b) => b.score - a.score || a.id - b.id)
        .slice(0, limit)
        .map(({ document, own }) => ({ document, line: document.lines[bestLine(own, words, tokens)] ?? '' }));
    },
  };
}
