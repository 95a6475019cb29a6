// Which questions a quiz asks, one row for each way of choosing them.
import type { AnswerTally } from '../progress/progressState';
import type { QuizMode } from '../progress/events';
import { isWeak } from '../progress/progressState';
import type { Today } from './reviewPlan';
import { recall, type Card } from './schedule';
import type { Day } from './calendarDay';
import { shuffledOrder } from './shuffle';

/** What choosing needs to know of a question, without its text. */
export interface Candidate {
  readonly id: string;
  readonly topic: string;
  /** Calculated, typed, ordered or matched rather than chosen. */
  readonly takesLonger: boolean;
  /** Whether its topic is asked in the exam. */
  readonly inExam: boolean;
}

export interface Situation {
  /** The whole bank in the order of the syllabus. */
  readonly bank: readonly Candidate[];
  readonly answers: ReadonlyMap<string, AnswerTally>;
  readonly cards: readonly Card[];
  readonly today: Day;
  readonly plan: Today;
  readonly seed: number;
}

/** Modes that need nothing but the situation; `topics` and `exam` are chosen in their own ways. */
export type SelfChosenMode = Exclude<QuizMode, 'topics' | 'exam'>;

/** A round that fits into a quarter of an hour. */
export const roundSize = 20;

/** Minutes of a quick round, and the seconds that a question takes where the learner's own pace is not known. */
export const quickMinutes = 5;
const usualSeconds = { choice: 40, worked: 75 } as const;

function shuffled<T>(items: readonly T[], seed: number, purpose: string): T[] {
  return shuffledOrder(items.length, seed, purpose).map((index) => items[index]!);
}

/** Unknown and weak questions first, then what is likeliest forgotten. */
function neediest({ answers, cards, today }: Situation, candidates: readonly Candidate[]): Candidate[] {
  const recalls = new Map(cards.map((card) => [card.question, recall(card, today)]));
  const need = ({ id }: Candidate): number => {
    const tally = answers.get(id);
    return !tally || isWeak(tally) ? -1 : (recalls.get(id) ?? 0);
  };
  const needs = new Map(candidates.map((candidate) => [candidate.id, need(candidate)]));
  return [...candidates].sort((a, b) => needs.get(a.id)! - needs.get(b.id)!);
}

/** Thinking time of a question in seconds: the learner's last one, within reason. */
function secondsFor(candidate: Candidate, tally: AnswerTally | undefined): number {
  const usual = candidate.takesLonger ? usualSeconds.worked : usualSeconds.choice;
  const own = tally?.last.ms;
  return own === undefined ? usual : Math.min(180, Math.max(10, own / 1000 + 10));
}

/** As many of the candidates, in their order, as fit into the minutes; one at least. */
function withinMinutes(situation: Situation, candidates: readonly Candidate[], minutes: number): Candidate[] {
  let left = minutes * 60;
  return candidates.filter((candidate, index) => {
    left -= secondsFor(candidate, situation.answers.get(candidate.id));
    return left >= 0 || index === 0;
  });
}

/** Wrong answers weigh most, then a low chance of recall. */
function weakestFirst({ answers, cards, today }: Situation, inBank: ReadonlySet<string>): string[] {
  const score = (card: Card): number => {
    const { right, wrong } = answers.get(card.question) ?? { right: 0, wrong: 0 };
    return (right + 1) / (right + wrong + 2) + recall(card, today) / 2;
  };
  return cards
    .filter(({ question }) => inBank.has(question))
    .map((card) => [score(card), card.question] as const)
    .sort(([a, x], [b, y]) => a - b || (x < y ? -1 : 1))
    .map(([, question]) => question);
}

const ids = (candidates: readonly Candidate[]): string[] => candidates.map(({ id }) => id);
const examined = ({ bank }: Situation): Candidate[] => bank.filter(({ inExam }) => inExam);

const rows: { readonly [M in SelfChosenMode]: (situation: Situation) => string[] } = {
  mixed: (situation) => ids(neediest(situation, shuffled(examined(situation), situation.seed, 'mixed'))).slice(0, roundSize),
  due: ({ plan }) => [...plan.due, ...plan.fresh],
  missed: ({ bank, answers }) =>
    ids(bank.filter(({ id }) => answers.get(id)?.last.correct === false))
      .sort((a, b) => answers.get(b)!.last.at - answers.get(a)!.last.at)
      .slice(0, roundSize),
  weakest: (situation) => weakestFirst(situation, new Set(ids(situation.bank))).slice(0, roundSize),
  quick(situation) {
    const inBank = new Map(situation.bank.map((candidate) => [candidate.id, candidate]));
    const due = situation.plan.due.flatMap((id) => inBank.get(id) ?? []);
    const taken = new Set(ids(due));
    const others = neediest(situation, shuffled(examined(situation), situation.seed, 'quick')).filter(({ id }) => !taken.has(id));
    return ids(withinMinutes(situation, [...due, ...others], quickMinutes));
  },
  cram: (situation) => ids(neediest(situation, shuffled(examined(situation), situation.seed, 'cram'))).slice(0, roundSize),
};

/** Modes that ask in the order in which they choose: the likeliest forgotten or the weakest first, should the learner stop on the way. */
export const asksInOrder: ReadonlySet<QuizMode> = new Set(['due', 'weakest']);

/** The ids of the questions that the mode asks now; none when there is nothing to ask. */
export const selectQuestions = (mode: SelfChosenMode, situation: Situation): string[] => rows[mode](situation);

/**
 * New questions in the order in which to meet them: of notes that were read, then of topics begun, then along the syllabus. Only what
 * the exam asks. @param scheduled the questions that have a card: one met while cramming has none and is still new
 */
export function unseenQuestions(bank: readonly Candidate[], scheduled: ReadonlySet<string>, readNotes: ReadonlySet<string>): string[] {
  const begun = new Set(bank.filter(({ id }) => scheduled.has(id)).map(({ topic }) => topic));
  const rank = ({ topic }: Candidate): number => (readNotes.has(topic) ? 0 : begun.has(topic) ? 1 : 2);
  const unseen = bank.filter((candidate) => candidate.inExam && !scheduled.has(candidate.id));
  return ids([0, 1, 2].flatMap((wanted) => unseen.filter((candidate) => rank(candidate) === wanted)));
}
