// What the page shows: the host's picture, and the learner's answer as long as it has not been given.
import type { Confidence } from '../../core/progress/confidence';
import type { EnteredAnswer, QuizPicture, ToQuizView } from '../../protocol/quiz';
import { draftOf, enteredOf, noDraft, togglePlace, type Draft, type Missing } from './draft';

export type Notice = Missing | 'unreadable' | { readonly sentence: string };

export interface QuizState {
  readonly picture: QuizPicture | null;
  readonly gone: boolean;
  readonly draft: Draft;
  readonly notice: Notice | null;
  /** How sure the learner says to be, where that is asked. */
  readonly confidence: Confidence | null;
}

export const firstState: QuizState = { picture: null, gone: false, draft: noDraft, notice: null, confidence: null };

const isSamePlace = (picture: QuizPicture | null, { session, at }: { session: string; at: number }) =>
  picture?.session === session && picture.at === at;

/** The state after a message from the host. A draft lives as long as its open question is on show. */
export function receiveMessage(state: QuizState, message: ToQuizView): QuizState {
  switch (message.type) {
    case 'picture': {
      if (message.feedback || !message.question) return { ...firstState, picture: message };
      if (isSamePlace(state.picture, message)) return { ...state, picture: message, gone: false };
      return { ...firstState, picture: message, draft: draftOf(message.draft) };
    }
    case 'unreadable':
      return isSamePlace(state.picture, message) ? { ...state, notice: 'unreadable' } : state;
    case 'trouble':
      return { ...state, notice: { sentence: message.sentence } };
    case 'gone':
      return { ...firstState, gone: true };
  }
}

/** The draft as far as it goes; null when nothing has been entered yet. */
export const enteredAnswer = ({ picture, draft }: QuizState): EnteredAnswer | null =>
  picture?.question ? enteredOf(draft, picture.question) : null;

/** The state after the choice at `place` was picked. */
export function pickPlace(state: QuizState, place: number): QuizState {
  const question = state.picture?.question;
  const draft = question && !state.picture?.feedback ? togglePlace(state.draft, question, place) : null;
  return draft ? { ...state, notice: null, draft } : state;
}
