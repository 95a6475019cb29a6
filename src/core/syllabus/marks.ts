// What the learner's record says about each topic, as the tree shows it: how far it is read, and how well its questions went.
import { isWeak, type AnswerTally } from '../progress/progressState';

/** How the questions of a topic went: none answered, some, too many of them missed, or all of them right. */
export type Practice = 'none' | 'some' | 'weak' | 'mastered';

export interface Marks {
  readonly readNotes: ReadonlySet<string>;
  /** Notes that have been opened, read to the end or not. */
  readonly openedNotes: ReadonlySet<string>;
  readonly flaggedNotes: ReadonlySet<string>;
  /** By topic; a topic that is missing has no answers. */
  readonly practice: ReadonlyMap<string, Practice>;
}

export const noMarks: Marks = { readNotes: new Set(), openedNotes: new Set(), flaggedNotes: new Set(), practice: new Map() };

/** Fewer answered questions than this say nothing about a topic. */
const ENOUGH = 3;
/** Share of weak questions, among those answered, from which a topic is weak. */
const WEAK_FROM = 0.4;

/** @param total questions that the topic has */
export function practiceOf(tallies: readonly AnswerTally[], total: number): Practice {
  if (tallies.length === 0) return 'none';
  const weak = tallies.filter(isWeak).length;
  if (tallies.length >= ENOUGH && weak / tallies.length >= WEAK_FROM) return 'weak';
  return weak === 0 && tallies.length >= total ? 'mastered' : 'some';
}

/**
 * Practice by topic.
 * @param totals questions of each topic that there is; answers to topics that are gone say nothing
 */
export function practiceByTopic(
  answers: ReadonlyMap<string, AnswerTally>,
  totals: ReadonlyMap<string, number>,
): ReadonlyMap<string, Practice> {
  const tallies = new Map<string, AnswerTally[]>();
  for (const tally of answers.values()) {
    const known = tallies.get(tally.topic);
    if (known) known.push(tally);
    else tallies.set(tally.topic, [tally]);
  }
  return new Map([...totals].map(([topic, total]) => [topic, practiceOf(tallies.get(topic) ?? [], total)]));
}
