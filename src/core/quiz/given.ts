// What a learner answered, in a form that does not depend on the order in which choices were shown.
import * as v from 'valibot';

/** Indices into the question's own list of choices, ascending and without repeats. */
const choicesSchema = v.strictObject({
  choices: v.pipe(
    v.array(v.pipe(v.number(), v.integer(), v.minValue(0))),
    v.check((list) => list.every((index, i) => i === 0 || index > list[i - 1]!), 'ascending indices'),
  ),
});

/** The number as it was typed and as it was understood. */
const numberSchema = v.strictObject({ text: v.string(), value: v.pipe(v.number(), v.finite()) });

export const givenSchema = v.union([choicesSchema, numberSchema]);
export type GivenChoices = v.InferOutput<typeof choicesSchema>;
export type GivenNumber = v.InferOutput<typeof numberSchema>;
export type Given = v.InferOutput<typeof givenSchema>;
