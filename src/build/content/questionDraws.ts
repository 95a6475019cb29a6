// Changing numbers at build time: every draw that a learner can meet is worked out twice, compared, and looked at.
import { showNumber } from '../../core/quiz/parseNumber';
import { drawCount, drawValues, resultOf, showSlot, sizeOf, type Generator, type Slot } from '../../core/quiz/generator';
import { answersOf } from '../../core/quiz/instance';
import { isSameShape, near } from '../../core/quiz/kinds';
import type { ChangingQuestion } from '../../core/quiz/question';
import { ExpressionError, evaluate, parseExpression } from '../../core/expression';
import { nameValues } from '../../core/syllabus/namedValues';
import { relativeTolerance } from './questionKinds';
import type { QuestionText } from './questionText';
import { listOf, rangeOf, type SourceQuestion } from './sourceQuestion';

/** What the bank report says of a generator. */
export interface DrawCheck {
  readonly id: string;
  readonly draws: number;
  /** Different sets of drawn numbers among them. */
  readonly different: number;
  /** The largest distance between answer and check, relative to the larger of 1 and the answer. */
  readonly largestGap: number;
}

/** So close, relative to the larger of 1 and the answer, must the check come: finite differences do. */
const checkTolerance = 1e-5;
/** A number with more signs than this is no longer short. */
const longestNumber = 7;
/** Fewer different draws than this are learnt by heart. */
const fewestDraws = 10;

export function generatorOf(question: SourceQuestion, slots: readonly Slot[]): Generator {
  const relative = relativeTolerance(question);
  return {
    vary: Object.fromEntries(Object.entries(question.vary ?? {}).map(([name, range]) => [name, rangeOf(range)])),
    where: listOf(question.where),
    values: { ...question.values },
    answer: listOf(question.answer),
    ...(relative !== undefined && { relative }),
    mistakes: (question.mistakes ?? []).map(({ value }) => listOf(value)),
    slots: [...slots],
  };
}

/** The names that the generator knows, drawn or computed. */
export const changingNames = ({ vary, values }: SourceQuestion): ReadonlySet<string> | undefined =>
  vary === undefined ? undefined : new Set([...Object.keys(vary), ...Object.keys(values ?? {})]);

/** Problems that do not depend on the draw. @returns whether draws can be tried */
function isSound(source: SourceQuestion, generator: Generator, { report, lineAt }: QuestionText): boolean {
  let sound = true;
  const wrong = (line: number, what: string, remedy: string): void => {
    sound = false;
    report(line, what, remedy);
  };
  for (const [name, range] of Object.entries(generator.vary)) {
    if (sizeOf(range) < 2 || !Number.isFinite(sizeOf(range)))
      wrong(lineAt('vary', name), `“${name}” has nothing to choose from.`, 'Write { from, to, step } with from below to, or a list.');
    if (Object.hasOwn(generator.values, name)) wrong(lineAt('values', name), `“${name}” is drawn already.`, 'Rename the value.');
  }
  const known = new Set([...Object.keys(generator.vary), ...Object.keys(generator.values)]);
  const own = new Set([...Object.keys(generator.vary), ...Object.keys(source.checkValues ?? {})]);
  const readable = (text: string | number, names: ReadonlySet<string>, remedy: string, ...path: (string | number)[]): void => {
    try {
      if (typeof text === 'string') evaluate(parseExpression(text), (name) => (names.has(name) ? 0.7 : undefined));
    } catch (error) {
      if (!(error instanceof ExpressionError)) throw error;
      wrong(lineAt(...path), `“${text}” cannot be computed: ${error.message}.`, remedy);
    }
  };
  const usual = 'Correct the expression, `vary` or `values`.';
  for (const [name, text] of Object.entries(generator.values)) readable(text, known, usual, 'values', name);
  for (const text of generator.where) readable(text, known, usual, 'where');
  for (const text of generator.answer) readable(text, known, usual, 'answer');
  generator.mistakes.forEach((list, m) => list.forEach((text) => readable(text, known, usual, 'mistakes', m)));
  const apart = 'A check is a second way to the answer: it may use what `vary` draws and `checkValues`, not `values`.';
  for (const [name, text] of Object.entries(source.checkValues ?? {})) readable(text, own, apart, 'checkValues', name);
  for (const text of listOf(source.check)) readable(text, own, apart, 'check');
  if (listOf(source.check).length !== generator.answer.length)
    wrong(lineAt('check'), 'The check has another number of results than the answer.', 'Write one expression for each.');
  const plain = (list: readonly (string | number)[]) => list.join(',').replace(/\s/g, '');
  if (plain(listOf(source.check)) === plain(generator.answer))
    wrong(lineAt('check'), 'The check is the answer’s own expression.', 'Compute it in another way, such as a finite difference.');
  return sound;
}

/** Tries every draw and reports the first one that is wrong in each way. */
export function checkDraws(source: SourceQuestion, question: ChangingQuestion, generator: Generator, text: QuestionText): DrawCheck {
  const { report, lineAt } = text;
  const told = new Set<string>();
  const once = (kind: string, line: number, what: string, remedy: string): void => {
    if (!told.has(kind)) report(line, what, remedy);
    told.add(kind);
  };
  const seen = new Set<string>();
  let largestGap = 0;
  let draws = 0;
  if (!isSound(source, generator, text)) return { id: source.id, draws, different: 0, largestGap };
  for (let draw = 0; draw < drawCount && told.size < 5; draw++) {
    const values = drawValues(generator, source.id, draw);
    if (!values) {
      once(
        'where',
        lineAt('vary'),
        `Draw ${draw} finds no numbers.`,
        'Loosen `where`, or draw from other values: some value may be infinite.',
      );
      break;
    }
    draws += 1;
    const shownDraw = Object.keys(generator.vary)
      .map((name) => `${name} = ${values.get(name) ?? NaN}`)
      .join(', ');
    seen.add(shownDraw);
    const { answer, mistakes, tolerance } = answersOf(generator, values);
    const drawn = Object.fromEntries(Object.keys(generator.vary).map((name) => [name, values.get(name) ?? NaN]));
    const own = nameValues({ ...drawn, ...source.checkValues });
    listOf(source.check).forEach((expression, index) => {
      const right = answer[index] ?? NaN;
      const check = resultOf(expression, own.values);
      const gap = Math.abs(check - right) / Math.max(1, Math.abs(right));
      largestGap = Math.max(largestGap, gap);
      if (!(gap <= checkTolerance))
        once(
          'check',
          lineAt('check'),
          `With ${shownDraw} the answer is ${right}, the check ${check}.`,
          'One of the two is wrong: correct it.',
        );
    });
    const [value = NaN] = answer;
    if (question.kind === 'numeric' && !near(Number(showNumber(value)), value, tolerance ?? question.answer.tolerance))
      once(
        'shown',
        lineAt('answer'),
        `With ${shownDraw} the answer ${value} is shown as ${showNumber(value)}, which does not count as right.`,
        'Round it in the formula, or raise the tolerance.',
      );
    mistakes.forEach((wrong, m) => {
      const isTheAnswer =
        question.kind === 'shape'
          ? isSameShape(wrong, answer)
          : near(wrong[0] ?? NaN, answer[0] ?? NaN, tolerance ?? question.answer.tolerance);
      if (isTheAnswer || wrong.some((value) => !Number.isFinite(value)))
        once(
          `mistake ${m}`,
          lineAt('mistakes', m),
          `With ${shownDraw} the mistake ${wrong.join(', ')} counts as right: the answer is ${answer.join(', ')}.`,
          'Rule such draws out with `where`, or lower the tolerance.',
        );
    });
    if (question.kind === 'shape' && !answer.every((axis) => Math.abs(axis - Math.round(axis)) < 1e-9 && axis >= 0))
      once(
        'axis',
        lineAt('answer'),
        `With ${shownDraw} the shape is ${answer.join(', ')}.`,
        'Axes are whole numbers of at least 0: use floor or `where`.',
      );
    for (const slot of generator.slots) {
      const shown = showSlot(slot, values).replace(/[\u2005()+−-]/g, '');
      if (shown.length > longestNumber || !/^[\d.]+$/.test(shown))
        once(
          'long',
          lineAt('stem'),
          `With ${shownDraw} the texts show {{${slot.name}}} as ${shown}.`,
          'Show fewer decimals, {{name:.3}}, or draw rounder numbers.',
        );
    }
  }
  if (draws === drawCount && seen.size < fewestDraws)
    report(lineAt('vary'), `There are only ${seen.size} different draws.`, `Draw from more values: at least ${fewestDraws}.`);
  return { id: source.id, draws, different: seen.size, largestGap };
}
