// Highlights code at build time, and hands ```svg fences on to the figures.
import hljs from 'highlight.js/lib/core';
import bash from 'highlight.js/lib/languages/bash';
import dockerfile from 'highlight.js/lib/languages/dockerfile';
import json from 'highlight.js/lib/languages/json';
import python from 'highlight.js/lib/languages/python';
import yaml from 'highlight.js/lib/languages/yaml';
import type { MarkdownIt } from 'markdown-it';
import { readFence } from './fence';
import { renderFigure } from './figure';
import { lineOf } from './lines';
import type { Rendering } from './rendering';

const languages = { bash, dockerfile, json, python, yaml };
for (const [name, language] of Object.entries(languages)) hljs.registerLanguage(name, language);

const escapeHtml = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');

/** Highlighted code in a box that scrolls; a blank ____ is set off. Undefined when the language is not known. */
export function renderCode(code: string, language: string): string | undefined {
  if (language !== 'text' && hljs.getLanguage(language) === undefined) return undefined;
  const body = language === 'text' ? escapeHtml(code) : hljs.highlight(code, { language }).value;
  const blanks = body.replace(/_{4,}/g, (blank) => `<span class="blank">${blank}</span>`);
  return `<div class="code-box"><pre><code class="hljs language-${language}">${blanks.replace(/\n$/, '')}</code></pre></div>\n`;
}

export function addCode(markdown: MarkdownIt, current: () => Rendering): void {
  markdown.core.ruler.push('closed_fences', (state) => {
    const lines = state.src.split('\n');
    for (const token of state.tokens) {
      if (token.type !== 'fence' || token.map === null) continue;
      const last = (lines[token.map[1] - 1] ?? '').replace(/^[>\s]+/, '').trim();
      if (!(last.startsWith(token.markup) && token.map[1] - token.map[0] > 1)) {
        current().report(token.map[0], `The fence ${token.markup}${token.info} is not closed.`, `End it with a line of ${token.markup}.`);
      }
    }
  });
  markdown.renderer.rules['fence'] = (tokens, index) => {
    const token = tokens[index];
    const { language, mistake } = readFence(token?.info ?? '');
    const code = token?.content ?? '';
    if (mistake !== undefined)
      current().report(
        lineOf(token),
        `${mistake}.`,
        'Code in python that tests cannot run has slow="reason" or needs="reason"; other code has none.',
      );
    if (language === 'svg') return renderFigure(code, lineOf(token) + 1, current());
    const html = renderCode(code, language);
    if (html === undefined) {
      current().report(
        lineOf(token),
        `The code has ${language === '' ? 'no language' : `the language “${language}”, which is not known`}.`,
        `Write one of ${Object.keys(languages).join(', ')}, text, svg after the fence.`,
      );
    }
    return html ?? '';
  };
  markdown.renderer.rules['code_block'] = (tokens, index) => {
    current().report(lineOf(tokens[index]), 'An indented paragraph counts as code.', 'Remove the indent, or use a fence with a language.');
    return '';
  };
}
