// What the exam view and the extension may say to each other. Nothing about right or wrong is said before the exam is handed in.
import * as v from 'valibot';
import type { ExamField } from '../core/quiz/blueprint';
import { decode } from './decode';
import { enteredSchema, feedbackSchema, questionSchema } from './quiz';

const text = v.pipe(v.string(), v.nonEmpty());
const place = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(9999));
const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const field = v.picklist(['mathematics', 'machineLearning', 'deepLearning', 'operations'] satisfies ExamField[]);

/** Every request names its exam, so that a late click cannot reach another one. */
const request = <const T extends string>(type: T) => ({ type: v.literal(type), session: text });

const fromViewSchema = v.variant('type', [
  v.strictObject({ type: v.literal('ready') }),
  /** Where a question stands; null takes the answer back. */
  v.strictObject({ ...request('mark'), at: place, entered: v.nullable(enteredSchema), flagged: v.boolean() }),
  v.strictObject({ ...request('show'), at: place }),
  v.strictObject(request('handIn')),
  v.strictObject({ ...request('openNote'), at: place }),
  v.strictObject(request('practise')),
  v.strictObject({ type: v.literal('choose') }),
]);
export type FromExamView = v.InferOutput<typeof fromViewSchema>;

const resultSchema = v.strictObject({
  right: count,
  total: count,
  blank: count,
  minutes: count,
  fields: v.array(v.strictObject({ field, right: count, total: count })),
  items: v.array(v.strictObject({ question: questionSchema, feedback: feedbackSchema, blank: v.boolean() })),
});
export type ExamResult = v.InferOutput<typeof resultSchema>;

const pictureSchema = v.strictObject({
  type: v.literal('picture'),
  session: text,
  title: v.string(),
  /** Ms until it hands itself in, at the moment of sending. */
  left: v.pipe(v.number(), v.minValue(0)),
  /** One for each question. */
  overview: v.array(v.strictObject({ answered: v.boolean(), flagged: v.boolean() })),
  at: place,
  /** Null once it is handed in. */
  question: v.nullable(questionSchema),
  entered: v.nullable(enteredSchema),
  result: v.nullable(resultSchema),
});
export type ExamPicture = v.InferOutput<typeof pictureSchema>;

const toViewSchema = v.variant('type', [
  pictureSchema,
  /** What was entered cannot be read, or is not complete; the question counts as open. */
  v.strictObject({ type: v.literal('unreadable'), session: text, at: place }),
  v.strictObject({ type: v.literal('trouble'), sentence: text }),
  v.strictObject({ type: v.literal('gone') }),
]);
export type ToExamView = v.InferOutput<typeof toViewSchema>;

/** @throws ProtocolError naming the place in the message and the value that stood there */
export const decodeFromExamView = (value: unknown): FromExamView => decode(fromViewSchema, value, 'message from the exam view');
/** @throws ProtocolError likewise */
export const decodeToExamView = (value: unknown): ToExamView => decode(toViewSchema, value, 'message to the exam view');
