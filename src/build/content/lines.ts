// Gives every token of a parsed text the line on which it stands, which Markdown parsers know for blocks only.
import type { MarkdownIt, Token } from 'markdown-it';

/** The line of a token, counted from 0 at the text's first line. */
export function lineOf(token: Token | undefined): number {
  const meta: unknown = token?.meta;
  if (typeof meta === 'object' && meta !== null && 'line' in meta && typeof meta.line === 'number') return meta.line;
  return token?.map?.[0] ?? 0;
}

/** Adds the rule that marks the tokens; rules after it may ask `lineOf`. */
export function addLines(markdown: MarkdownIt): void {
  markdown.core.ruler.after('inline', 'lines', (state) => {
    let block = 0;
    for (const token of state.tokens) {
      block = token.map?.[0] ?? block;
      token.meta = { line: lineOf(token) || block };
      let line = lineOf(token);
      for (const child of token.children ?? []) {
        child.meta = { line };
        const breaks = child.type === 'softbreak' || child.type === 'hardbreak';
        line += breaks ? 1 : (child.content.match(/\n/g)?.length ?? 0);
      }
    }
  });
}
