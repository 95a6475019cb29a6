// What to do today and in the days to come: which questions are due, how many new ones fit, and how an exam date bends the plan.
import { hashText } from './shuffle';
import { recall, type Card } from './schedule';
import type { Day } from './calendarDay';

export interface PlanSettings {
  /** Null when no exam is in sight. */
  readonly exam: Day | null;
  readonly newPerDay: number;
}

/** In the last days before an exam every question comes back once; spread over so many days at most. */
const finalDays = 7;

/**
 * When a card comes back, seen from `today`, with the day of an exam ahead or null. One that would return only after the exam comes back in the week before it, on a day of its own;
 * one that has been reviewed in that week has had its turn. One whose last review is dated after today, by a clock that ran ahead, comes back
 * today: when it was reviewed nobody knows, and counted from any later day it would stay away until the clock is right.
 */
export function dueOn(card: Card, exam: Day | null, today: Day): Day {
  if (card.last > today) return today;
  if (exam === null || card.due < exam || card.last >= exam - finalDays) return card.due;
  return exam - 1 - (hashText(card.question) % finalDays);
}

/** An exam that is over bends nothing any more. */
const ahead = (exam: Day | null, today: Day): Day | null => (exam !== null && exam >= today ? exam : null);

export interface Today {
  /** Questions to review, the likeliest forgotten first. */
  readonly due: readonly string[];
  /** New questions, as many as today still has room for. */
  readonly fresh: readonly string[];
}

/** @param unseen new questions, in the order in which to meet them */
export function planToday(cards: readonly Card[], unseen: readonly string[], today: Day, { exam, newPerDay }: PlanSettings): Today {
  const due = cards
    .filter((card) => dueOn(card, ahead(exam, today), today) <= today)
    .map((card) => [recall(card, today), card.question] as const);
  due.sort(([a, x], [b, y]) => a - b || (x < y ? -1 : 1));
  const begun = cards.filter((card) => card.first === today).length;
  // The day of the exam is no day for new questions.
  const room = exam === today ? 0 : Math.max(0, newPerDay - begun);
  return { due: due.map(([, question]) => question), fresh: unseen.slice(0, room) };
}

/** How many reviews fall due on each of the next days, today (with everything overdue) first. New questions are not foreseen. */
export function forecast(cards: readonly Card[], today: Day, days: number, exam: Day | null): number[] {
  const counts = Array.from({ length: days }, () => 0);
  for (const card of cards) {
    const place = Math.max(0, dueOn(card, ahead(exam, today), today) - today);
    if (place < days) counts[place]! += 1;
  }
  return counts;
}
