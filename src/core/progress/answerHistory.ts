// The answers to one question that count, one for each quiz, in the order in which they were given.
import { compareEvents, type EventOf } from './events';

export type Answer = EventOf<'answered'>;

/** Sorted by `compareEvents`, at most one for each session: the first. Never changed in place. */
export type AnswerHistory = readonly Answer[];

/** The history with one more answer; the same array when the answer does not count. */
export function insertAnswer<H extends AnswerHistory>(history: H, answer: Answer): H | Answer[] {
  const rival = history.findIndex(({ session }) => session === answer.session);
  if (rival >= 0 && compareEvents(history[rival]!, answer) <= 0) return history;
  const others = rival < 0 ? history : history.filter((_, index) => index !== rival);
  const last = others.at(-1);
  // Nearly every answer is the latest one.
  if (!last || compareEvents(last, answer) < 0) return [...others, answer];
  return [...others, answer].sort(compareEvents);
}
