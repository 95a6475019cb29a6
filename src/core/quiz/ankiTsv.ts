// Questions as a file that Anki imports: front, back and tags, tab-separated, in HTML.
import type { Question } from './question';

const formulaStart = /<span class="katex(?:-display)?">/;
const source = /<annotation encoding="application\/x-tex">([^<]*)<\/annotation>/;

/** Where the span that begins at `start` ends. */
function endOfSpan(html: string, start: number): number {
  const tags = /<(\/?)span\b[^>]*>/g;
  tags.lastIndex = start;
  let depth = 0;
  for (let tag = tags.exec(html); tag; tag = tags.exec(html)) {
    depth += tag[1] === '/' ? -1 : 1;
    if (depth === 0) return tags.lastIndex;
  }
  return html.length;
}

/** Formulas as TeX between \( and \), or \[ and \], which Anki sets by itself; their glyphs would need our style sheet. */
function withTex(html: string): string {
  const start = html.search(formulaStart);
  if (start < 0) return html;
  const end = endOfSpan(html, start);
  const formula = html.slice(start, end);
  const tex = source.exec(formula)?.[1];
  const [open, close] = formula.startsWith('<span class="katex-display') ? ['\\[', '\\]'] : ['\\(', '\\)'];
  return html.slice(0, start) + (tex === undefined ? formula : `${open}${tex}${close}`) + withTex(html.slice(end));
}

/** One line without tabs; inside listings the line breaks are kept as marks. */
const portable = (html: string): string =>
  withTex(html)
    .replace(/<pre[^]*?<\/pre>/g, (code) => code.replace(/\r?\n/g, '<br>'))
    .replace(/[\t\r\n]+/g, ' ');

const list = (items: readonly string[]): string => `<ol type="A">${items.map((item) => `<li>${item}</li>`).join('')}</ol>`;

function front(question: Question): string {
  const { stemHtml, codeHtml = '' } = question;
  return stemHtml + codeHtml + (question.kind === 'numeric' ? '' : list(question.choices.map(({ html }) => html)));
}

function back(question: Question): string {
  if (question.kind === 'numeric') {
    const { value, unit = '' } = question.answer;
    return `<p><b>${value} ${unit}</b></p>${question.explanationHtml}`;
  }
  const reasons = question.choices.map(({ correct, whyHtml }) => `<b>${correct ? '○' : '×'}</b> ${whyHtml}`);
  return list(reasons) + question.explanationHtml;
}

/** @param tagOf the tag of a topic, without spaces */
export function ankiTsv(questions: Iterable<Question>, tagOf: (topic: string) => string): string {
  const heading = ['#separator:tab', '#html:true', '#guid column:1', '#tags column:4'];
  const lines = Array.from(questions, (question) =>
    [question.id, portable(front(question)), portable(back(question)), tagOf(question.topic)].join('\t'),
  );
  return [...heading, ...lines].map((line) => `${line}\n`).join('');
}
