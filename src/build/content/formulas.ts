// Typesets the formulas of a text ($…$ and $$…$$) with KaTeX at build time; a mistake in the TeX is reported with its line.
import katex from 'katex';
import type { MarkdownIt, StateBlock, StateInline } from 'markdown-it';
import { lineOf } from './lines';
import { quantityClasses } from './quantities';
import type { Rendering } from './rendering';

/** Marks of changing numbers (core/quiz/generator) as digits while KaTeX has them, so that it measures and places them as numbers. */
const maskSlots = (tex: string): string => tex.replace(/[\uf100-\uf4ff]/g, (mark) => `{90417${mark.charCodeAt(0)}71409}`);
const unmaskSlots = (html: string): string => html.replace(/90417(\d{5})71409/g, (_, code: string) => String.fromCharCode(Number(code)));

/**
 * Renders TeX as HTML and MathML without inline styles; the MathML keeps the TeX, from which the reader copies it.
 * @throws katex.ParseError on a mistake in the TeX
 */
function renderTex(tex: string, display: boolean, { classes }: Rendering): string {
  const html = katex.renderToString(maskSlots(tex), {
    displayMode: display,
    output: 'htmlAndMathml',
    throwOnError: true,
    trust(context) {
      if (context.command === '\\htmlClass' && quantityClasses.includes(context.class ?? '')) return true;
      throw new Error(`${context.command} may only be \\htmlClass{${quantityClasses.join('|')}}{…}.`);
    },
    strict: (code: string) => (code === 'htmlExtension' || code === 'newLineInDisplayMode' ? 'ignore' : 'error'),
  });
  return classes.strip(unmaskSlots(html));
}

/** Where the `$` or `$$` that closes a formula stands; a dollar after a backslash closes nothing. */
function closing(source: string, mark: string, from: number): number {
  for (let at = source.indexOf(mark, from); at >= 0; at = source.indexOf(mark, at + 1)) if (source[at - 1] !== '\\') return at;
  return -1;
}

function inlineRule(state: StateInline, silent: boolean): boolean {
  if (state.src[state.pos] !== '$') return false;
  const mark = state.src.startsWith('$$', state.pos) ? '$$' : '$';
  const start = state.pos + mark.length;
  const end = closing(state.src, mark, start);
  if (end <= start || end + mark.length > state.posMax) return false;
  if (!silent) state.push(mark === '$' ? 'formula_inline' : 'formula_display', 'math', 0).content = state.src.slice(start, end);
  state.pos = end + mark.length;
  return true;
}

/** A formula on lines of its own: from a line that begins with $$ to the line that ends with $$. */
function blockRule(state: StateBlock, first: number, last: number, silent: boolean): boolean {
  const text = (line: number): string =>
    state.src.slice((state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0), state.eMarks[line] ?? 0).trimEnd();
  if (!text(first).startsWith('$$')) return false;
  const inside: string[] = [];
  let line = first;
  let rest = text(first).slice(2);
  while (!rest.endsWith('$$')) {
    inside.push(rest);
    line += 1;
    if (line >= last || (state.sCount[line] ?? 0) < state.blkIndent) return false;
    rest = text(line);
  }
  if (silent) return true;
  const token = state.push('formula_block', 'math', 0);
  token.content = [...inside, rest.slice(0, -2)].join('\n');
  token.map = [first, line + 1];
  state.line = line + 1;
  return true;
}

/** Adds formulas to `markdown`; `current` is the text being rendered. */
export function addFormulas(markdown: MarkdownIt, current: () => Rendering): void {
  markdown.inline.ruler.after('escape', 'formula_inline', inlineRule);
  markdown.block.ruler.after('blockquote', 'formula_block', blockRule, { alt: ['paragraph', 'reference', 'blockquote', 'list'] });
  const rule =
    (tag: string | undefined): NonNullable<MarkdownIt['renderer']['rules'][string]> =>
    (tokens, index) => {
      const token = tokens[index];
      const tex = token?.content.trim() ?? '';
      try {
        const html = renderTex(tex, tag !== undefined, current());
        return tag === undefined ? html : `<${tag} class="formula">${html}</${tag}>`;
      } catch (error) {
        const message = error instanceof Error ? error.message.replace(/^(KaTeX|LaTeX)[^:]*: /, '') : String(error);
        current().report(
          lineOf(token),
          `The formula “${tex}” cannot be typeset: ${message}${/[.!]$/.test(message) ? '' : '.'}`,
          'Correct the TeX.',
        );
        return '';
      }
    };
  markdown.renderer.rules['formula_inline'] = rule(undefined);
  markdown.renderer.rules['formula_display'] = rule('span');
  markdown.renderer.rules['formula_block'] = rule('div');
}
