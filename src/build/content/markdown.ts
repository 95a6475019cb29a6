// The Markdown of notes and questions: CommonMark and tables, with formulas, highlighted code, figures and the house's own marks.
import MarkdownIt from 'markdown-it';
import type { ShowNamed, ValueFormat } from '../../core/syllabus/namedValues';
import { addCode } from './code';
import { addDetails } from './details';
import { addFormulas } from './formulas';
import { addJapaneseText } from './japaneseText';
import { addLines } from './lines';
import type { Rendering } from './rendering';
import { addStructure } from './structure';

export interface Markdown {
  /** HTML of a whole text. */
  render(text: string, show: ShowNamed, rendering: Rendering): string;
  /** HTML of a text that is one paragraph without the paragraph around it; longer texts stay as they are. */
  renderCompact(text: string, show: ShowNamed, rendering: Rendering): string;
}

const signs: Readonly<Record<string, ValueFormat['sign']>> = { '()': 'bracketed', '+': 'signed' };

/**
 * Puts the values in place of {{name}}, {{name:.3}} (at most three decimals, exactly three in a table, where digits line up)
 * and {{name:.3f}} (exactly three); {{name:()}} puts a negative one into parentheses, {{name:+}} writes its sign in any case.
 * Marks with a colon and letters, such as {{action:demo}}, stay.
 */
export function fillValues(text: string, show: ShowNamed, { report }: Pick<Rendering, 'report'>): string {
  let fence = '';
  return text
    .split('\n')
    .map((line, index) => {
      const mark = /^\s*(`{3,})/.exec(line)?.[1] ?? '';
      if (mark !== '' && (fence === '' || line.trim() === fence)) fence = fence === '' ? mark : '';
      return line.replace(
        /\{\{([A-Za-z_][\w]*)(?::(?:\.(\d+)(f?))?(\(\)|\+)?)?\}\}/g,
        (whole, name: string, decimals: string | undefined, fixed: string | undefined, sign: string | undefined) => {
          const shown = show(name, {
            decimals: decimals === undefined ? undefined : Number(decimals),
            fixed: fixed === 'f' || /^\s*\|/.test(line),
            sign: signs[sign ?? ''] ?? 'plain',
          });
          // Code may hold double braces of its own, so there only known names are values.
          if (shown === undefined && fence === '')
            report(index, `There is no value “${name}”.`, 'Add it under `values:`, or write { { with a space in a formula.');
          return shown ?? whole;
        },
      );
    })
    .join('\n');
}

/** Builds the renderer once; it is used for one text after another. */
export function createMarkdown(): Markdown {
  const markdown = new MarkdownIt({ html: false, linkify: false, typographer: false });
  let rendering: Rendering | undefined;
  const current = (): Rendering => {
    if (rendering === undefined) throw new Error('The Markdown renderer was used outside a text.');
    return rendering;
  };
  addLines(markdown);
  addJapaneseText(markdown, current);
  addFormulas(markdown, current);
  addCode(markdown, current);
  addDetails(markdown, current);
  addStructure(markdown, current);
  const render: Markdown['render'] = (text, show, given) => {
    rendering = given;
    return markdown.render(fillValues(text, show, given), {});
  };
  return {
    render,
    renderCompact(text, show, given) {
      const html = render(text, show, given).trim();
      const inside = html.startsWith('<p>') && html.endsWith('</p>') ? html.slice(3, -4) : html;
      return /<(p|pre|ul|ol|div|table)\b/.test(inside) ? html : inside;
    },
  };
}
