// What a question is once the build has checked and rendered it: the shape of dist/content/questions/<slug>.json.
import * as v from 'valibot';
import { generatorSchema } from './generator';

/** The kinds of question, in the order in which results list them. */
export const questionKinds = ['single', 'multiple', 'numeric', 'shape', 'code', 'typing', 'ordering', 'matching'] as const;
export type QuestionKind = (typeof questionKinds)[number];

/** Version of the question files; a reader refuses any other. */
export const questionFileVersion = 2;

const text = v.pipe(v.string(), v.nonEmpty());
/** Markdown rendered by the build (mathematics and highlighted code included), safe to place in a page. */
const html = text;
const index = v.pipe(v.number(), v.integer(), v.minValue(0));

const choiceSchema = v.strictObject({ html, correct: v.boolean(), whyHtml: html });
const choices = v.pipe(v.array(choiceSchema), v.minLength(2));
const correctCount = (list: readonly { correct: boolean }[]) => list.filter((choice) => choice.correct).length;
const oneCorrect = v.pipe(
  choices,
  v.check((list) => correctCount(list) === 1, 'exactly one correct choice'),
);
const someCorrect = v.pipe(
  choices,
  v.check((list) => correctCount(list) >= 1, 'at least one correct choice'),
);

const common = {
  /** Stable and unique in the whole bank; records name it for ever. */
  id: text,
  /** Slug of the topic whose file holds the question. */
  topic: text,
  /** Where the answer can be looked up; an empty anchor is the top of the note. */
  note: v.strictObject({ slug: text, anchor: v.string() }),
  difficulty: v.picklist([1, 2, 3]),
  /** The set that it belongs to, its place there (from 1), and what all of the set share. */
  set: v.optional(v.strictObject({ id: text, place: index, size: index, premiseHtml: html })),
  /** A drawing or a table above the stem. */
  figureHtml: v.optional(html),
  stemHtml: html,
  /** A listing under the stem; a `code` or `typing` question marks its blanks in it. */
  codeHtml: v.optional(html),
  explanationHtml: html,
};

/** Of questions with changing numbers: `instanceOf` fills the texts, and notes which draw it was. */
const changing = { generator: v.optional(generatorSchema), draw: v.optional(index) };

const singleSchema = v.strictObject({ ...common, kind: v.literal('single'), choices: oneCorrect });
const multipleSchema = v.strictObject({ ...common, kind: v.literal('multiple'), choices: someCorrect });
const codeSchema = v.strictObject({ ...common, kind: v.literal('code'), codeHtml: html, choices: oneCorrect });
const numericSchema = v.strictObject({
  ...common,
  ...changing,
  kind: v.literal('numeric'),
  /** Right within ±tolerance (absolute, in the answer's unit). */
  answer: v.strictObject({ value: v.pipe(v.number(), v.finite()), tolerance: v.pipe(v.number(), v.minValue(0)), unit: v.optional(text) }),
  /** Wrong values that learners reach by a known slip, each with its own reason; same tolerance as the answer. */
  mistakes: v.array(v.strictObject({ value: v.pipe(v.number(), v.finite()), whyHtml: html })),
});
/** The shape of a tensor, axis by axis. */
const shapeSchema = v.strictObject({
  ...common,
  ...changing,
  kind: v.literal('shape'),
  answer: v.array(index),
  mistakes: v.array(v.strictObject({ value: v.array(index), whyHtml: html })),
});
/** Code whose blanks are typed, in the order in which they stand in the listing. */
const typingSchema = v.strictObject({
  ...common,
  kind: v.literal('typing'),
  codeHtml: html,
  blanks: v.pipe(
    v.array(
      v.strictObject({
        /** What counts as right, compared by `normaliseCode`; the first one is shown. */
        accept: v.pipe(v.array(text), v.minLength(1)),
        whyHtml: html,
        wrong: v.array(v.strictObject({ text, whyHtml: html })),
      }),
    ),
    v.minLength(1),
  ),
});
/** Items in their right order. */
const orderingSchema = v.strictObject({
  ...common,
  kind: v.literal('ordering'),
  items: v.pipe(v.array(v.strictObject({ html, whyHtml: html })), v.minLength(3)),
});
/** Each left item has one right item; a right item may have several left ones, or none. */
const matchingSchema = v.strictObject({
  ...common,
  kind: v.literal('matching'),
  lefts: v.pipe(v.array(v.strictObject({ html, right: index, whyHtml: html })), v.minLength(2)),
  rights: v.pipe(v.array(v.strictObject({ html })), v.minLength(2)),
});

export const questionSchema = v.variant('kind', [
  singleSchema,
  multipleSchema,
  numericSchema,
  shapeSchema,
  codeSchema,
  typingSchema,
  orderingSchema,
  matchingSchema,
]);
export type Question = v.InferOutput<typeof questionSchema>;
export type QuestionOf<K extends QuestionKind> = Extract<Question, { kind: K }>;
export type ChangingQuestion = QuestionOf<'numeric' | 'shape'>;
export type Choice = v.InferOutput<typeof choiceSchema>;

/** One topic's questions, as the build writes them. */
export const questionFileSchema = v.strictObject({
  version: v.literal(questionFileVersion),
  topic: text,
  questions: v.array(questionSchema),
});
export type QuestionFile = v.InferOutput<typeof questionFileSchema>;
