// What the statistics page and the extension may say to each other.
import * as v from 'valibot';
import type { Confidence } from '../core/progress/confidence';
import { decode } from './decode';

const text = v.pipe(v.string(), v.nonEmpty());
const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const known = v.nullable(v.pipe(v.number(), v.finite(), v.minValue(0)));

const fromViewSchema = v.variant('type', [
  v.strictObject({ type: v.literal('ready') }),
  v.strictObject({ type: v.literal('practise'), topic: text }),
  v.strictObject({ type: v.literal('practiseWeakest') }),
  v.strictObject({ type: v.literal('reviewDue') }),
  v.strictObject({ type: v.literal('startQuiz') }),
  v.strictObject({ type: v.literal('export'), what: v.picklist(['csv', 'anki', 'json']) }),
  v.strictObject({ type: v.literal('reset') }),
]);
export type FromProgressView = v.InferOutput<typeof fromViewSchema>;

const tally = { answers: count, right: count, seen: count, total: count, recall: known, seconds: known };
const topicSchema = v.strictObject({ slug: text, title: text, ...tally });
const areaSchema = v.strictObject({ area: text, title: text, ...tally, topics: v.pipe(v.array(topicSchema), v.readonly()) });
/** `day` counts from 1970-01-01. */
const periodSchema = v.strictObject({ day: v.pipe(v.number(), v.integer()), answers: count, right: count });

const pictureSchema = v.strictObject({
  type: v.literal('picture'),
  today: v.pipe(v.number(), v.integer()),
  /** Days until the exam; null when no date is set or it is over. */
  examIn: v.nullable(count),
  streak: count,
  due: count,
  fresh: count,
  all: v.strictObject(tally),
  /** Answers to the lab's questions. */
  predictions: v.strictObject({ answers: count, right: count }),
  areas: v.pipe(v.array(areaSchema), v.readonly()),
  days: v.pipe(v.array(periodSchema), v.readonly()),
  weeks: v.pipe(v.array(periodSchema), v.readonly()),
  /** Reviews on each of the next days, today first. */
  forecast: v.pipe(v.array(count), v.readonly()),
  weakest: v.pipe(v.array(topicSchema), v.readonly()),
  /** Right answers by how sure the learner was before; empty where that was never asked. */
  calibration: v.pipe(
    v.array(v.strictObject({ confidence: v.picklist([1, 2, 3] satisfies Confidence[]), answers: count, right: count })),
    v.readonly(),
  ),
});
export type ProgressPicture = v.InferOutput<typeof pictureSchema>;
export type ShownTopic = v.InferOutput<typeof topicSchema>;
export type ShownPeriod = v.InferOutput<typeof periodSchema>;

const toViewSchema = v.variant('type', [pictureSchema, v.strictObject({ type: v.literal('trouble'), sentence: text })]);
export type ToProgressView = v.InferOutput<typeof toViewSchema>;

/** @throws ProtocolError naming the place in the message and the value that stood there */
export const decodeFromProgressView = (value: unknown): FromProgressView =>
  decode(fromViewSchema, value, 'message from the statistics page');
/** @throws ProtocolError likewise */
export const decodeToProgressView = (value: unknown): ToProgressView => decode(toViewSchema, value, 'message to the statistics page');
