// Cuts rendered HTML into tags and text. The compiler's own output is well-formed, so that nothing more is needed to walk through it.

export interface HtmlToken {
  readonly kind: 'open' | 'close' | 'empty' | 'text';
  /** Of the element; empty for text. */
  readonly name: string;
  /** The token as it is written. */
  readonly source: string;
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: ' ', apos: "'" };

/** Text with its entities replaced by the signs that they stand for. */
export const unescapeHtml = (text: string): string =>
  text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (whole, hex?: string, decimal?: string, name?: string) =>
    hex !== undefined
      ? String.fromCodePoint(parseInt(hex, 16))
      : decimal !== undefined
        ? String.fromCodePoint(Number(decimal))
        : (entities[name ?? ''] ?? whole),
  );

export function htmlTokens(html: string): HtmlToken[] {
  return [...html.matchAll(/<(\/?)([a-zA-Z][\w-]*)[^>]*?(\/?)>|[^<]+/g)].map(([source, close, name, empty]) => ({
    kind: name === undefined ? 'text' : close === '/' ? 'close' : empty === '/' || name === 'hr' || name === 'br' ? 'empty' : 'open',
    name: name?.toLowerCase() ?? '',
    source,
  }));
}

/** The value of an attribute of an opening tag; empty where it has none. */
export const attributeOf = ({ source }: HtmlToken, name: string): string =>
  unescapeHtml(new RegExp(`\\s${name}="([^"]*)"`).exec(source)?.[1] ?? '');
