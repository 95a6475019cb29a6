// What the record says about the learner: by area and topic, day by day, week by week, and where practice pays most.
import type { AnswerHistory } from './answerHistory';
import { confidenceLevels, type Confidence } from './confidence';
import { recall, type Card } from '../quiz/schedule';
import { weekdayOf, type Day, type DayOf } from '../quiz/calendarDay';

/** A topic with questions, as the statistics list it. */
export interface CountedTopic {
  readonly slug: string;
  readonly title: string;
  readonly area: string;
  readonly areaTitle: string;
  /** How many questions it has. */
  readonly total: number;
}

export interface Tally {
  /** Answers, and right ones among them; every quiz counts. */
  readonly answers: number;
  readonly right: number;
  /** Different questions answered, of all that there are. */
  readonly seen: number;
  readonly total: number;
  /** Mean chance, today, of a right answer to the questions seen; null where none was. */
  readonly recall: number | null;
  /** Median thinking time in seconds; null where none is known. */
  readonly seconds: number | null;
}
export type TopicTally = Tally & { readonly slug: string; readonly title: string };
export type AreaTally = Tally & { readonly area: string; readonly title: string; readonly topics: readonly TopicTally[] };

/** Answers of one day, or of one week that starts on `day`. */
export interface Period {
  readonly day: Day;
  readonly answers: number;
  readonly right: number;
}

export interface Statistics {
  readonly all: Tally;
  readonly areas: readonly AreaTally[];
  /** Whole weeks from Sunday to Saturday, the last one cut off after today. */
  readonly days: readonly Period[];
  /** Sundays, the oldest first; as long as `days`. */
  readonly weeks: readonly Period[];
  /** The topics where the next answer is likeliest to be wrong, worst first. */
  readonly weakest: readonly TopicTally[];
  /** Answers before which the learner said how sure they were, by level; only levels that occur. */
  readonly calibration: readonly { readonly confidence: Confidence; readonly answers: number; readonly right: number }[];
  /** Days in a row with an answer, up to today or yesterday. */
  readonly streak: number;
}

export interface StatisticsInput {
  readonly topics: readonly CountedTopic[];
  readonly history: ReadonlyMap<string, AnswerHistory>;
  readonly cards: readonly Card[];
  readonly dayOf: DayOf;
  readonly today: Day;
  /** How many weeks the calendar and the trend show. */
  readonly weeks: number;
}

const weakestCount = 10;

interface Sum {
  answers: number;
  right: number;
  seen: number;
  total: number;
  recalls: number[];
  seconds: number[];
}

const noSum = (): Sum => ({ answers: 0, right: 0, seen: 0, total: 0, recalls: [], seconds: [] });

function add(into: Sum, from: Sum): Sum {
  for (const key of ['answers', 'right', 'seen', 'total'] as const) into[key] += from[key];
  for (const key of ['recalls', 'seconds'] as const) for (const value of from[key]) into[key].push(value);
  return into;
}

function median(values: readonly number[]): number | null {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  if (sorted.length === 0) return null;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

const tally = ({ recalls, seconds, ...counts }: Sum): Tally => ({
  ...counts,
  recall: recalls.length === 0 ? null : recalls.reduce((a, b) => a + b, 0) / recalls.length,
  seconds: median(seconds),
});

/** One sum for each topic; answers to topics that the content no longer has are left out. */
function sumTopics({ topics, history, cards, today }: StatisticsInput): Map<string, Sum> {
  const sums = new Map(topics.map(({ slug, total }) => [slug, { ...noSum(), total }]));
  const recalls = new Map(cards.map((card) => [card.question, recall(card, today)]));
  for (const [question, answers] of history) {
    const sum = sums.get(answers.at(-1)?.topic ?? '');
    if (!sum) continue;
    // A question that an update took away still counts as practice, but not as one of those that there are.
    sum.seen = Math.min(sum.total, sum.seen + 1);
    const known = recalls.get(question);
    if (known !== undefined) sum.recalls.push(known);
    for (const { correct, ms } of answers) {
      sum.answers += 1;
      sum.right += Number(correct);
      if (ms !== undefined) sum.seconds.push(ms / 1000);
    }
  }
  return sums;
}

function periods({ history, dayOf, today, weeks }: StatisticsInput): { days: Period[]; weeks: Period[]; active: Set<Day> } {
  const first = today - weekdayOf(today) - 7 * (weeks - 1);
  const days = Array.from({ length: today - first + 1 }, (_, i) => ({ day: first + i, answers: 0, right: 0 }));
  const active = new Set<Day>();
  for (const answers of history.values())
    for (const { at, correct } of answers) {
      const day = dayOf(at);
      active.add(day);
      const period = days[day - first];
      if (!period) continue;
      period.answers += 1;
      period.right += Number(correct);
    }
  const sumUp = (list: readonly Period[], key: 'answers' | 'right') => list.reduce((sum, period) => sum + period[key], 0);
  const inWeeks = Array.from({ length: weeks }, (_, week) => {
    const own = days.slice(7 * week, 7 * week + 7);
    return { day: first + 7 * week, answers: sumUp(own, 'answers'), right: sumUp(own, 'right') };
  });
  return { days, weeks: inWeeks, active };
}

function streakOf(active: ReadonlySet<Day>, today: Day): number {
  const end = active.has(today) ? today : today - 1;
  let day = end;
  while (active.has(day)) day -= 1;
  return end - day;
}

/** Chance that the next answer is right: the share of right answers, drawn towards one half where there are few, and what is still remembered. */
const strength = ({ answers, right, recall: known }: Tally): number => ((right + 1) / (answers + 2)) * (known ?? 1);

function calibrationOf(history: StatisticsInput['history']): Statistics['calibration'] {
  const rated = [...history.values()].flat();
  return confidenceLevels
    .map((confidence) => {
      const own = rated.filter((answer) => answer.confidence === confidence);
      return { confidence, answers: own.length, right: own.filter(({ correct }) => correct).length };
    })
    .filter(({ answers }) => answers > 0);
}

export function statisticsOf(input: StatisticsInput): Statistics {
  const sums = sumTopics(input);
  const topicTallies = new Map(input.topics.map(({ slug, title }) => [slug, { slug, title, ...tally(sums.get(slug) ?? noSum()) }]));
  const areas = [...new Map(input.topics.map(({ area, areaTitle }) => [area, areaTitle]))].map(([area, title]): AreaTally => {
    const own = input.topics.filter((topic) => topic.area === area).map(({ slug }) => slug);
    const sum = own.reduce((into, slug) => add(into, sums.get(slug) ?? noSum()), noSum());
    return { area, title, ...tally(sum), topics: own.flatMap((slug) => topicTallies.get(slug) ?? []) };
  });
  const { days, weeks, active } = periods(input);
  const weakest = [...topicTallies.values()].filter(({ answers }) => answers > 0).sort((a, b) => strength(a) - strength(b));
  return {
    all: tally([...sums.values()].reduce(add, noSum())),
    areas,
    days,
    weeks,
    weakest: weakest.slice(0, weakestCount),
    calibration: calibrationOf(input.history),
    streak: streakOf(active, input.today),
  };
}
