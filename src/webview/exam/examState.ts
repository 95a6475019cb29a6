// What the exam page shows: the host's picture, the answer being entered, and when the time ends on this page's own clock.
import type { EnteredAnswer } from '../../protocol/quiz';
import type { ExamPicture, ToExamView } from '../../protocol/exam';
import { draftOf, enteredOf, noDraft, togglePlace, type Draft } from '../quiz/draft';
import type { Notice } from '../quiz/quizState';

export interface ExamState {
  readonly picture: ExamPicture | null;
  readonly gone: boolean;
  readonly draft: Draft;
  readonly notice: Notice | null;
  /** Ms on the clock that `receiveExam` was given. */
  readonly endsAt: number;
  readonly calculator: boolean;
}

export const firstExamState: ExamState = {
  picture: null,
  gone: false,
  draft: noDraft,
  notice: null,
  endsAt: 0,
  calculator: false,
};

/** The state after a message. What is being entered is newer than the host's word on the same question. @param clock a clock that never jumps, in ms */
export function receiveExam(state: ExamState, message: ToExamView, clock: number): ExamState {
  switch (message.type) {
    case 'picture': {
      const isSame = state.picture?.session === message.session && state.picture.at === message.at && message.question !== null;
      const kept = isSame ? { draft: state.draft, notice: state.notice } : { draft: draftOf(message.entered), notice: null };
      return { ...state, ...kept, picture: message, gone: false, endsAt: clock + message.left };
    }
    case 'unreadable':
      return state.picture?.at === message.at ? { ...state, notice: 'unreadable' } : state;
    case 'trouble':
      return { ...state, notice: { sentence: message.sentence } };
    case 'gone':
      return { ...state, picture: null, gone: true };
  }
}

/** The draft as far as it goes; null when there is none. */
export const enteredIn = ({ picture, draft }: ExamState): EnteredAnswer | null =>
  picture?.question ? enteredOf(draft, picture.question) : null;

/** The state after the choice at `place` was picked. */
export function pickPlace(state: ExamState, place: number): ExamState {
  const question = state.picture?.question;
  const draft = question ? togglePlace(state.draft, question, place) : null;
  return draft ? { ...state, notice: null, draft } : state;
}

/** 75 minutes read 1:15:00, the last minute 0:42. */
export function showTime(ms: number): string {
  const seconds = Math.max(0, Math.ceil(ms / 1000));
  const [hours, minutes, rest] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  const two = (value: number) => String(value).padStart(2, '0');
  return hours > 0 ? `${hours}:${two(minutes)}:${two(rest)}` : `${minutes}:${two(rest)}`;
}

/** Minutes left at which the time is spoken. */
export const spokenMinutes = [30, 10, 5, 1] as const;

/** The last spoken mark that lies between two moments; undefined when there is none. */
export const crossedMinute = (before: number, now: number): number | undefined =>
  spokenMinutes.filter((minutes) => before > minutes * 60_000 && now <= minutes * 60_000).at(-1);

/** Ms by which two clocks may have come apart between two looks: more, and this page slept while the exam went on. */
const apart = 2000;

/** Whether the clock that runs on in sleep has gone further than the one that stands still. Both in ms since the last look. */
export const slept = (wall: number, steady: number): boolean => Math.abs(wall - steady) > apart;
