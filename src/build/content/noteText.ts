// The sentences of a rendered note, section by section: as plain text for the search, as small HTML for definitions.
import { attributeOf, htmlTokens, unescapeHtml, type HtmlToken } from './htmlTokens';

export interface Sentence {
  readonly text: string;
  /** Emphasis, code and formulas (as MathML) only. */
  readonly html: string;
  /** Whether it is prose, not a line of code or a caption. */
  readonly prose: boolean;
}

export interface NoteSection {
  /** Empty above the first heading. */
  readonly anchor: string;
  readonly level: number;
  readonly title: string;
  readonly sentences: Sentence[];
}

/** Elements that begin a line of their own. */
const blocks = new Set([
  'p',
  'li',
  'tr',
  'summary',
  'dt',
  'dd',
  'pre',
  'blockquote',
  'div',
  'aside',
  'details',
  'figure',
  'table',
  'ul',
  'ol',
]);
/** Marks that a definition keeps. */
const kept = new Set(['strong', 'em', 'code']);

/** Subtrees without words: the visible twin of a formula, its TeX, the titles of callouts. */
const isSilent = (token: HtmlToken): boolean =>
  token.name === 'annotation' || /class="(katex-html|callout-title|slot)\b/.test(token.source) || token.name === 'button';

/** Where the subtree that opens at `start` closes. */
function endOf(tokens: readonly HtmlToken[], start: number): number {
  let depth = 0;
  for (let at = start; at < tokens.length; at++) {
    const { kind } = tokens[at]!;
    if (kind === 'open') depth += 1;
    if (kind === 'close') depth -= 1;
    if (depth === 0) return at;
  }
  return tokens.length;
}

export function noteText(html: string): NoteSection[] {
  const tokens = htmlTokens(html);
  const sections: NoteSection[] = [{ anchor: '', level: 2, title: '', sentences: [] }];
  let [text, marked] = ['', ''];
  let inMarks = 0;
  let [inMath, inCode] = [false, false];

  const finish = (): void => {
    const whole = text.replace(/\s+/g, ' ').trim();
    if (whole !== '') sections.at(-1).sentences.push({ text: whole, html: marked.replace(/\s+/g, ' ').trim(), prose: !inCode });
    [text, marked] = ['', ''];
  };
  const say = (source: string): void => {
    for (const part of inMarks === 0 && !inMath ? source.split(/(?<=。)/) : [source]) {
      text += unescapeHtml(part).replace(/[\u2061-\u2064]/g, '');
      marked += part;
      if (inMarks === 0 && !inMath && part.endsWith('。')) finish();
    }
  };

  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at]!;
    const { kind, name, source } = token;
    if (kind === 'open' && isSilent(token)) at = endOf(tokens, at);
    else if (kind === 'open' && (name === 'h2' || name === 'h3')) {
      finish();
      const end = endOf(tokens, at);
      const title = noteText(
        `<p>${tokens
          .slice(at + 1, end)
          .map((inner) => inner.source)
          .join('')}</p>`,
      )[0]!.sentences;
      const words = title.map((sentence) => sentence.text).join('');
      sections.push({ anchor: attributeOf(token, 'id'), level: Number(name[1]), title: words, sentences: [] });
      at = end;
    } else if (kind === 'open' && name === 'svg') {
      finish();
      const end = endOf(tokens, at);
      const title = tokens.findIndex((inner, index) => index > at && index < end && inner.name === 'title');
      if (title > 0) text = unescapeHtml(tokens[title + 1]?.source ?? '');
      inCode = true;
      finish();
      inCode = false;
      at = end;
    } else if (blocks.has(name)) {
      finish();
      if (name === 'pre') inCode = kind === 'open';
    } else if (name === 'math') {
      inMath = kind === 'open';
      marked += kind === 'open' ? '<math>' : '</math>';
    } else if (name === 'th' || name === 'td') {
      text += ' ';
      marked += ' ';
    } else if (kind === 'text') {
      if (inCode)
        for (const [index, line] of source.split('\n').entries()) {
          if (index > 0) finish();
          say(line);
        }
      else say(source);
    } else if (inMath && name !== 'semantics') marked += source;
    else if (kept.has(name) && !inCode) {
      inMarks += kind === 'open' ? 1 : kind === 'close' ? -1 : 0;
      marked += kind === 'open' ? `<${name}>` : `</${name}>`;
    }
  }
  finish();
  return sections;
}
