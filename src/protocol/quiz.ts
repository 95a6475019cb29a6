// What the quiz view and the extension may say to each other. The view learns which answer is right only after it has given one.
import * as v from 'valibot';
import type { Confidence } from '../core/progress/confidence';
import type { QuestionKind } from '../core/quiz/question';
import { decode } from './decode';

const text = v.pipe(v.string(), v.nonEmpty());
const place = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(9999));
const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const kind = v.picklist(['single', 'multiple', 'numeric', 'shape', 'code', 'typing', 'ordering', 'matching'] satisfies QuestionKind[]);
const typedText = v.pipe(v.string(), v.maxLength(200));
const confidence = v.picklist([1, 2, 3] satisfies Confidence[]);

// From the view.

/** By kind: places of choices, a number or shape, one text for each blank, all items in order, a right place (or none yet) for each left item. */
export const enteredSchema = v.union([
  v.strictObject({ places: v.pipe(v.array(place), v.minLength(1), v.maxLength(99)) }),
  v.strictObject({ text: typedText }),
  v.strictObject({ texts: v.pipe(v.array(typedText), v.minLength(1), v.maxLength(9)) }),
  v.strictObject({ sequence: v.pipe(v.array(place), v.minLength(1), v.maxLength(99)) }),
  v.strictObject({ matches: v.pipe(v.array(v.nullable(place)), v.minLength(1), v.maxLength(99)) }),
]);
export type EnteredAnswer = v.InferOutput<typeof enteredSchema>;

/** Every request names its quiz, so that a late click cannot reach another one. */
const request = <const T extends string>(type: T) => ({ type: v.literal(type), session: text });

const fromViewSchema = v.variant('type', [
  v.strictObject({ type: v.literal('ready') }),
  v.strictObject({ ...request('answer'), at: place, entered: enteredSchema, confidence: v.optional(confidence) }),
  /** What is entered but not answered yet; null when it was taken back. */
  v.strictObject({ ...request('draft'), at: place, entered: v.nullable(enteredSchema) }),
  v.strictObject({ ...request('show'), at: place }),
  v.strictObject({ ...request('openNote'), at: place }),
  v.strictObject({ ...request('again'), which: v.picklist(['missed', 'all']) }),
  v.strictObject({ type: v.literal('choose') }),
]);
export type FromQuizView = v.InferOutput<typeof fromViewSchema>;

// To the view.

/** Rendered by the build from our own content. */
const html = text;
export const questionSchema = v.strictObject({
  kind,
  difficulty: v.picklist([1, 2, 3]),
  /** What the question shares with its set, and which of how many it is there. */
  premise: v.optional(v.strictObject({ html, place: count, size: count })),
  figureHtml: v.optional(html),
  stemHtml: html,
  codeHtml: v.optional(html),
  /** As they are to be shown: choices, items to order, or right items to match. */
  choices: v.array(html),
  /** Left items to match. */
  lefts: v.optional(v.array(html)),
  /** How many blanks are to be typed. */
  blanks: v.optional(count),
  unit: v.optional(text),
});
export type ShownQuestion = v.InferOutput<typeof questionSchema>;

export const feedbackSchema = v.strictObject({
  right: v.boolean(),
  /** One for each choice, in the order shown. */
  choices: v.array(v.strictObject({ chosen: v.boolean(), correct: v.boolean(), whyHtml: html })),
  /** Of a numeric question or a shape: what was given, what is right, and the reason of a known slip. */
  number: v.optional(v.strictObject({ given: v.string(), understood: v.string(), answer: v.string(), mistakeHtml: v.optional(html) })),
  /** Of typed code, blank by blank; `given` is what was typed, plain text. */
  blanks: v.optional(
    v.array(v.strictObject({ right: v.boolean(), given: v.string(), answer: v.string(), whyHtml: html, slipHtml: v.optional(html) })),
  ),
  /** Of items to order, in the right order: the place where the item was shown, and where the learner put it (from 0, null where it was left blank). */
  sequence: v.optional(v.array(v.strictObject({ right: v.boolean(), place, given: v.nullable(place), whyHtml: html }))),
  /** Of items to match, by left item: the places of the right items given and wanted. */
  matches: v.optional(v.array(v.strictObject({ right: v.boolean(), given: v.nullable(place), answer: place, whyHtml: html }))),
  explanationHtml: html,
  noteTitle: v.string(),
});
export type Feedback = v.InferOutput<typeof feedbackSchema>;

const scoreSchema = { right: count, total: count };
const resultSchema = v.strictObject({
  ...scoreSchema,
  kinds: v.array(v.strictObject({ kind, ...scoreSchema })),
  items: v.array(v.strictObject({ question: questionSchema, feedback: feedbackSchema })),
});
export type QuizResult = v.InferOutput<typeof resultSchema>;

const pictureSchema = v.strictObject({
  type: v.literal('picture'),
  session: text,
  title: v.string(),
  /** One mark for each question. */
  marks: v.array(v.picklist(['right', 'wrong', 'open'])),
  /** The place on show; the number of questions means the result. */
  at: place,
  question: v.nullable(questionSchema),
  /** What was entered before the page was loaded anew. */
  draft: v.nullable(enteredSchema),
  feedback: v.nullable(feedbackSchema),
  result: v.nullable(resultSchema),
  /** Whether to ask how sure the learner is. */
  asksConfidence: v.boolean(),
});
export type QuizPicture = v.InferOutput<typeof pictureSchema>;

const toViewSchema = v.variant('type', [
  pictureSchema,
  /** The answer could not be read, or is not complete; it was not counted. */
  v.strictObject({ type: v.literal('unreadable'), session: text, at: place }),
  /** Something could not be done; a whole sentence in the learner's language. */
  v.strictObject({ type: v.literal('trouble'), sentence: text }),
  /** There is no such quiz (any more). */
  v.strictObject({ type: v.literal('gone') }),
]);
export type ToQuizView = v.InferOutput<typeof toViewSchema>;

/** @throws ProtocolError naming the place in the message and the value that stood there */
export const decodeFromQuizView = (value: unknown): FromQuizView => decode(fromViewSchema, value, 'message from the quiz view');
/** @throws ProtocolError likewise */
export const decodeToQuizView = (value: unknown): ToQuizView => decode(toViewSchema, value, 'message to the quiz view');

const rememberedSchema = v.object({ session: text, at: place });
/** What the view keeps across a reload: where the learner was looking, never what is true. */
export type QuizRemembered = v.InferOutput<typeof rememberedSchema>;

/** Null for anything that is no such memory. */
export function readRemembered(value: unknown): QuizRemembered | null {
  const result = v.safeParse(rememberedSchema, value);
  return result.success ? result.output : null;
}

const placeSchema = v.object({
  /** Place of the question on show. */
  at: v.number(),
  /** Belongs to the open question at its own place, wherever the learner looks meanwhile. */
  draft: v.nullable(v.object({ at: v.number(), entered: enteredSchema })),
  /** In an exam every question is open: what was entered at each, as far as it is no answer yet. */
  drafts: v.optional(v.array(v.object({ at: v.number(), entered: enteredSchema }))),
  /** The quiz that the panel shows instead, after "again". */
  followedBy: v.optional(text),
});
/** What the extension keeps of a quiz beside the record: where the learner was, and what was entered but not answered. */
export type QuizPlace = v.InferOutput<typeof placeSchema>;

const placesSchema = v.array(v.tuple([text, placeSchema]));

/** The kept places, the latest last; none for anything that is no such list. */
export function readPlaces(value: unknown): readonly (readonly [string, QuizPlace])[] {
  const result = v.safeParse(placesSchema, value);
  return result.success ? result.output : [];
}
