// The kinds of question: how an answer of each kind is understood and judged. A new kind is a new row.
import type { Given, GivenChoices, GivenMatched, GivenNumber, GivenSequence, GivenShape, GivenTexts } from './given';
import { parseNumber } from './parseNumber';
import { parseShape } from './parseShape';
import type { ChangingQuestion, Question, QuestionKind, QuestionOf } from './question';
import { isAccepted, normaliseCode } from './typedCode';

/** An answer as it was entered; places count what is shown, 0 is the uppermost. */
export type Entered =
  /** Of the chosen choices. */
  | { readonly places: readonly number[] }
  /** A number or a shape. */
  | { readonly text: string }
  /** One for each blank. */
  | { readonly texts: readonly string[] }
  /** All items, in the learner's order. */
  | { readonly sequence: readonly number[] }
  /** For each left item the right one, null where none is chosen yet. */
  | { readonly matches: readonly (number | null)[] };

interface KindRow<Q extends Question> {
  /** @returns null when the entry is no answer to such a question (nothing chosen, not a number) */
  readonly understand: (question: Q, entered: Entered, order: readonly number[]) => Given | null;
  /** Whether a stored answer still fits the question, which an update may have changed. */
  readonly fits: (question: Q, given: Given) => boolean;
  readonly isRight: (question: Q, given: Given) => boolean;
  /** How many parts are shown in an order of the quiz's own. */
  readonly shuffled: (question: Q) => number;
}

const isChoices = (given: Given): given is GivenChoices => 'choices' in given;
const isNumber = (given: Given): given is GivenNumber => 'value' in given;
const isShape = (given: Given): given is GivenShape => 'shape' in given;
const isTexts = (given: Given): given is GivenTexts => 'texts' in given;
const isSequence = (given: Given): given is GivenSequence => 'sequence' in given;
const isMatched = (given: Given): given is GivenMatched => 'matched' in given;

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
    shuffled: ({ choices }) => choices.length,
  };
}

/** Slack for the rounding of doubles, relative to the larger of 1 and the value. */
const rounding = 1e-9;

export const near = (value: number, target: number, tolerance: number) =>
  Math.abs(value - target) <= tolerance + rounding * Math.max(1, Math.abs(target));

export const isSameShape = (a: readonly number[], b: readonly number[]) => a.length === b.length && a.every((axis, i) => axis === b[i]);

/** The known slip that leads to this value, the nearest first. */
export function recognisedMistake(question: QuestionOf<'numeric'>, value: number): QuestionOf<'numeric'>['mistakes'][number] | null {
  const { tolerance } = question.answer;
  const distance = (mistake: { value: number }) => Math.abs(mistake.value - value);
  return question.mistakes.filter((mistake) => near(value, mistake.value, tolerance)).sort((a, b) => distance(a) - distance(b))[0] ?? null;
}

/** The known slip that leads to this entry of a blank. */
export const recognisedEntry = ({ wrong }: QuestionOf<'typing'>['blanks'][number], typed: string) =>
  wrong.find(({ text }) => normaliseCode(text) === normaliseCode(typed)) ?? null;

const drawOf = ({ draw }: ChangingQuestion) => (draw === undefined ? {} : { draw });
const oneChoice = choiceRow((count) => count === 1);

const fitsTexts = ({ blanks }: QuestionOf<'typing'>, given: Given): given is GivenTexts =>
  isTexts(given) && given.texts.length === blanks.length;
const fitsSequence = ({ items }: QuestionOf<'ordering'>, given: Given): given is GivenSequence =>
  isSequence(given) && given.sequence.length === items.length && items.every((_, index) => given.sequence.includes(index));
const fitsMatched = ({ lefts, rights }: QuestionOf<'matching'>, given: Given): given is GivenMatched =>
  isMatched(given) && given.matched.length === lefts.length && given.matched.every((index) => index < rights.length);

const rows: { readonly [K in QuestionKind]: KindRow<QuestionOf<K>> } = {
  single: oneChoice,
  code: oneChoice,
  multiple: choiceRow((count) => count >= 1),
  numeric: {
    understand(question, entered) {
      const value = 'text' in entered ? parseNumber(entered.text, question.answer.unit) : null;
      return 'text' in entered && value !== null ? { text: entered.text.trim(), value, ...drawOf(question) } : null;
    },
    fits: (_, given) => isNumber(given),
    isRight: ({ answer }, given) => isNumber(given) && near(given.value, answer.value, answer.tolerance),
    shuffled: () => 0,
  },
  shape: {
    understand(question, entered) {
      const shape = 'text' in entered ? parseShape(entered.text) : null;
      return 'text' in entered && shape !== null ? { text: entered.text.trim(), shape, ...drawOf(question) } : null;
    },
    fits: (_, given) => isShape(given),
    isRight: ({ answer }, given) => isShape(given) && isSameShape(given.shape, answer),
    shuffled: () => 0,
  },
  typing: {
    understand(question, entered) {
      if (!('texts' in entered)) return null;
      const given = { texts: entered.texts.map((typed) => typed.trim()) };
      return fitsTexts(question, given) && given.texts.every((typed) => typed !== '') ? given : null;
    },
    fits: fitsTexts,
    isRight: (question, given) =>
      fitsTexts(question, given) && question.blanks.every(({ accept }, index) => isAccepted(given.texts[index] ?? '', accept)),
    shuffled: () => 0,
  },
  ordering: {
    understand(question, entered, order) {
      if (!('sequence' in entered)) return null;
      const given = { sequence: entered.sequence.map((place) => order[place] ?? Infinity) };
      return fitsSequence(question, given) ? given : null;
    },
    fits: fitsSequence,
    isRight: (question, given) => fitsSequence(question, given) && given.sequence.every((item, place) => item === place),
    shuffled: ({ items }) => items.length,
  },
  matching: {
    understand(question, entered, order) {
      if (!('matches' in entered)) return null;
      const given = { matched: entered.matches.map((place) => (place === null ? undefined : order[place]) ?? Infinity) };
      return fitsMatched(question, given) ? given : null;
    },
    fits: fitsMatched,
    isRight: (question, given) =>
      fitsMatched(question, given) && question.lefts.every(({ right }, index) => right === given.matched[index]),
    shuffled: ({ rights }) => rights.length,
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
export const shuffledParts = (question: Question): number => rowOf(question).shuffled(question);
