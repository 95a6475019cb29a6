// The Markdown of notes and questions: CommonMark and tables, with formulas, highlighted code, figures and the house's own marks.
import MarkdownIt from 'markdown-it';
import { showValue } from '../../core/syllabus/namedValues';
import { addCode } from './code';
import { addDetails } from './details';
import { addFormulas } from './formulas';
import { addJapaneseText } from './japaneseText';
import { addLines } from './lines';
import type { Rendering } from './rendering';
import { addStructure } from './structure';

export interface Markdown {
  /** HTML of a whole text. */
  render(text: string, values: ReadonlyMap<string, number>, rendering: Rendering): string;
  /** HTML of a text that is one paragraph without the paragraph around it; longer texts stay as they are. */
  renderCompact(text: string, values: ReadonlyMap<string, number>, rendering: Rendering): string;
}

/**
 * Puts the values in place of {{name}}, {{name:.3}} (at most three decimals, exactly three in a table, where digits line up)
 * and {{name:.3f}} (exactly three). Marks with a colon and letters, such as {{action:demo}}, stay.
 */
export function fillValues(text: string, values: ReadonlyMap<string, number>, { report }: Pick<Rendering, 'report'>): string {
  let fence = '';
  return text
    .split('\n')
    .map((line, index) => {
      const mark = /^\s*(`{3,})/.exec(line)?.[1] ?? '';
      if (mark !== '' && (fence === '' || line.trim() === fence)) fence = fence === '' ? mark : '';
      return line.replace(
        /\{\{([A-Za-z_][\w]*)(?::\.(\d+)(f?))?\}\}/g,
        (whole, name: string, decimals: string | undefined, fixed: string | undefined) => {
          const value = values.get(name);
          // Code may hold double braces of its own, so there only known names are values.
          if (value === undefined && fence === '')
            report(index, `There is no value “${name}”.`, 'Add it under `values:`, or write { { with a space in a formula.');
          const lined = fixed === 'f' || /^\s*\|/.test(line);
          return value === undefined ? whole : showValue(value, decimals === undefined ? undefined : Number(decimals), lined);
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
  const render: Markdown['render'] = (text, values, given) => {
    rendering = given;
    return markdown.render(fillValues(text, values, given), {});
  };
  return {
    render,
    renderCompact(text, values, given) {
      const html = render(text, values, given).trim();
      const inside = html.startsWith('<p>') && html.endsWith('</p>') ? html.slice(3, -4) : html;
      return /<(p|pre|ul|ol|div|table)\b/.test(inside) ? html : inside;
    },
  };
}
