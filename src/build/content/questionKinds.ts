// One row for each kind of question: how its own part is checked and compiled.
import { showNumber } from '../../core/quiz/parseNumber';
import { isSameShape, near } from '../../core/quiz/kinds';
import { parseShape, showShape } from '../../core/quiz/parseShape';
import type { Question, QuestionKind, QuestionOf } from '../../core/quiz/question';
import { isAccepted } from '../../core/quiz/typedCode';
import { blankPattern, listingOf, type QuestionText } from './questionText';
import { listOf, type SourceQuestion } from './sourceQuestion';

type CommonKey = 'id' | 'topic' | 'note' | 'difficulty' | 'set' | 'figureHtml' | 'stemHtml' | 'explanationHtml';
export type Common = Pick<Question, CommonKey>;
type Row<K extends QuestionKind> = (question: SourceQuestion, text: QuestionText) => Omit<QuestionOf<K>, CommonKey>;

function choicesOf(question: SourceQuestion, text: QuestionText) {
  const { lineAt, report } = text;
  const choices = (question.choices ?? []).map((choice, c) => ({
    html: text.compact(choice.text, 'choices', c, 'text'),
    correct: choice.correct ?? false,
    whyHtml: text.compact(choice.why, 'choices', c, 'why'),
  }));
  const right = choices.filter((choice) => choice.correct).length;
  if (question.kind === 'multiple' ? right === 0 : right !== 1) {
    report(
      lineAt('choices'),
      `${right} choices are right.`,
      question.kind === 'multiple' ? 'Mark at least one with correct: true.' : 'Mark exactly one with correct: true.',
    );
  }
  if (new Set(choices.map((choice) => choice.html)).size < choices.length)
    report(lineAt('choices'), 'Two choices have the same text.', 'Change one of them.');
  return choices;
}

/** The optional listing of a question whose blanks mean nothing. */
function listing(question: SourceQuestion): { codeHtml?: string } {
  const codeHtml = listingOf(question, false);
  return codeHtml === undefined ? {} : { codeHtml };
}

const percentOf = (tolerance: number | string | undefined): number | undefined =>
  typeof tolerance === 'string' ? Number(tolerance.replace('%', '')) / 100 : undefined;

/** The tolerance as a share of the answer; undefined where it is a number of its own. */
export const relativeTolerance = (question: SourceQuestion): number | undefined => percentOf(question.tolerance);

/** Whole axes of at least 0; anything else is reported. */
function axesOf(question: SourceQuestion, given: SourceQuestion['answer'], text: QuestionText, ...path: (string | number)[]): number[] {
  return listOf(given).map((axis) => {
    const value = question.vary === undefined ? text.number(axis, ...path) : 0;
    if (!Number.isInteger(value) || value < 0)
      text.report(text.lineAt(...path), `The axis “${axis}” is ${value}.`, 'Axes are whole numbers of at least 0.');
    return value;
  });
}

/** Where a question has changing numbers, its results are worked out draw by draw: see questionDraws. */
const rows: { readonly [K in QuestionKind]: Row<K> } = {
  single: (question, text) => ({ kind: 'single', choices: choicesOf(question, text), ...listing(question) }),
  multiple: (question, text) => ({ kind: 'multiple', choices: choicesOf(question, text), ...listing(question) }),
  code(question, text) {
    const choices = choicesOf(question, text);
    if (!/_{4}/.test(question.code ?? '')) text.report(text.lineAt('code'), 'The code has no blank.', 'Write ____ where the choice goes.');
    return { kind: 'code', choices, codeHtml: listingOf(question, false) ?? '' };
  },
  numeric(question, text) {
    const standing = question.vary === undefined;
    const number = (given: SourceQuestion['answer'], ...path: (string | number)[]): number => {
      const [one = 0, ...others] = listOf(given);
      if (others.length > 0) text.report(text.lineAt(...path), 'The answer is a list.', 'Write one expression, or use the kind shape.');
      return standing ? text.number(one, ...path) : 0;
    };
    const value = number(question.answer, 'answer');
    const relative = relativeTolerance(question);
    const tolerance = relative === undefined ? Number(question.tolerance ?? 0) : Math.abs(value) * relative;
    if (standing && !near(Number(showNumber(value)), value, tolerance))
      text.report(
        text.lineAt('answer'),
        `The answer ${value} is shown as ${showNumber(value)}, which does not count as right.`,
        'Round it in the formula, or raise the tolerance.',
      );
    const mistakes = (question.mistakes ?? []).map((mistake, m) => {
      const wrong = number(mistake.value, 'mistakes', m);
      if (standing && near(wrong, value, tolerance))
        text.report(
          text.lineAt('mistakes', m),
          `The mistake ${wrong} counts as right: the answer is ${value} ± ${tolerance}.`,
          'Change the numbers, or lower the tolerance.',
        );
      return { value: wrong, whyHtml: text.compact(mistake.why, 'mistakes', m, 'why') };
    });
    const unit = question.unit === undefined ? {} : { unit: question.unit };
    return { kind: 'numeric', answer: { value, tolerance, ...unit }, mistakes, ...listing(question) };
  },
  shape(question, text) {
    const answer = axesOf(question, question.answer, text, 'answer');
    const mistakes = (question.mistakes ?? []).map((mistake, m) => {
      const value = axesOf(question, mistake.value, text, 'mistakes', m);
      if (question.vary === undefined && isSameShape(value, answer))
        text.report(text.lineAt('mistakes', m), `The mistake ${showShape(value)} is the answer.`, 'Change one of them.');
      return { value, whyHtml: text.compact(mistake.why, 'mistakes', m, 'why') };
    });
    if (question.vary === undefined && parseShape(showShape(answer)) === null)
      text.report(text.lineAt('answer'), `${showShape(answer)} cannot be typed.`, 'Use fewer or smaller axes.');
    return { kind: 'shape', answer, mistakes, ...listing(question) };
  },
  typing(question, text) {
    const count = question.code?.match(blankPattern)?.length ?? 0;
    const given = question.blanks ?? [];
    if (count !== given.length)
      text.report(
        text.lineAt('blanks'),
        `The code has ${count} blank(s), and ${given.length} are explained.`,
        'Write ____ once for each entry.',
      );
    const blanks = given.map(({ accept, why, wrong = [] }, b) => ({
      accept: [...accept],
      whyHtml: text.compact(why, 'blanks', b, 'why'),
      wrong: wrong.map((entry, w) => {
        if (isAccepted(entry.text, accept))
          text.report(text.lineAt('blanks', b, 'wrong', w), `“${entry.text}” counts as right.`, 'Remove it here, or from accept.');
        return { text: entry.text, whyHtml: text.compact(entry.why, 'blanks', b, 'wrong', w, 'why') };
      }),
    }));
    return { kind: 'typing', codeHtml: listingOf(question, count > 1) ?? '', blanks };
  },
  ordering(question, text) {
    const items = (question.items ?? []).map((item, i) => ({
      html: text.compact(item.text, 'items', i, 'text'),
      whyHtml: text.compact(item.why, 'items', i, 'why'),
    }));
    if (new Set(items.map(({ html }) => html)).size < items.length)
      text.report(text.lineAt('items'), 'Two items have the same text.', 'Change one of them: which comes first would be a guess.');
    return { kind: 'ordering', items, ...listing(question) };
  },
  matching(question, text) {
    const pairs = question.pairs ?? [];
    const lefts = pairs.map((pair, p) => text.compact(pair.left, 'pairs', p, 'left'));
    if (new Set(lefts).size < lefts.length) text.report(text.lineAt('pairs'), 'Two left items have the same text.', 'Change one of them.');
    const answers = pairs.map((pair, p) => text.compact(pair.right, 'pairs', p, 'right'));
    const extras = (question.extra ?? []).map((extra, e) => text.compact(extra, 'extra', e));
    const rights = [...new Set([...answers, ...extras])];
    if (rights.length < 2) text.report(text.lineAt('pairs'), 'There is only one right item.', 'Add others, or an extra one.');
    if (extras.some((extra) => answers.includes(extra)))
      text.report(text.lineAt('extra'), 'An extra item is also the answer of a pair.', 'Remove it.');
    return {
      kind: 'matching',
      lefts: lefts.map((html, p) => ({
        html,
        right: rights.indexOf(answers[p] ?? ''),
        whyHtml: text.compact(pairs[p]?.why ?? '', 'pairs', p, 'why'),
      })),
      rights: rights.map((html) => ({ html })),
      ...listing(question),
    };
  },
};

/** The question's part that belongs to its kind. */
export const compileKind = (question: SourceQuestion, text: QuestionText) => rows[question.kind](question, text);
