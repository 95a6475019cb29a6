// Turns a quiz into what the view may see of it: an open question without its answers, an answered one with all its reasons.
import { recognisedMistake } from '../../core/quiz/kinds';
import { firstOpen, nearestPlace, score, scoreByKind, type QuizSession, type SessionItem } from '../../core/quiz/session';
import type { EnteredAnswer, Feedback, QuizPicture, QuizResult, ShownQuestion } from '../../protocol/quiz';

/** Title of a note by its slug. */
export type NoteTitle = (slug: string) => string;

export function shownQuestion({ question, order }: SessionItem): ShownQuestion {
  const { kind, difficulty, stemHtml, codeHtml } = question;
  const unit = question.kind === 'numeric' ? question.answer.unit : undefined;
  const choices = question.kind === 'numeric' ? [] : order.map((index) => question.choices[index]!.html);
  return { kind, difficulty, stemHtml, ...(codeHtml !== undefined && { codeHtml }), choices, ...(unit !== undefined && { unit }) };
}

/** At most six significant digits and no trailing zeros, so that 0.1 + 0.2 reads 0.3. */
const show = (value: number) => String(Number(value.toPrecision(6)));

/** Everything about a question whose answer may be known; one that was left blank counts as wrong. */
export function feedbackOf({ question, order, given, right }: SessionItem, noteTitle: NoteTitle): Feedback {
  const common = { right: right === true, explanationHtml: question.explanationHtml, noteTitle: noteTitle(question.note.slug) };
  if (question.kind !== 'numeric') {
    const chosen = new Set(given && 'choices' in given ? given.choices : []);
    const choices = order.map((index) => {
      const { correct, whyHtml } = question.choices[index]!;
      return { chosen: chosen.has(index), correct, whyHtml };
    });
    return { ...common, choices };
  }
  const typed = given && 'value' in given ? given : null;
  const mistake = right || !typed ? null : recognisedMistake(question, typed.value);
  const number = {
    given: typed?.text ?? '',
    understood: typed ? show(typed.value) : '',
    answer: show(question.answer.value),
    ...(mistake && { mistakeHtml: mistake.whyHtml }),
  };
  return { ...common, choices: [], number };
}

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
  };
}
