// The answer that is being entered: what of it each kind of question uses, and what is missing before it can be given.
import type { QuestionKind } from '../../core/quiz/question';
import type { EnteredAnswer, ShownQuestion } from '../../protocol/quiz';

/** A question uses one of these. */
export interface Draft {
  readonly places: readonly number[];
  readonly text: string;
  readonly texts: readonly string[];
  /** Empty until something was moved. */
  readonly sequence: readonly number[];
  readonly matches: readonly (number | null)[];
}

export const noDraft: Draft = { places: [], text: '', texts: [], sequence: [], matches: [] };

/** Why an answer cannot be given yet. */
export type Missing = 'nothingChosen' | 'nothingTyped' | 'nothingTypedShape' | 'blanksOpen' | 'nothingMoved' | 'matchesOpen';

interface KindRow {
  /** As far as it was entered; null where nothing was. */
  readonly entered: (draft: Draft, question: ShownQuestion) => EnteredAnswer | null;
  readonly isComplete?: (draft: Draft, question: ShownQuestion) => boolean;
  readonly missing: Missing;
  /** Whether choices are picked, one or several. */
  readonly picks?: 'one' | 'several';
}

const typed = ({ text }: Draft) => (text.trim() === '' ? null : { text });
const chosen = ({ places }: Draft) => (places.length === 0 ? null : { places: [...places] });

/** What stands in each blank so far. */
export const typedTexts = ({ texts }: Draft, { blanks = 0 }: ShownQuestion): string[] =>
  Array.from({ length: blanks }, (_, index) => texts[index] ?? '');
/** Which right item each left one has so far. */
export const chosenMatches = ({ matches }: Draft, { lefts = [] }: ShownQuestion): (number | null)[] =>
  lefts.map((_, index) => matches[index] ?? null);
/** The items in the order in which they stand now. */
export const currentSequence = ({ sequence }: Draft, { choices }: ShownQuestion): number[] =>
  sequence.length === choices.length ? [...sequence] : choices.map((_, place) => place);

const one: KindRow = { entered: chosen, missing: 'nothingChosen', picks: 'one' };

const rows: { readonly [K in QuestionKind]: KindRow } = {
  single: one,
  code: one,
  multiple: { entered: chosen, missing: 'nothingChosen', picks: 'several' },
  numeric: { entered: typed, missing: 'nothingTyped' },
  shape: { entered: typed, missing: 'nothingTypedShape' },
  typing: {
    entered(draft, question) {
      const texts = typedTexts(draft, question);
      return texts.every((text) => text.trim() === '') ? null : { texts };
    },
    isComplete: (draft, question) => typedTexts(draft, question).every((text) => text.trim() !== ''),
    missing: 'blanksOpen',
  },
  ordering: { entered: ({ sequence }) => (sequence.length === 0 ? null : { sequence: [...sequence] }), missing: 'nothingMoved' },
  matching: {
    entered(draft, question) {
      const matches = chosenMatches(draft, question);
      return matches.every((place) => place === null) ? null : { matches };
    },
    isComplete: (draft, question) => chosenMatches(draft, question).every((place) => place !== null),
    missing: 'matchesOpen',
  },
};

/** The draft as far as it goes; null when nothing has been entered yet. */
export const enteredOf = (draft: Draft, question: ShownQuestion): EnteredAnswer | null => rows[question.kind].entered(draft, question);

/** The draft as an answer, or what is missing in it. */
export function completeAnswer(draft: Draft, question: ShownQuestion): EnteredAnswer | Missing {
  const { isComplete = () => true, missing } = rows[question.kind];
  const entered = enteredOf(draft, question);
  return entered !== null && isComplete(draft, question) ? entered : missing;
}

/** The draft that the host has kept. */
export const draftOf = (entered: EnteredAnswer | null): Draft => ({ ...noDraft, ...entered });

/** How many choices can be picked by number. */
export const pickable = (question: ShownQuestion): number => (rows[question.kind].picks ? question.choices.length : 0);

/** The draft after the choice at `place` was picked: one choice replaces another, except where several may be chosen. Null where it cannot be. */
export function togglePlace(draft: Draft, question: ShownQuestion, place: number): Draft | null {
  const { picks } = rows[question.kind];
  if (!picks || place >= question.choices.length) return null;
  const { places } = draft;
  const several = places.includes(place) ? places.filter((other) => other !== place) : [...places, place].sort((a, b) => a - b);
  return { ...draft, places: picks === 'several' ? several : [place] };
}
