// The learner's record as a log: every event that is ever written, its schema and its version.
import * as v from 'valibot';
import { givenSchema } from '../quiz/given';
import { confidenceLevels } from './confidence';

/** Version of the events, raised by every new kind and every new field; a reader leaves later ones alone. */
export const eventVersion = 3;

/**
 * 2 added modes, deadlines, cramming, exams, resets and flags; 3 typed, ordered, matched and shape answers, draws, confidence and predictions.
 * Every older event is a valid newer one.
 */
const readableVersions = [1, 2, eventVersion] as const;

/** How a quiz was put together. `exam`: nothing is judged before it is handed in; `cram`: its answers leave the schedule alone. */
export const quizModes = ['topics', 'mixed', 'due', 'missed', 'weakest', 'quick', 'cram', 'exam'] as const;
export type QuizMode = (typeof quizModes)[number];

/** Where `order` ends; far more events than anyone can answer, and still exact in a double. */
export const highestOrder = 2 ** 40;

const text = v.pipe(v.string(), v.nonEmpty());
const count = v.pipe(v.number(), v.integer(), v.minValue(0));
/** As far from 1970 as a JavaScript date reaches, in milliseconds; a time beyond it has no day and cannot be shown. */
const calendarEnd = 8.64e15;
const moment = v.pipe(v.number(), v.minValue(-calendarEnd), v.maxValue(calendarEnd));

/** What every event carries, whatever happened. */
const envelope = {
  v: v.picklist(readableVersions),
  /** Unique for ever; two events with one id are one event. */
  id: text,
  /** Later than everything that the writer knew when it wrote: orders events even where a clock jumped back. */
  order: v.pipe(count, v.maxValue(highestOrder)),
  /** Wall clock of the writer in milliseconds since 1970. */
  at: moment,
  /** The window that wrote it. */
  window: text,
};

/** The learner's own mark on a topic; the last one counts. */
const noteFlagged = { type: v.literal('noteFlagged'), slug: text, flagged: v.boolean() };
const noteRead = { type: v.literal('noteRead'), slug: text, read: v.boolean() };
const quizStarted = {
  type: v.literal('quizStarted'),
  session: text,
  topics: v.array(text),
  questions: v.array(text),
  seed: v.pipe(v.number(), v.integer()),
  /** Missing in records of version 1, whose quizzes were all over topics. */
  mode: v.optional(v.picklist(quizModes)),
  /** When an exam hands itself in: milliseconds since 1970. */
  deadline: v.optional(moment),
};
const answered = {
  type: v.literal('answered'),
  session: text,
  question: text,
  topic: text,
  given: givenSchema,
  correct: v.boolean(),
  /** Thinking time in milliseconds, where it is known. */
  ms: v.optional(v.pipe(v.number(), v.finite(), v.minValue(0))),
  /** Answered while cramming: counts as practice, not as a review. */
  cram: v.optional(v.literal(true)),
  /** How sure the learner was before answering, where that was asked. */
  confidence: v.optional(v.picklist(confidenceLevels)),
};
/** Where a question of a running exam stands; the last mark counts. */
const examMarked = { type: v.literal('examMarked'), session: text, question: text, given: v.nullable(givenSchema), flagged: v.boolean() };
/** Everything before it is set aside: kept in the record, but nothing follows from it. */
const recordReset = { type: v.literal('recordReset') };
/** The reset with this id no longer sets anything aside. */
const resetUndone = { type: v.literal('resetUndone'), reset: text };
/** An answer to one of the lab's questions about what will happen next; the lab's words for question and answer. */
const labPredicted = {
  type: v.literal('labPredicted'),
  prediction: text,
  given: text,
  correct: v.boolean(),
  family: text,
  algorithm: text,
};
const quizFinished = { type: v.literal('quizFinished'), session: text, correct: count, total: count };

/** An event as rooms hand it in; the record adds the envelope. */
export const eventPayloadSchema = v.variant('type', [
  v.object(noteRead),
  v.object(noteFlagged),
  v.object(quizStarted),
  v.object(answered),
  v.object(quizFinished),
  v.object(examMarked),
  v.object(labPredicted),
  v.object(recordReset),
  v.object(resetUndone),
]);
export type EventPayload = v.InferOutput<typeof eventPayloadSchema>;

/** An event as it is stored. */
export const recordEventSchema = v.variant('type', [
  v.object({ ...envelope, ...noteRead }),
  v.object({ ...envelope, ...noteFlagged }),
  v.object({ ...envelope, ...quizStarted }),
  v.object({ ...envelope, ...answered }),
  v.object({ ...envelope, ...quizFinished }),
  v.object({ ...envelope, ...examMarked }),
  v.object({ ...envelope, ...labPredicted }),
  v.object({ ...envelope, ...recordReset }),
  v.object({ ...envelope, ...resetUndone }),
]);
export type RecordEvent = v.InferOutput<typeof recordEventSchema>;
export type EventOf<T extends RecordEvent['type']> = Extract<RecordEvent, { type: T }>;

/**
 * Which of two events counts as the later one: by `order`, then clock, then id, so that any two readers agree.
 * @returns below 0 when `a` comes first, above 0 when `b` does, 0 for one and the same event
 */
export function compareEvents(a: RecordEvent, b: RecordEvent): number {
  if (a.order !== b.order) return a.order - b.order;
  if (a.at !== b.at) return a.at - b.at;
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}
