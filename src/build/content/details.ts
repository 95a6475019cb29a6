// `:::details title` … `:::` folds a derivation away until the reader asks for it.
import type { MarkdownIt, StateBlock } from 'markdown-it';
import { lineOf } from './lines';
import type { Rendering } from './rendering';

const lineText = (state: StateBlock, line: number): string =>
  state.src.slice((state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0), state.eMarks[line] ?? 0).trimEnd();

/** The line of the `:::` that closes the block begun on line `first`, or -1; fences of code are skipped, blocks may nest. */
function closingLine(state: StateBlock, first: number, last: number): number {
  let depth = 0;
  let fence = '';
  for (let line = first; line < last; line++) {
    const text = lineText(state, line);
    const mark = /^(`{3,}|~{3,})/.exec(text)?.[1] ?? '';
    if (fence === '' ? mark !== '' : mark.startsWith(fence) && text === mark) fence = fence === '' ? mark : '';
    if (fence !== '') continue;
    if (/^:::details\b/.test(text)) depth += 1;
    if (text === ':::') depth -= 1;
    if (depth === 0) return line;
  }
  return -1;
}

export function addDetails(markdown: MarkdownIt, current: () => Rendering): void {
  markdown.block.ruler.before(
    'fence',
    'details',
    (state, first, last, silent) => {
      const text = lineText(state, first);
      if (!text.startsWith(':::')) return false;
      if (silent) return true;
      const { report } = current();
      const title = /^:::details\s+(.+)$/.exec(text)?.[1];
      const end = title === undefined ? -1 : closingLine(state, first, last);
      if (title === undefined) report(first, `“${text}” opens nothing.`, 'Write :::details and a title, and close the block with :::.');
      else if (end < 0) report(first, 'The block :::details is not closed.', 'End it with a line that holds ::: only.');
      if (title === undefined || end < 0) {
        state.line = first + 1;
        return true;
      }
      const open = state.push('details_open', 'details', 1);
      open.map = [first, end + 1];
      state.push('summary_open', 'summary', 1).map = [first, first + 1];
      const inline = state.push('inline', '', 0);
      [inline.content, inline.map, inline.children] = [title, [first, first + 1], []];
      state.push('summary_close', 'summary', -1);
      const { lineMax } = state;
      state.lineMax = end;
      state.md.block.tokenize(state, first + 1, end);
      state.lineMax = lineMax;
      state.push('details_close', 'details', -1);
      state.line = end + 1;
      return true;
    },
    { alt: ['paragraph', 'reference', 'blockquote', 'list'] },
  );
  markdown.renderer.rules['details_open'] = (tokens, index) => {
    if (current().kind !== 'note') current().report(lineOf(tokens[index]), 'A question has no :::details.', 'Write the text out.');
    return '<details class="fold">';
  };
}
