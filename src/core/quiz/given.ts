// What a learner answered, in a form that does not depend on the order in which choices were shown.
import * as v from 'valibot';

const index = v.pipe(v.number(), v.integer(), v.minValue(0));
/** Which draw of a question with changing numbers was answered, so that a review shows the same numbers. */
const draw = v.optional(index);

/** Indices into the question's own list of choices, ascending and without repeats. */
const choicesSchema = v.strictObject({
  choices: v.pipe(
    v.array(index),
    v.check((list) => list.every((entry, i) => i === 0 || entry > list[i - 1]!), 'ascending indices'),
  ),
});

/** The number as it was typed and as it was understood. */
const numberSchema = v.strictObject({ text: v.string(), value: v.pipe(v.number(), v.finite()), draw });
/** The shape as it was typed and as it was understood; no entry is a scalar's shape. */
const shapeSchema = v.strictObject({ text: v.string(), shape: v.array(index), draw });
/** What was typed into each blank, as it was typed. */
const textsSchema = v.strictObject({ texts: v.pipe(v.array(v.string()), v.minLength(1)) });
/** The items' own indices in the learner's order: a permutation. */
const sequenceSchema = v.strictObject({
  sequence: v.pipe(
    v.array(index),
    v.check((list) => new Set(list).size === list.length && list.every((entry) => entry < list.length), 'a permutation'),
  ),
});
/** For each left item, in the question's own order, the index of the right item that it was given. */
const matchedSchema = v.strictObject({ matched: v.pipe(v.array(index), v.minLength(1)) });

export const givenSchema = v.union([choicesSchema, numberSchema, shapeSchema, textsSchema, sequenceSchema, matchedSchema]);
export type Given = v.InferOutput<typeof givenSchema>;
export type GivenChoices = v.InferOutput<typeof choicesSchema>;
export type GivenNumber = v.InferOutput<typeof numberSchema>;
export type GivenShape = v.InferOutput<typeof shapeSchema>;
export type GivenTexts = v.InferOutput<typeof textsSchema>;
export type GivenSequence = v.InferOutput<typeof sequenceSchema>;
export type GivenMatched = v.InferOutput<typeof matchedSchema>;
