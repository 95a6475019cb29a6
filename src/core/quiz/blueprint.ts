// Puts an exam together: how many questions each field gets, and which, so that every topic has its turn.
import { shuffledOrder } from './shuffle';

/** The round whose average scores are given below: the latest that two independent reports of the announcement agree on. */
export const publishedRound = '2025#1';

/**
 * The fields of the score report, in its order, with the areas of the syllabus that they stand for, and the average score of all
 * candidates in percent as the organisers announced it for `publishedRound`.
 */
export const examFields = [
  { field: 'mathematics', areas: ['1'], average: 61.14 },
  { field: 'machineLearning', areas: ['2'], average: 62.15 },
  { field: 'deepLearning', areas: ['3', '4'], average: 57.71 },
  { field: 'operations', areas: ['5'], average: 68.74 },
] as const;
export type ExamField = (typeof examFields)[number]['field'];

/** The field that reports an area of the syllabus; null for an area that the report does not know. */
export const fieldOfArea = (area: string): ExamField | null =>
  examFields.find(({ areas }) => areas.some((known) => known === area))?.field ?? null;

/** A topic that the exam asks, with the ids of its questions; it weighs one even where the bank has none. */
export interface ExamTopic {
  readonly slug: string;
  readonly field: ExamField;
  readonly questions: readonly string[];
}

/**
 * Shares `total` out by weight, in whole numbers that add up to it (largest remainders, ties to the earlier one).
 * @returns zeros when all weights are zero
 */
export function apportion(weights: readonly number[], total: number): number[] {
  const sum = weights.reduce((a, b) => a + b, 0);
  if (sum === 0) return weights.map(() => 0);
  const exact = weights.map((weight) => (total * weight) / sum);
  const shares = exact.map(Math.floor);
  const byRemainder = exact.map((share, index) => [share - Math.floor(share), index] as const).sort((a, b) => b[0] - a[0] || a[1] - b[1]);
  const left = total - shares.reduce((a, b) => a + b, 0);
  for (const [, index] of byRemainder.slice(0, left)) shares[index]! += 1;
  return shares;
}

/** All questions of a field, one of each topic in turn: any beginning of the list covers the topics evenly. */
function inTurn(topics: readonly ExamTopic[], seed: number): string[] {
  const piles = shuffledOrder(topics.length, seed, 'topics').map((index) => {
    const { slug, questions } = topics[index]!;
    return shuffledOrder(questions.length, seed, slug).map((place) => questions[place]!);
  });
  const rounds = Math.max(0, ...piles.map((pile) => pile.length));
  return Array.from({ length: rounds }, (_, round) => piles.flatMap((pile) => pile.slice(round, round + 1))).flat();
}

/**
 * The questions of an exam, field after field. Each field weighs as many topics as the exam asks of it: the organisers publish no counts.
 * Where the bank is short in one field the others make up for it; fewer than `count` come back only when the whole bank is too small.
 */
export function sampleExam(topics: readonly ExamTopic[], count: number, seed: number): string[] {
  const fields = examFields.map(({ field }) => topics.filter((topic) => topic.field === field));
  const supplies = fields.map((own) => inTurn(own, seed));
  const taken = fields.map(() => 0);
  let open = Math.min(
    count,
    supplies.reduce((sum, { length }) => sum + length, 0),
  );
  while (open > 0) {
    const weights = fields.map((own, index) => (taken[index]! < supplies[index]!.length ? own.length : 0));
    apportion(weights, open).forEach((share, index) => {
      taken[index] = Math.min(supplies[index]!.length, taken[index]! + share);
    });
    open =
      Math.min(
        count,
        supplies.reduce((sum, { length }) => sum + length, 0),
      ) - taken.reduce((a, b) => a + b, 0);
  }
  return supplies.flatMap((supply, index) => supply.slice(0, taken[index]));
}
