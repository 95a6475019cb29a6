// Questions as a file that Anki imports: front, back and tags, tab-separated, in HTML.
import { showNumber } from './parseNumber';
import { withDraw } from './instance';
import { showShape } from './parseShape';
import type { Question, QuestionKind, QuestionOf } from './question';
import { choiceOrder } from './session';

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
export function withTex(html: string): string {
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

/** What stands below the stem, and what answers it, both in the order in which the card shows the parts. */
interface Sides {
  readonly asked: string;
  readonly answered: string;
}
type CardOf<Q extends Question> = (question: Q, order: readonly number[]) => Sides;

const typed = (text: string): string => `<code>${text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')}</code>`;

const choices: CardOf<QuestionOf<'single' | 'multiple' | 'code'>> = (question, order) => {
  const shown = order.map((index) => question.choices[index]!);
  return {
    asked: list(shown.map(({ html }) => html)),
    answered: list(shown.map(({ correct, whyHtml }) => `<b>${correct ? '○' : '×'}</b> ${whyHtml}`)),
  };
};

const cards: { readonly [K in QuestionKind]: CardOf<QuestionOf<K>> } = {
  single: choices,
  multiple: choices,
  code: choices,
  numeric: ({ answer: { value, unit = '' } }) => ({ asked: '', answered: `<p><b>${showNumber(value)} ${unit}</b></p>` }),
  shape: ({ answer }) => ({ asked: '', answered: `<p><b>${showShape(answer)}</b></p>` }),
  typing: ({ blanks }) => ({
    asked: '',
    answered: list(blanks.map(({ accept, whyHtml }) => `${accept.map(typed).join(' / ')} ${whyHtml}`)),
  }),
  ordering: ({ items }, order) => ({
    asked: list(order.map((index) => items[index]!.html)),
    answered: list(order.map((index) => `<b>${index + 1}</b> ${items[index]!.whyHtml}`)),
  }),
  matching: ({ lefts, rights }, order) => ({
    asked: `<ul>${lefts.map(({ html }) => `<li>${html}</li>`).join('')}</ul>${list(order.map((index) => rights[index]!.html))}`,
    answered: `<ul>${lefts.map(({ html, right, whyHtml }) => `<li>${html} → <b>${rights[right]!.html}</b> ${whyHtml}</li>`).join('')}</ul>`,
  }),
};

function sidesOf<K extends QuestionKind>(question: QuestionOf<K> & { readonly kind: K }, order: readonly number[]): Sides {
  return cards[question.kind](question, order);
}

/** Changing numbers stand still on a card: those of this draw. */
const cardDraw = 0;

function sides(given: Question): readonly [front: string, back: string] {
  const question = withDraw(given, cardDraw);
  const { set, figureHtml = '', stemHtml, codeHtml = '', explanationHtml } = question;
  const { asked, answered } = sidesOf(question, choiceOrder(question, cardDraw));
  return [(set?.premiseHtml ?? '') + figureHtml + stemHtml + codeHtml + asked, answered + explanationHtml];
}

/** @param tagOf the tag of a topic, without spaces */
export function ankiTsv(questions: Iterable<Question>, tagOf: (topic: string) => string): string {
  const heading = ['#separator:tab', '#html:true', '#guid column:1', '#tags column:4'];
  const lines = Array.from(questions, (question) => [question.id, ...sides(question).map(portable), tagOf(question.topic)].join('\t'));
  return [...heading, ...lines].map((line) => `${line}\n`).join('');
}
