// Turns a quiz into what the view may see of it: an open question without its answers, an answered one with all its reasons.
import { firstOpen, nearestPlace, score, scoreByKind, type QuizSession } from '../../core/quiz/session';
import type { EnteredAnswer, QuizPicture, QuizResult } from '../../protocol/quiz';
import { feedbackOf, shownQuestion, type NoteTitle } from './shownQuestion';

function resultOf(session: QuizSession, noteTitle: NoteTitle): QuizResult {
  const items = session.items.map((item) => ({ question: shownQuestion(item), feedback: feedbackOf(item, noteTitle) }));
  return { ...score(session.items), kinds: scoreByKind(session), items };
}

/**
 * The whole picture of a quiz.
 * @param at where the learner wants to look; the nearest place that may be seen is shown
 * @param draft what was entered, and at which place, but not answered yet
 */
export function quizPicture(
  session: QuizSession,
  at: number,
  title: string,
  noteTitle: NoteTitle,
  draft: { readonly at: number; readonly entered: EnteredAnswer } | null = null,
  asksConfidence = false,
): QuizPicture {
  const place = nearestPlace(session, at);
  const item = session.items[place];
  return {
    type: 'picture',
    session: session.id,
    title,
    marks: session.items.map(({ right }) => (right === null ? 'open' : right ? 'right' : 'wrong')),
    at: place,
    question: item ? shownQuestion(item) : null,
    draft: item?.given === null && draft?.at === place ? draft.entered : null,
    feedback: item && item.right !== null ? feedbackOf(item, noteTitle) : null,
    result: !item && firstOpen(session) === session.items.length ? resultOf(session, noteTitle) : null,
    asksConfidence,
  };
}
