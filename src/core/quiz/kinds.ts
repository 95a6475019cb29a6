// The kinds of question: how an answer of each kind is understood and judged. A new kind is a new row.
import type { Given, GivenChoices, GivenNumber } from './given';
import { parseNumber } from './parseNumber';
import type { Question, QuestionKind, QuestionOf } from './question';

/** An answer as it was entered: places of the chosen choices as they were shown (0 is the uppermost), or the text of a number. */
export type Entered = { readonly places: readonly number[] } | { readonly text: string };

interface KindRow<Q extends Question> {
  /** @returns null when the entry is no answer to such a question (nothing chosen, not a number) */
  readonly understand: (question: Q, entered: Entered, order: readonly number[]) => Given | null;
  /** Whether a stored answer still fits the question, which an update may have changed. */
  readonly fits: (question: Q, given: Given) => boolean;
  readonly isRight: (question: Q, given: Given) => boolean;
}

const isChoices = (given: Given): given is GivenChoices => 'choices' in given;
const isNumber = (given: Given): given is GivenNumber => 'value' in given;

type ChoiceQuestion = QuestionOf<'single' | 'multiple' | 'code'>;

function choiceRow(mayChoose: (count: number) => boolean): KindRow<ChoiceQuestion> {
  const fits = (question: ChoiceQuestion, given: Given): given is GivenChoices =>
    isChoices(given) && mayChoose(given.choices.length) && given.choices.every((index) => index < question.choices.length);
  return {
    understand(question, entered, order) {
      if (!('places' in entered)) return null;
      const indices = [...new Set(entered.places.map((place) => order[place] ?? Infinity))].sort((a, b) => a - b);
      const given = { choices: indices };
      return fits(question, given) ? given : null;
    },
    fits,
    isRight: (question, given) =>
      isChoices(given) && question.choices.every((choice, index) => choice.correct === given.choices.includes(index)),
  };
}

/** Slack for the rounding of doubles, relative to the larger of 1 and the value. */
const rounding = 1e-9;

const near = (value: number, target: number, tolerance: number) =>
  Math.abs(value - target) <= tolerance + rounding * Math.max(1, Math.abs(target));

/** The known slip that leads to this value, the nearest first. */
export function recognisedMistake(question: QuestionOf<'numeric'>, value: number): QuestionOf<'numeric'>['mistakes'][number] | null {
  const { tolerance } = question.answer;
  const distance = (mistake: { value: number }) => Math.abs(mistake.value - value);
  return question.mistakes.filter((mistake) => near(value, mistake.value, tolerance)).sort((a, b) => distance(a) - distance(b))[0] ?? null;
}

const oneChoice = choiceRow((count) => count === 1);

const rows: { readonly [K in QuestionKind]: KindRow<QuestionOf<K>> } = {
  single: oneChoice,
  code: oneChoice,
  multiple: choiceRow((count) => count >= 1),
  numeric: {
    understand(question, entered) {
      const value = 'text' in entered ? parseNumber(entered.text, question.answer.unit) : null;
      return 'text' in entered && value !== null ? { text: entered.text.trim(), value } : null;
    },
    fits: (_, given) => isNumber(given),
    isRight: ({ answer }, given) => isNumber(given) && near(given.value, answer.value, answer.tolerance),
  },
};

/** The row of a question's own kind. */
function rowOf<K extends QuestionKind>(question: QuestionOf<K> & { readonly kind: K }): KindRow<QuestionOf<K>> {
  return rows[question.kind];
}

export const understand = (question: Question, entered: Entered, order: readonly number[]): Given | null =>
  rowOf(question).understand(question, entered, order);
export const fits = (question: Question, given: Given): boolean => rowOf(question).fits(question, given);
export const isRight = (question: Question, given: Given): boolean => rowOf(question).isRight(question, given);
