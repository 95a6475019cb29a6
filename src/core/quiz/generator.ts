// Changing numbers: what a question draws, what follows from the draw, and how its texts show it. One draw number always gives the same numbers.
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import * as v from 'valibot';
import { evaluate, parseOnce } from '../expression';
import { nameValues, showValue, withSign } from '../syllabus/namedValues';
import { streamOf } from './shuffle';

/** Draws are numbered from 0; the build checks every one of them, so no learner meets an unchecked one. */
export const drawCount = 1000;

const text = v.pipe(v.string(), v.nonEmpty());
const expression = v.union([text, v.number()]);
const result = v.pipe(v.array(expression), v.minLength(1));

/** A range with a step, both ends included, or a list of values. */
const rangeSchema = v.union([v.strictObject({ from: v.number(), to: v.number(), step: v.number() }), v.array(v.number())]);
export type Range = v.InferOutput<typeof rangeSchema>;

/** A place in the texts that shows a value. */
const slotSchema = v.strictObject({
  name: text,
  decimals: v.optional(v.number()),
  fixed: v.boolean(),
  sign: v.picklist(['plain', 'bracketed', 'signed']),
});
export type Slot = v.InferOutput<typeof slotSchema>;

export const generatorSchema = v.strictObject({
  vary: v.record(text, rangeSchema),
  /** Expressions that must all be true (not 0) of a draw; others are drawn again. */
  where: v.array(text),
  values: v.record(text, expression),
  /** One expression of a numeric question, one for each axis of a shape. */
  answer: result,
  /** The tolerance as a share of the answer; missing where it is absolute. */
  relative: v.optional(v.number()),
  /** In the order of the question's mistakes. */
  mistakes: v.array(result),
  slots: v.array(slotSchema),
});
export type Generator = v.InferOutput<typeof generatorSchema>;

/** A draw that fits `where` is found within so many tries, or not at all. */
const tries = 200;

/** How many values a range has. */
export const sizeOf = (range: Range): number =>
  Array.isArray(range) ? range.length : Math.floor((range.to - range.from) / range.step + 1e-9) + 1;

const valueAt = (range: Range, index: number): number =>
  Array.isArray(range) ? range[index]! : Number((range.from + index * range.step).toPrecision(12));

/**
 * The named values of one draw.
 * @param purpose the question's id
 * @param draw 0 … drawCount − 1
 * @returns null when no draw satisfies `where`, or when a value cannot be computed
 */
export function drawValues(
  { vary, where, values }: Pick<Generator, 'vary' | 'where' | 'values'>,
  purpose: string,
  draw: number,
): ReadonlyMap<string, number> | null {
  const stream = streamOf(draw, purpose);
  for (let left = tries; left > 0; left--) {
    const drawn = Object.fromEntries(
      Object.entries(vary).map(([name, range]) => [name, valueAt(range, uniformInt(stream, 0, sizeOf(range) - 1))]),
    );
    const named = nameValues({ ...drawn, ...values });
    if (named.mistakes.length > 0) continue;
    if (where.every((condition) => resultOf(condition, named.values) !== 0)) return named.values;
  }
  return null;
}

/** @throws ExpressionError when the expression names what is not there; the build has made sure that it does not */
export const resultOf = (given: string | number, values: ReadonlyMap<string, number>): number =>
  typeof given === 'number' ? given : evaluate(parseOnce(given), (name) => values.get(name));

/** The characters that stand for slots in compiled texts: private use, beyond those of KaTeX's fonts. */
const firstMark = 0xf100;
const lastMark = 0xf4ff;
export const slotCount = lastMark - firstMark + 1;
export const slotMark = (slot: number): string => String.fromCharCode(firstMark + slot);

/** A value as readers see it: a true minus sign, and thin room around the sign of a signed one. */
export function showSlot({ name, decimals, fixed, sign }: Slot, values: ReadonlyMap<string, number>): string {
  const shown = withSign(showValue(values.get(name) ?? NaN, decimals, fixed), sign).replaceAll('-', '−');
  return sign === 'signed' ? `\u2005${shown.replace(' ', '\u2005')}` : shown;
}

/** Puts the values of a draw into a compiled text. */
export const fillSlots = (html: string, slots: readonly Slot[], values: ReadonlyMap<string, number>): string =>
  html.replace(/[\uf100-\uf4ff]/g, (mark) => {
    const slot = slots[mark.charCodeAt(0) - firstMark];
    return slot ? showSlot(slot, values) : mark;
  });
