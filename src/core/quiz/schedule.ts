// When a question should come back: FSRS-6 over the answers in the record, in whole days. The only file that knows ts-fsrs.
import { FSRSAlgorithm, Rating } from 'ts-fsrs';
import type { AnswerHistory } from '../progress/answerHistory';
import type { Day, DayOf } from './calendarDay';

/** What the schedule knows of one question, from its reviews alone. */
export interface Card {
  readonly question: string;
  readonly topic: string;
  /** S: days after which the chance of a right answer has fallen to 90 %. */
  readonly stability: number;
  /** D: 1 (easy) to 10. */
  readonly difficulty: number;
  /** Day of the first review, and of the last one, as its clock said: one that ran ahead makes it a day to come. */
  readonly first: Day;
  readonly last: Day;
  /** When it should come back if no exam is near: `last` + max(1, I(0.9, S)). */
  readonly due: Day;
  readonly reviews: number;
  /** Wrong answers among them. */
  readonly lapses: number;
}

/** Share of questions still known when they come back; FSRS's own default. */
const retention = 0.9;

const algorithm = new FSRSAlgorithm({ request_retention: retention, enable_fuzz: false });

/**
 * The card that follows from a question's answers; null when none of them was a review.
 * A right answer is graded Good, a wrong one Again. Days count, not hours. A clock that jumped back counts as no time passed, once: the next
 * interval begins at the day that it then showed.
 */
export function cardOf(history: AnswerHistory, dayOf: DayOf): Card | null {
  let memory: { stability: number; difficulty: number } | null = null;
  let [first, last, reviews, lapses] = [0, 0, 0, 0];
  for (const answer of history) {
    if (answer.cram) continue;
    const day: Day = dayOf(answer.at);
    const grade = answer.correct ? Rating.Good : Rating.Again;
    memory = algorithm.next_state(memory, memory === null ? 0 : Math.max(0, day - last), grade);
    if (reviews === 0) first = day;
    last = day;
    reviews += 1;
    lapses += Number(!answer.correct);
  }
  const latest = history.at(-1);
  if (!memory || !latest) return null;
  const due = last + Math.max(1, algorithm.next_interval(memory.stability, 0));
  return { question: latest.question, topic: latest.topic, ...memory, first, last, due, reviews, lapses };
}

/** R(t, S): chance of a right answer on `day`, between 0 and 1. */
export const recall = (card: Card, day: Day): number => algorithm.forgetting_curve(Math.max(0, day - card.last), card.stability);

/** Cards of all questions in the record. What was computed for a history is kept with it, so that an answer costs one card. */
export function createSchedule(dayOf: DayOf): (history: ReadonlyMap<string, AnswerHistory>) => Card[] {
  const known = new WeakMap<AnswerHistory, Card | null>();
  return (all) => {
    const cards: Card[] = [];
    for (const history of all.values()) {
      let card = known.get(history);
      if (card === undefined) {
        card = cardOf(history, dayOf);
        known.set(history, card);
      }
      if (card) cards.push(card);
    }
    return cards;
  };
}
