// A question with changing numbers as one learner meets it: the same card for the schedule, whatever the numbers.
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { drawCount, drawValues, fillSlots, resultOf, type Generator } from './generator';
import type { Given } from './given';
import type { ChangingQuestion, Question } from './question';
import { streamOf } from './shuffle';

/** Slack with which a result counts as a whole number. */
const rounding = 1e-9;

/** The draw that a quiz with this seed shows. @returns 0 … drawCount − 1 */
const drawIn = (id: string, seed: number): number => uniformInt(streamOf(seed, `${id} draw`), 0, drawCount - 1);

function fillTexts(question: ChangingQuestion, fill: (html: string) => string): ChangingQuestion {
  const { figureHtml, codeHtml } = question;
  return {
    ...question,
    stemHtml: fill(question.stemHtml),
    explanationHtml: fill(question.explanationHtml),
    ...(figureHtml !== undefined && { figureHtml: fill(figureHtml) }),
    ...(codeHtml !== undefined && { codeHtml: fill(codeHtml) }),
  };
}

/** The results of a draw. @throws ExpressionError as `resultOf` does */
export function answersOf(
  { answer, mistakes, relative }: Pick<Generator, 'answer' | 'mistakes' | 'relative'>,
  values: ReadonlyMap<string, number>,
) {
  const results = (list: readonly (string | number)[]) => list.map((one) => resultOf(one, values));
  const right = results(answer);
  return {
    answer: right,
    mistakes: mistakes.map(results),
    ...(relative !== undefined && { tolerance: Math.abs(right[0] ?? 0) * relative }),
  };
}

/** The question with the numbers of one draw; without a generator, or for a draw that cannot be made, as it is. */
export function withDraw(question: Question, draw: number): Question {
  if (!('generator' in question) || !question.generator) return question;
  const { generator } = question;
  const values = drawValues(generator, question.id, draw);
  if (!values) return question;
  const fill = (html: string) => fillSlots(html, generator.slots, values);
  const results = answersOf(generator, values);
  const filled = { ...fillTexts(question, fill), draw };
  if (filled.kind === 'shape') {
    const whole = (list: readonly number[] = []) =>
      list.map((axis) => (Math.abs(axis - Math.round(axis)) < rounding ? Math.round(axis) : axis));
    const mistakes = filled.mistakes.map((mistake, m) => ({ value: whole(results.mistakes[m]), whyHtml: fill(mistake.whyHtml) }));
    return { ...filled, answer: whole(results.answer), mistakes };
  }
  const { tolerance = filled.answer.tolerance } = results;
  return {
    ...filled,
    answer: { ...filled.answer, value: results.answer[0] ?? NaN, tolerance },
    mistakes: filled.mistakes.map((mistake, m) => ({ value: results.mistakes[m]?.[0] ?? NaN, whyHtml: fill(mistake.whyHtml) })),
  };
}

/** The question as the quiz with this seed asks it, or as it was when it was answered. */
export function instanceOf(question: Question, seed: number, given: Given | null = null): Question {
  const recorded = given && 'draw' in given ? given.draw : undefined;
  return withDraw(question, recorded ?? drawIn(question.id, seed));
}
