// What the page shows: the host's picture, and the learner's answer as long as it has not been given.
import type { EnteredAnswer, QuizPicture, ToQuizView } from '../../protocol/quiz';

/** The answer that is being entered. Only one of the two is used by a question. */
export interface Draft {
  readonly places: readonly number[];
  readonly text: string;
}

export type Notice = 'nothingChosen' | 'nothingTyped' | 'unreadable' | { readonly sentence: string };

export interface QuizState {
  readonly picture: QuizPicture | null;
  readonly gone: boolean;
  readonly draft: Draft;
  readonly notice: Notice | null;
}

export const noDraft: Draft = { places: [], text: '' };
export const firstState: QuizState = { picture: null, gone: false, draft: noDraft, notice: null };

const isSamePlace = (picture: QuizPicture | null, { session, at }: { session: string; at: number }) =>
  picture?.session === session && picture.at === at;

/** The draft that the host has kept. */
function draftOf({ draft }: QuizPicture): Draft {
  return { places: draft && 'places' in draft ? draft.places : [], text: draft && 'text' in draft ? draft.text : '' };
}

/** The state after a message from the host. A draft lives as long as its open question is on show. */
export function receiveMessage(state: QuizState, message: ToQuizView): QuizState {
  switch (message.type) {
    case 'picture': {
      if (message.feedback || !message.question) return { ...firstState, picture: message };
      if (isSamePlace(state.picture, message)) return { ...state, picture: message, gone: false };
      return { ...firstState, picture: message, draft: draftOf(message) };
    }
    case 'unreadable':
      return isSamePlace(state.picture, message) ? { ...state, notice: 'unreadable' } : state;
    case 'trouble':
      return { ...state, notice: { sentence: message.sentence } };
    case 'gone':
      return { ...firstState, gone: true };
  }
}

/** The draft as an answer; null when nothing has been entered yet. */
export function enteredAnswer({ picture, draft }: QuizState): EnteredAnswer | null {
  if (picture?.question?.kind === 'numeric') return draft.text.trim() === '' ? null : { text: draft.text };
  return draft.places.length === 0 ? null : { places: [...draft.places] };
}

/** The draft after the choice at `place` was picked: one choice replaces another, except where several may be chosen. */
export function togglePlace(state: QuizState, place: number): QuizState {
  const question = state.picture?.question;
  if (!question || state.picture?.feedback || place >= question.choices.length) return state;
  const { places } = state.draft;
  const several = places.includes(place) ? places.filter((other) => other !== place) : [...places, place].sort((a, b) => a - b);
  return { ...state, notice: null, draft: { ...state.draft, places: question.kind === 'multiple' ? several : [place] } };
}
