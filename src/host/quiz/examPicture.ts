// Turns an exam into what the view may see of it: questions without answers while it runs, the score and all reasons afterwards.
import type { ExamField } from '../../core/quiz/blueprint';
import { scoreByField, timeLeft, type Exam } from '../../core/quiz/exam';
import { score } from '../../core/quiz/session';
import type { ExamPicture, ExamResult } from '../../protocol/exam';
import type { EnteredAnswer } from '../../protocol/quiz';
import { enteredOf, feedbackOf, shownQuestion, type NoteTitle } from './shownQuestion';

export interface ExamNames {
  readonly title: string;
  readonly noteTitle: NoteTitle;
  readonly fieldOf: (topic: string) => ExamField | null;
}

function resultOf(exam: Exam, finished: number, { noteTitle, fieldOf }: ExamNames): ExamResult {
  const items = exam.items.map((item) => ({
    question: shownQuestion(item),
    feedback: feedbackOf(item, noteTitle),
    blank: item.given === null,
  }));
  return {
    ...score(exam.items),
    blank: items.filter(({ blank }) => blank).length,
    minutes: Math.round(Math.max(0, Math.min(finished, exam.deadline) - exam.started) / 60_000),
    fields: scoreByField(exam, fieldOf),
    items,
  };
}

/**
 * @param at the place that the learner wants to see; the nearest that there is
 * @param draft what was entered at this place and is no answer yet
 */
export function examPicture(exam: Exam, at: number, now: number, names: ExamNames, draft: EnteredAnswer | null = null): ExamPicture {
  const place = Math.max(0, Math.min(Math.trunc(at) || 0, exam.items.length - 1));
  const item = exam.items[place];
  const running = exam.finished === null && item !== undefined;
  return {
    type: 'picture',
    session: exam.id,
    title: names.title,
    left: timeLeft(exam, now),
    overview: exam.items.map(({ given, flagged }) => ({ answered: given !== null, flagged })),
    at: place,
    question: running ? shownQuestion(item) : null,
    entered: running ? (enteredOf(item) ?? draft) : null,
    result: exam.finished === null ? null : resultOf(exam, exam.finished, names),
  };
}
