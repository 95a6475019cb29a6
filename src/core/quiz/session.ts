// A quiz as it stands: nothing but its start, its questions and the answers in the record, so it survives whatever happens to the window.
import type { QuizMode } from '../progress/events';
import type { SessionLog } from '../progress/progressState';
import type { Given } from './given';
import { instanceOf } from './instance';
import { fits, isRight, shuffledParts } from './kinds';
import { questionKinds, type Question, type QuestionKind } from './question';
import { keepSetsTogether } from './sets';
import { shuffledOrder } from './shuffle';

/** A question in a quiz, with its choices in the order of this quiz. */
export interface SessionItem {
  readonly question: Question;
  /** order[place] is the index of the choice (item to order, right item to match) shown at that place; empty where there are none. */
  readonly order: readonly number[];
  readonly given: Given | null;
  /** Null until it is answered. */
  readonly right: boolean | null;
}

export interface QuizSession {
  readonly id: string;
  readonly mode: QuizMode;
  readonly topics: readonly string[];
  readonly items: readonly SessionItem[];
  readonly finished: boolean;
}

/** How many questions a quiz may have, and which of them it would rather leave out when there are more. */
export interface QuizLimit {
  readonly count: number;
  readonly known: (id: string) => boolean;
}

const setsOf = (questions: readonly Question[]) => new Map(questions.map(({ id, set }) => [id, set]));

/** The questions of a quiz in the order in which they were chosen, where that order is the point. */
export const planInOrder = (questions: readonly Question[]): string[] =>
  keepSetsTogether(
    questions.map(({ id }) => id),
    setsOf(questions),
  );

/** The questions of a new quiz in the order in which to ask them. */
export function planQuiz(questions: readonly Question[], seed: number, limit?: QuizLimit): string[] {
  const ids = keepSetsTogether(
    shuffledOrder(questions.length, seed, 'questions').map((index) => questions[index]!.id),
    setsOf(questions),
  );
  if (!limit) return ids;
  const kept = new Set([...ids.filter((id) => !limit.known(id)), ...ids.filter((id) => limit.known(id))].slice(0, limit.count));
  return ids.filter((id) => kept.has(id));
}

/** The order of a question's choices in the quiz with this seed. What is to be put in order never stands in it from the start. */
export function choiceOrder(question: Question, seed: number): number[] {
  const order = shuffledOrder(shuffledParts(question), seed, question.id);
  const isSolved = question.kind === 'ordering' && order.every((item, place) => item === place);
  return isSolved ? [...order.slice(1), ...order.slice(0, 1)] : order;
}

/**
 * The quiz as the record tells it; null when the record does not know its start.
 * Questions that no longer exist, or that changed so that the stored answer fits no more, are left out.
 */
export function restoreSession(id: string, log: SessionLog | undefined, bank: ReadonlyMap<string, Question>): QuizSession | null {
  const started = log?.started;
  if (!log || !started) return null;
  const items: SessionItem[] = [];
  for (const name of new Set(started.questions)) {
    const asked = bank.get(name);
    const given = log.answers.get(name)?.given ?? null;
    if (!asked || (given && !fits(asked, given))) continue;
    const question = instanceOf(asked, started.seed, given);
    items.push({ question, order: choiceOrder(question, started.seed), given, right: given && isRight(question, given) });
  }
  return { id, mode: started.mode ?? 'topics', topics: started.topics, items, finished: log.finished !== null };
}

/** Place of the first question without an answer; the number of questions when all have one. */
export function firstOpen(session: QuizSession): number {
  const index = session.items.findIndex((item) => item.given === null);
  return index < 0 ? session.items.length : index;
}

/** Where one may look: any answered question, the first open one, and the result (the place after the last) once all are answered. */
export function nearestPlace(session: QuizSession, wanted: number): number {
  return Math.max(0, Math.min(Math.trunc(wanted) || 0, firstOpen(session)));
}

/** Places of the questions that were answered wrongly. */
export const missed = (session: QuizSession): readonly SessionItem[] => session.items.filter((item) => item.right === false);

export interface Score {
  readonly right: number;
  readonly total: number;
}

export const score = (items: readonly SessionItem[]): Score => ({
  right: items.filter((item) => item.right === true).length,
  total: items.length,
});

/** The score of each kind that occurs, in the order of `questionKinds`. */
export function scoreByKind(session: QuizSession): (Score & { readonly kind: QuestionKind })[] {
  return questionKinds
    .map((kind) => ({ kind, ...score(session.items.filter((item) => item.question.kind === kind)) }))
    .filter(({ total }) => total > 0);
}
