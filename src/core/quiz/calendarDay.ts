// Days of the learner's calendar as whole numbers, so that schedules are sums and differences.

/** Days since 1970-01-01 in the learner's own calendar. */
export type Day = number;

/** The day on which a moment (ms since 1970) falls; the caller knows the time zone. */
export type DayOf = (ms: number) => Day;

const msPerDay = 86_400_000;

/** The day of a moment at a fixed distance from UTC. @param offset minutes to be added to UTC */
export const dayWithOffset =
  (offset: number): DayOf =>
  (ms) =>
    Math.floor((ms + offset * 60_000) / msPerDay);

/** The day that `YYYY-MM-DD` names; null for anything else, such as 2026-02-30. */
export function parseDay(text: string): Day | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!match) return null;
  const ms = Date.UTC(Number(match[1]), Number(match[2]) - 1, Number(match[3]));
  return showDay(Math.round(ms / msPerDay)) === text ? Math.round(ms / msPerDay) : null;
}

/** The day as `YYYY-MM-DD`. */
export const showDay = (day: Day): string => new Date(day * msPerDay).toISOString().slice(0, 10);

/** 0 for Sunday … 6 for Saturday; day 0 was a Thursday. */
export const weekdayOf = (day: Day): number => (((day + 4) % 7) + 7) % 7;
