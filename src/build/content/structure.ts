// The parts of a text that carry meaning beyond Markdown: headings with anchors, links between notes, callouts, actions, tables.
import type { MarkdownIt, StateCore, Token } from 'markdown-it';
import { figureNames } from '../../core/syllabus/figures';
import { lineOf } from './lines';
import { figureSlot } from './movableFigures';
import type { Rendering } from './rendering';

const callouts: Readonly<Record<string, { readonly title: string; readonly icon: string }>> = {
  NOTE: { title: '補足', icon: 'info' },
  TIP: { title: 'ヒント', icon: 'lightbulb' },
  IMPORTANT: { title: '要点', icon: 'star-full' },
  WARNING: { title: '注意', icon: 'warning' },
  CAUTION: { title: '間違えやすい点', icon: 'error' },
};

/** Places in a text where the page puts a button or a figure that can be moved. */
const actions = [
  'action:demo',
  'action:quiz',
  'action:lab',
  'action:debug',
  'measured:compare',
  ...figureNames.map((name) => `figure:${name}`),
];

/** `> [!NOTE]` and its kin become asides; runs before inline parsing, so that the marker never becomes text. */
function findCallouts(state: StateCore, { report }: Rendering): void {
  const open: (Token | undefined)[] = [];
  state.tokens.forEach((token, index, all) => {
    if (token.type === 'blockquote_close') {
      const start = open.pop();
      if (start !== undefined) [token.tag, token.type] = ['aside', 'callout_close'];
    }
    if (token.type !== 'blockquote_open') return;
    const inline = all[index + 2];
    const match = /^\[!([A-Za-z]+)\][ \t]*(?:\n|$)/.exec(inline?.type === 'inline' ? inline.content : '');
    const name = match?.[1] ?? '';
    const callout = callouts[name];
    if (match !== null && callout === undefined) {
      report(lineOf(token), `There is no callout [!${name}].`, `Use one of ${Object.keys(callouts).join(', ')}.`);
    }
    open.push(callout === undefined ? undefined : token);
    if (callout === undefined || inline === undefined || match === null) return;
    [token.tag, token.type, token.info] = ['aside', 'callout_open', name];
    inline.content = inline.content.slice(match[0].length);
    if (inline.map) inline.map = [inline.map[0] + 1, inline.map[1]];
    if (inline.content === '') for (const part of [all[index + 1], inline, all[index + 3]]) if (part !== undefined) part.hidden = true;
  });
}

/** A paragraph that holds nothing but {{action:demo}} becomes a place for a button. */
function findActions(state: StateCore, { actions: found, report, kind }: Rendering): void {
  state.tokens.forEach((token, index, all) => {
    const name = /^\{\{([a-z]+:[a-z-]+)\}\}$/.exec(token.content.trim())?.[1];
    if (token.type !== 'inline' || name === undefined || all[index - 1]?.type !== 'paragraph_open') return;
    if (!actions.includes(name) || kind !== 'note') {
      report(
        lineOf(token),
        `There is no action {{${name}}}${kind === 'note' ? '' : ' in a question'}.`,
        `Notes know ${actions.join(', ')}.`,
      );
    }
    found.add(name);
    for (const part of [all[index - 1], all[index + 1]]) if (part !== undefined) part.hidden = true;
    [token.type, token.info, token.children] = ['action', name, []];
  });
}

/** Takes `{#anchor}` off the headings and gathers them for the table of contents. */
function findHeadings(markdown: MarkdownIt, state: StateCore, { headings, report, kind }: Rendering): void {
  state.tokens.forEach((token, index, all) => {
    if (token.type !== 'heading_open') return;
    const line = lineOf(token);
    const inline = all[index + 1];
    const last = inline?.children?.at(-1);
    if (kind !== 'note') return report(line, 'A question has no headings.', 'Write a paragraph, with **words** set off if need be.');
    if (token.tag !== 'h2' && token.tag !== 'h3')
      return report(line, `A note has no ${token.tag}.`, 'Use ## and ###; the title comes from the front matter.');
    const match = /\s*\{#([^}]*)\}\s*$/.exec(last?.type === 'text' ? last.content : '');
    const anchor = match?.[1] ?? '';
    if (!/^[a-z][a-z0-9-]*$/.test(anchor))
      return report(line, 'The heading has no anchor of lower-case letters, digits and hyphens.', 'End it with {#anchor}.');
    if (headings.some((heading) => heading.anchor === anchor))
      report(line, `The anchor “${anchor}” is used twice.`, 'Give each heading its own.');
    if (last !== undefined && match !== null) last.content = last.content.slice(0, match.index);
    token.attrSet('id', anchor);
    headings.push({
      level: token.tag === 'h2' ? 2 : 3,
      anchor,
      html: markdown.renderer.renderInline(inline?.children ?? [], markdown.options, {}),
    });
  });
}

/** Rewrites note:slug#anchor links for the page, which opens them in place; refuses what a note must not hold. */
function findLinks(state: StateCore, { links, report }: Rendering): void {
  for (const child of state.tokens.flatMap((token) => token.children ?? [])) {
    const line = lineOf(child);
    if (child.type === 'image') report(line, 'Pictures from files are not possible.', 'Draw the figure in a fence of ```svg.');
    if (child.type !== 'link_open') continue;
    const href = String(child.attrGet('href') ?? '');
    const match = /^(?:note:([a-z0-9-]+))?(?:#([a-z0-9-]+))?$/.exec(href);
    if (match !== null && href !== '') {
      const [slug, anchor] = [match[1] ?? '', match[2] ?? ''];
      links.push({ slug, anchor, line });
      child.attrSet('href', '#');
      child.attrSet('data-note', slug);
      child.attrSet('data-anchor', anchor);
    } else if (!href.startsWith('https://'))
      report(line, `The link “${href}” leads nowhere.`, 'Write note:slug#anchor, #anchor or an https address.');
  }
}

/** Column alignment as classes, as pages forbid the parser's inline styles; a corner without words is no header. */
function tidyTables(state: StateCore): void {
  state.tokens.forEach((token, index, all) => {
    if (token.type !== 'th_open' && token.type !== 'td_open') return;
    const side = /text-align:(\w+)/.exec(String(token.attrGet('style') ?? ''))?.[1];
    token.attrs = (token.attrs ?? []).filter(([name]) => name !== 'style');
    if (side !== undefined) token.attrSet('class', `align-${side}`);
    const close = all[index + 2];
    if (token.type === 'th_open' && all[index + 1]?.content === '' && close !== undefined) token.tag = close.tag = 'td';
  });
}

export function addStructure(markdown: MarkdownIt, current: () => Rendering): void {
  markdown.core.ruler.before('inline', 'callouts', (state) => findCallouts(state, current()));
  markdown.core.ruler.before('inline', 'actions', (state) => findActions(state, current()));
  markdown.core.ruler.push('headings', (state) => findHeadings(markdown, state, current()));
  markdown.core.ruler.push('tidy_tables', tidyTables);
  markdown.core.ruler.push('note_links', (state) => findLinks(state, current()));
  Object.assign(markdown.renderer.rules, {
    callout_open: (tokens, index) => {
      const name = tokens[index]?.info ?? '';
      const { title, icon } = callouts[name] ?? { title: '', icon: '' };
      const label = `<p class="callout-title"><span class="codicon codicon-${icon}" aria-hidden="true"></span>${title}</p>`;
      return `<div class="callout callout-${name.toLowerCase()}" role="note">${label}\n`;
    },
    callout_close: () => '</div>\n',
    action: (tokens, index) => {
      const name = tokens[index]?.info ?? '';
      return name.startsWith('figure:') ? figureSlot(name.slice(7)) : `<div class="slot" data-action="${name}"></div>\n`;
    },
    table_open: () => '<div class="table-box"><table>\n',
    table_close: () => '</table></div>\n',
  } satisfies MarkdownIt['renderer']['rules']);
}
