// What the view may see of a question, before and after it was answered: a row for each kind.
import type { Given } from '../../core/quiz/given';
import { isSameShape, recognisedEntry, recognisedMistake } from '../../core/quiz/kinds';
import { showNumber } from '../../core/quiz/parseNumber';
import { showShape } from '../../core/quiz/parseShape';
import type { Question, QuestionKind, QuestionOf } from '../../core/quiz/question';
import type { SessionItem } from '../../core/quiz/session';
import { isAccepted } from '../../core/quiz/typedCode';
import type { EnteredAnswer, Feedback, ShownQuestion } from '../../protocol/quiz';

/** Title of a note by its slug. */
export type NoteTitle = (slug: string) => string;

type Parts = Pick<ShownQuestion, 'choices' | 'lefts' | 'blanks' | 'unit'>;
type Reasons = Pick<Feedback, 'choices' | 'number' | 'blanks' | 'sequence' | 'matches'>;

interface Answered {
  readonly order: readonly number[];
  readonly given: Given | null;
  readonly right: boolean;
}

interface KindRow<Q extends Question> {
  readonly parts: (question: Q, order: readonly number[]) => Parts;
  readonly reasons: (question: Q, answered: Answered) => Reasons;
}

const choiceRow: KindRow<QuestionOf<'single' | 'multiple' | 'code'>> = {
  parts: ({ choices }, order) => ({ choices: order.map((index) => choices[index]!.html) }),
  reasons(question, { order, given }) {
    const chosen = new Set(given && 'choices' in given ? given.choices : []);
    const choices = order.map((index) => {
      const { correct, whyHtml } = question.choices[index]!;
      return { chosen: chosen.has(index), correct, whyHtml };
    });
    return { choices };
  },
};

const rows: { readonly [K in QuestionKind]: KindRow<QuestionOf<K>> } = {
  single: choiceRow,
  multiple: choiceRow,
  code: choiceRow,
  numeric: {
    parts: ({ answer: { unit } }) => ({ choices: [], ...(unit !== undefined && { unit }) }),
    reasons(question, { given, right }) {
      const typed = given && 'value' in given ? given : null;
      const mistake = right || !typed ? null : recognisedMistake(question, typed.value);
      const number = {
        given: typed?.text ?? '',
        understood: typed ? showNumber(typed.value) : '',
        answer: showNumber(question.answer.value),
        ...(mistake && { mistakeHtml: mistake.whyHtml }),
      };
      return { choices: [], number };
    },
  },
  shape: {
    parts: () => ({ choices: [] }),
    reasons({ answer, mistakes }, { given, right }) {
      const typed = given && 'shape' in given ? given : null;
      const mistake = right || !typed ? undefined : mistakes.find(({ value }) => isSameShape(value, typed.shape));
      const number = {
        given: typed?.text ?? '',
        understood: typed ? showShape(typed.shape) : '',
        answer: showShape(answer),
        ...(mistake && { mistakeHtml: mistake.whyHtml }),
      };
      return { choices: [], number };
    },
  },
  typing: {
    parts: ({ blanks }) => ({ choices: [], blanks: blanks.length }),
    reasons({ blanks }, { given }) {
      const texts = given && 'texts' in given ? given.texts : [];
      const reasons = blanks.map((blank, index) => {
        const typed = texts[index] ?? '';
        const right = isAccepted(typed, blank.accept);
        const slip = right ? null : recognisedEntry(blank, typed);
        return { right, given: typed, answer: blank.accept[0] ?? '', whyHtml: blank.whyHtml, ...(slip && { slipHtml: slip.whyHtml }) };
      });
      return { choices: [], blanks: reasons };
    },
  },
  ordering: {
    parts: ({ items }, order) => ({ choices: order.map((index) => items[index]!.html) }),
    reasons({ items }, { order, given }) {
      const sequence = given && 'sequence' in given ? given.sequence : null;
      const reasons = items.map(({ whyHtml }, index) => {
        const put = sequence?.indexOf(index) ?? null;
        return { right: put === index, place: order.indexOf(index), given: put, whyHtml };
      });
      return { choices: [], sequence: reasons };
    },
  },
  matching: {
    parts: ({ lefts, rights }, order) => ({ choices: order.map((index) => rights[index]!.html), lefts: lefts.map(({ html }) => html) }),
    reasons({ lefts }, { order, given }) {
      const matched = given && 'matched' in given ? given.matched : null;
      const reasons = lefts.map(({ right, whyHtml }, index) => {
        const chosen = matched?.[index];
        return {
          right: chosen === right,
          given: chosen === undefined ? null : order.indexOf(chosen),
          answer: order.indexOf(right),
          whyHtml,
        };
      });
      return { choices: [], matches: reasons };
    },
  },
};

function rowOf<K extends QuestionKind>(question: QuestionOf<K> & { readonly kind: K }): KindRow<QuestionOf<K>> {
  return rows[question.kind];
}

export function shownQuestion({ question, order }: SessionItem): ShownQuestion {
  const { kind, difficulty, set, figureHtml, stemHtml, codeHtml } = question;
  return {
    kind,
    difficulty,
    ...(set && { premise: { html: set.premiseHtml, place: set.place, size: set.size } }),
    ...(figureHtml !== undefined && { figureHtml }),
    stemHtml,
    ...(codeHtml !== undefined && { codeHtml }),
    ...rowOf(question).parts(question, order),
  };
}

/** Everything about a question whose answer may be known; one that was left blank counts as wrong. */
export function feedbackOf({ question, order, given, right }: SessionItem, noteTitle: NoteTitle): Feedback {
  const isRight = right === true;
  return {
    right: isRight,
    ...rowOf(question).reasons(question, { order, given, right: isRight }),
    explanationHtml: question.explanationHtml,
    noteTitle: noteTitle(question.note.slug),
  };
}

/** A stored answer as it was entered, in the order in which the quiz shows the parts. */
export function enteredOf({ given, order }: SessionItem): EnteredAnswer | null {
  if (given === null) return null;
  const placeOf = (index: number) => order.indexOf(index);
  if ('choices' in given) return { places: given.choices.map(placeOf).sort((a, b) => a - b) };
  if ('sequence' in given) return { sequence: given.sequence.map(placeOf) };
  if ('matched' in given) return { matches: given.matched.map(placeOf) };
  return 'texts' in given ? { texts: given.texts } : { text: given.text };
}
