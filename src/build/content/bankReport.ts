// What the question bank looks like as a whole: counts, habits that would give answers away, and stems that are nearly the same.
import { withTex } from '../../core/quiz/ankiTsv';
import { hashText } from '../../core/quiz/shuffle';
import { choiceOrder } from '../../core/quiz/session';
import type { Question } from '../../core/quiz/question';
import { chiSquareTail, evenness } from './chiSquare';
import type { DrawCheck } from './questionDraws';
import type { CompiledQuestions } from './questionFile';

interface Offender {
  readonly id: string;
  readonly where: string;
  /** Characters of the right choice, and of the longest other one. */
  readonly right: number;
  readonly other: number;
}

export interface BankReport {
  readonly questions: number;
  readonly sets: number;
  readonly byTopic: Readonly<Record<string, number>>;
  readonly byKind: Readonly<Record<string, number>>;
  readonly byDifficulty: Readonly<Record<string, number>>;
  /** Of questions with one right choice: how often it is the longest (a tie counts in part), and how often chance would have it. */
  readonly longest: {
    readonly questions: number;
    readonly right: number;
    readonly expected: number;
    readonly p: number;
    readonly worst: readonly Offender[];
  };
  /** Where the right choice is shown after the shuffle of a quiz, by number of choices. */
  readonly positions: readonly {
    readonly choices: number;
    readonly shown: number;
    readonly counts: readonly number[];
    readonly chiSquare: number;
    readonly p: number;
  }[];
  /** Each question with changing numbers, tried on every draw. */
  readonly generators: readonly DrawCheck[];
}

export interface Duplicate {
  readonly id: string;
  readonly first: string;
  readonly similarity: number;
}

type Compiled = ReadonlyMap<string, CompiledQuestions>;

const quizzes = 20;
const worstCount = 30;
const alike = 0.85;

/** What readers see of rendered HTML, without spaces; a formula counts once, as its TeX. */
export const plainText = (html: string): string =>
  withTex(html)
    .replace(/<[^>]*>/g, '')
    .replace(/&(lt|gt|amp|quot|#39);/g, '.')
    .replace(/\s+/g, '');

const tally = (keys: readonly (string | number)[]): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const key of keys) counts[key] = (counts[key] ?? 0) + 1;
  return counts;
};

type OneChoice = Extract<Question, { kind: 'single' | 'code' }>;
const isOneChoice = (question: Question): question is OneChoice => question.kind === 'single' || question.kind === 'code';

function longestOf(questions: readonly OneChoice[], whereOf: ReadonlyMap<string, string>): BankReport['longest'] {
  let [right, expected, variance] = [0, 0, 0];
  const worst: Offender[] = [];
  for (const question of questions) {
    const lengths = question.choices.map(({ html }) => plainText(html).length);
    const most = Math.max(...lengths);
    const own = lengths[question.choices.findIndex(({ correct }) => correct)] ?? 0;
    const other = Math.max(...question.choices.flatMap(({ correct }, index) => (correct ? [] : [lengths[index] ?? 0])));
    const ties = lengths.filter((length) => length === most).length;
    const chance = 1 / question.choices.length;
    right += own === most ? 1 / ties : 0;
    expected += chance;
    variance += chance * (1 - chance);
    if (own > other) worst.push({ id: question.id, where: whereOf.get(question.id) ?? '', right: own, other });
  }
  const z = variance === 0 ? 0 : (right - expected) / Math.sqrt(variance);
  // One-sided: half the tail of z² with one degree of freedom.
  const tail = chiSquareTail(z * z, 1) / 2;
  worst.sort((a, b) => b.right / Math.max(1, b.other) - a.right / Math.max(1, a.other) || (a.id < b.id ? -1 : 1));
  return { questions: questions.length, right, expected, p: z > 0 ? tail : 1 - tail, worst: worst.slice(0, worstCount) };
}

function positionsOf(questions: readonly OneChoice[]): BankReport['positions'] {
  const sizes = [...new Set(questions.map(({ choices }) => choices.length))].sort((a, b) => a - b);
  return sizes.map((choices) => {
    const counts = Array.from({ length: choices }, () => 0);
    for (const question of questions.filter((one) => one.choices.length === choices))
      for (let quiz = 0; quiz < quizzes; quiz++) {
        const order = choiceOrder(question, hashText(`quiz ${quiz}`));
        counts[order.findIndex((index) => question.choices[index]?.correct)]! += 1;
      }
    return { choices, shown: counts.reduce((sum, count) => sum + count, 0), counts, ...evenness(counts) };
  });
}

export function bankReport(compiled: Compiled, whereOf: ReadonlyMap<string, string>): BankReport {
  const all = [...compiled.values()].flatMap(({ file }) => file.questions);
  const oneChoice = all.filter(isOneChoice);
  return {
    questions: all.length,
    sets: new Set(all.flatMap(({ set }) => (set ? [set.id] : []))).size,
    byTopic: tally(all.map(({ topic }) => topic)),
    byKind: tally(all.map(({ kind }) => kind)),
    byDifficulty: tally(all.map(({ difficulty }) => difficulty)),
    longest: longestOf(oneChoice, whereOf),
    positions: positionsOf(oneChoice),
    generators: [...compiled.values()].flatMap(({ draws }) => draws),
  };
}

function bigrams(text: string): Set<string> {
  const pairs = new Set<string>();
  for (let i = 0; i + 1 < text.length; i++) pairs.add(text.slice(i, i + 2));
  return pairs;
}

/** |A ∩ B| / |A ∪ B| */
function jaccard(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let common = 0;
  for (const pair of a) if (b.has(pair)) common += 1;
  return a.size + b.size === 0 ? 1 : common / (a.size + b.size - common);
}

const asked = ({ set, figureHtml = '', stemHtml, codeHtml = '' }: Question): string =>
  plainText((set?.premiseHtml ?? '') + figureHtml + stemHtml + codeHtml);
const isNumber = ({ kind }: Question): boolean => kind === 'numeric' || kind === 'shape';

/** Questions that ask nearly the same as an earlier one; two that compute with different numbers may look alike, and so may a set's. */
export function duplicates(compiled: Compiled): Duplicate[] {
  const all = [...compiled.values()].flatMap(({ file }) =>
    file.questions.map((question) => ({ question, pairs: bigrams(asked(question)) })),
  );
  return all.flatMap(({ question, pairs }, index) =>
    all.slice(0, index).flatMap((other): Duplicate[] => {
      const [less, more] = [Math.min(pairs.size, other.pairs.size), Math.max(pairs.size, other.pairs.size)];
      const isVariant = isNumber(question) && isNumber(other.question);
      if (less < alike * more || isVariant || (question.set && question.set.id === other.question.set?.id)) return [];
      const similarity = jaccard(pairs, other.pairs);
      return similarity >= alike ? [{ id: question.id, first: other.question.id, similarity }] : [];
    }),
  );
}

const percent = (part: number, whole: number): string => `${whole === 0 ? 0 : Math.round((100 * part) / whole)} %`;
const pValue = (p: number): string => (p < 0.001 ? 'p < 0.001' : `p = ${p.toFixed(3)}`);
const counted = (counts: Readonly<Record<string, number>>): string =>
  Object.entries(counts)
    .map(([name, count]) => `${name} ${count}`)
    .join(', ');

/** The report in a few lines for the terminal. */
export function summaryOf({ questions, sets, byTopic, byKind, byDifficulty, longest, positions, generators }: BankReport): string {
  const gap = Math.max(0, ...generators.map(({ largestGap }) => largestGap));
  return [
    `${questions} questions on ${Object.keys(byTopic).length} topics, ${sets} sets. Kinds: ${counted(byKind)}. Levels: ${counted(byDifficulty)}.`,
    `Right choice is the longest: ${percent(longest.right, longest.questions)} of ${longest.questions}, ${percent(longest.expected, longest.questions)} by chance (${pValue(longest.p)}).`,
    ...(longest.p < 0.05
      ? longest.worst.slice(0, 5).map(({ id, where, right, other }) => `  ${where}: ${id}, ${right} characters against ${other}`)
      : []),
    ...positions.map(
      ({ choices, counts, chiSquare, p }) =>
        `Places of the right one of ${choices}: ${counts.join(' ')} (chi-square ${chiSquare.toFixed(1)}, ${pValue(p)}).`,
    ),
    `${generators.length} questions with changing numbers, ${generators.reduce((sum, { draws }) => sum + draws, 0)} draws checked, largest gap to the check ${gap.toExponential(1)}.`,
  ].join('\n');
}
