// Lets Markdown read Japanese as it is written: emphasis beside 「」, no spaces from line ends; and reports marks left over in the text.
import type { MarkdownIt, StateInline, Token } from 'markdown-it';
import { lineOf } from './lines';
import type { Rendering } from './rendering';

/** Kana, kanji, and the punctuation and full-width signs of Japanese. */
const japanese = /[\u3000-\u30ff\u3400-\u9fff\uf900-\ufaff\uff00-\uffef「」『』（）、。・…※→←×−]/u;

/** CommonMark asks for spaces around **「…」**; Japanese has none, so a Japanese neighbour counts as one. */
function scanDelims(this: StateInline, start: number, canSplitWord: boolean) {
  const marker = this.src[start] ?? '';
  let end = start;
  while (end < this.posMax && this.src[end] === marker) end += 1;
  const [before, after] = [this.src[start - 1] ?? ' ', this.src[end] ?? ' '];
  const { isWhiteSpace, isPunctChar, isMdAsciiPunct } = this.md.utils;
  const white = (sign: string) => isWhiteSpace(sign.charCodeAt(0));
  const punctuation = (sign: string) => isMdAsciiPunct(sign.charCodeAt(0)) || isPunctChar(sign);
  const loose = (sign: string) => white(sign) || punctuation(sign) || japanese.test(sign);
  const left = !white(after) && (!punctuation(after) || loose(before));
  const right = !white(before) && (!punctuation(before) || loose(after));
  return {
    can_open: left && (canSplitWord || !right || punctuation(before)),
    can_close: right && (canSplitWord || !left || punctuation(after)),
    length: end - start,
  };
}

const leftovers: readonly (readonly [RegExp, string, string])[] = [
  [/\*\*/, 'The emphasis ** is not closed, or not opened.', 'Write **words** without a space inside the asterisks.'],
  [/`/, 'A ` stands alone.', 'Close the code with a second `.'],
  [/(?<!\\)\$/, 'A $ stands alone.', 'Close the formula on the same paragraph, or write \\$ for the sign itself.'],
  [/<\/?[a-z][a-z0-9]*\b[^>]*>/i, 'There is an HTML tag in the text.', 'Use Markdown, or `code` for the tag itself.'],
  [/\[[^\]]*\]\(/, 'A link is not closed or has a space in its address.', 'Write [words](note:slug#anchor).'],
  [/\{#[^}]*\}/, 'An anchor stands outside a heading.', 'Put {#anchor} at the end of a ## heading.'],
];

export function addJapaneseText(markdown: MarkdownIt, current: () => Rendering): void {
  const Base = markdown.inline.State;
  markdown.inline.State = class extends Base {
    override scanDelims = scanDelims;
  };
  // Escaped signs are still apart from the text before `text_join`, so that \$ is not taken for a formula.
  markdown.core.ruler.before('text_join', 'leftovers', (state) => {
    for (const block of state.tokens) {
      for (const token of block.children ?? []) {
        if (token.type !== 'text') continue;
        for (const [pattern, what, remedy] of leftovers) {
          if (pattern.test(token.content) && !(block.type === 'inline' && isHeadingAnchor(state.tokens, block, pattern)))
            current().report(lineOf(token), what, remedy);
        }
      }
    }
  });
  const edge = (token: Token | undefined, last: boolean): string => {
    const text = token?.type === 'text' || token?.type === 'code_inline' ? token.content : '';
    return (last ? text.at(-1) : text.at(0)) ?? '';
  };
  markdown.renderer.rules['softbreak'] = (tokens, index) => {
    const sides = [edge(tokens[index - 1], true), edge(tokens[index + 1], false)];
    return sides.every((sign) => /[\x21-\x7e]/.test(sign)) ? '\n' : '';
  };
}

function isHeadingAnchor(tokens: readonly Token[], inline: Token, pattern: RegExp): boolean {
  return pattern.source.includes('#') && tokens[tokens.indexOf(inline) - 1]?.type === 'heading_open';
}
