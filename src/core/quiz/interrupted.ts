// Quizzes and exams that were left with open questions.
import { compareEvents, type QuizMode } from '../progress/events';
import type { ProgressState, SessionLog } from '../progress/progressState';

type Started = SessionLog & { readonly started: NonNullable<SessionLog['started']> };

/** How many questions have an answer, handed in or not. */
export const answeredIn = ({ answers, marks }: SessionLog): number =>
  answers.size + [...marks.values()].filter(({ question, given }) => given !== null && !answers.has(question)).length;

/** The quizzes with open questions, the one started last first. */
export function interruptedSessions(state: ProgressState, wanted: (mode: QuizMode) => boolean = () => true): Started[] {
  const open = [...state.sessions.values()].flatMap((log) =>
    log.started && !log.finished && wanted(log.started.mode ?? 'topics') ? [{ ...log, started: log.started }] : [],
  );
  return open.sort((a, b) => compareEvents(b.started, a.started));
}

/** Those worth coming back to: one that was left without any answer is none, but the clock of an exam runs from its first moment. */
export const worthContinuing = (state: ProgressState, now: number): Started[] =>
  interruptedSessions(state).filter((log) => answeredIn(log) > 0 || now < (log.started.deadline ?? 0));
