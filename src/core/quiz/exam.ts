// A mock exam as the record tells it: marks until it is handed in, answers afterwards, and a deadline that no reload moves.
import type { EventPayload } from '../progress/events';
import type { SessionLog } from '../progress/progressState';
import type { ExamField } from './blueprint';
import { examFields } from './blueprint';
import { instanceOf } from './instance';
import { fits, isRight } from './kinds';
import type { Question } from './question';
import { choiceOrder, score, type Score, type SessionItem } from './session';

/** The real one: 104 questions in 120 minutes. */
export const fullExam = { questions: 104, minutes: 120 } as const;

/** Minutes for an exam of another length, at the pace of the real one. */
export const minutesFor = (questions: number): number => Math.max(1, Math.round((questions * fullExam.minutes) / fullExam.questions));

export interface ExamItem extends SessionItem {
  readonly flagged: boolean;
}

export interface Exam {
  readonly id: string;
  /** Ms since 1970. */
  readonly started: number;
  readonly deadline: number;
  /** Handed in: ms since 1970; null while it runs. */
  readonly finished: number | null;
  /** `given` is what would be handed in now; `right` is null as long as it runs, and false for what was left blank. */
  readonly items: readonly ExamItem[];
}

/** An exam that the record knows by its start; null for anything else. Questions that an update took away are left out. */
export function restoreExam(id: string, log: SessionLog | undefined, bank: ReadonlyMap<string, Question>): Exam | null {
  const started = log?.started;
  if (!log || started?.mode !== 'exam' || started.deadline === undefined) return null;
  const finished = log.finished?.at ?? null;
  const items: ExamItem[] = [];
  for (const name of new Set(started.questions)) {
    const asked = bank.get(name);
    if (!asked) continue;
    const mark = log.marks.get(name);
    const stored = (finished === null ? mark?.given : log.answers.get(name)?.given) ?? null;
    const given = stored && fits(asked, stored) ? stored : null;
    const question = instanceOf(asked, started.seed, given);
    const right = finished === null ? null : given !== null && isRight(question, given);
    items.push({ question, order: choiceOrder(question, started.seed), given, right, flagged: mark?.flagged ?? false });
  }
  return { id, started: started.at, deadline: started.deadline, finished, items };
}

/** Whether the clock has run out on an exam that has not been handed in. */
export const isOverdue = (exam: Pick<Exam, 'deadline' | 'finished'>, now: number): boolean =>
  exam.finished === null && now >= exam.deadline;

/** Ms that are left; none once it is handed in, and never more than the exam had from the start, should the clock have jumped back. */
export const timeLeft = ({ started, deadline, finished }: Exam, now: number): number =>
  finished === null ? Math.min(deadline - started, Math.max(0, deadline - now)) : 0;

/** The events that hand an exam in: an answer for every question that has one, and the end. They belong together. */
export function handIn(exam: Exam): EventPayload[] {
  const answers = exam.items.flatMap(({ question, given }): EventPayload[] =>
    given === null
      ? []
      : [
          {
            type: 'answered',
            session: exam.id,
            question: question.id,
            topic: question.topic,
            given,
            correct: isRight(question, given),
          },
        ],
  );
  const correct = answers.filter((event) => event.type === 'answered' && event.correct).length;
  return [...answers, { type: 'quizFinished', session: exam.id, correct, total: exam.items.length }];
}

/** The score of each field that was asked, as the score report lists them. */
export function scoreByField(exam: Exam, fieldOf: (topic: string) => ExamField | null): (Score & { readonly field: ExamField })[] {
  return examFields
    .map(({ field }) => ({ field, ...score(exam.items.filter(({ question }) => fieldOf(question.topic) === field)) }))
    .filter(({ total }) => total > 0);
}
