// What the reader's view and the extension may say to each other, and the content files that the extension reads.
import * as v from 'valibot';
import { questionFileSchema, type QuestionFile } from '../core/quiz/question';
import { contentIndexSchema, type ContentIndex } from '../core/syllabus/contentIndex';
import { pageSchema, type Page } from '../core/syllabus/page';
import { searchFileSchema, type SearchFile } from '../core/syllabus/searchFile';
import { termsSchema, type TermsFile } from '../core/syllabus/termIndex';
import type { ReadingHistory, Spot } from '../core/syllabus/readingHistory';
import { decode } from './decode';

const slug = v.pipe(v.string(), v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/), v.maxLength(100));
/** Empty for the top of the note. */
const anchor = v.pipe(v.string(), v.regex(/^([a-z][a-z0-9-]*)?$/), v.maxLength(100));
const spot = v.object({
  block: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(10_000)),
  part: v.pipe(v.number(), v.minValue(0), v.maxValue(1)),
});
const longText = v.pipe(v.string(), v.nonEmpty(), v.maxLength(50_000));
const fontSize = v.pipe(v.number(), v.minValue(8), v.maxValue(64));

// From the view.

const fromViewSchema = v.variant('type', [
  v.strictObject({ type: v.literal('ready') }),
  v.strictObject({ type: v.literal('open'), slug, anchor }),
  v.strictObject({ type: v.literal('mark'), slug, read: v.boolean() }),
  v.strictObject({ type: v.literal('quiz'), slug }),
  v.strictObject({ type: v.literal('demo') }),
  v.strictObject({ type: v.literal('lab') }),
  v.strictObject({ type: v.literal('debug') }),
  v.strictObject({ type: v.literal('search') }),
  v.strictObject({ type: v.literal('flag'), slug, flagged: v.boolean() }),
  /** The learner's own note on the topic. */
  v.strictObject({ type: v.literal('ownNote'), slug }),
  /** How far down the learner has read; the top of the page forgets it. */
  v.strictObject({ type: v.literal('scrolled'), slug, spot }),
  /** Opens a listing in an editor of its own. */
  v.strictObject({ type: v.literal('editCode'), language: v.pipe(v.string(), v.regex(/^[a-z]{1,20}$/)), text: longText }),
  /** The view could not reach the clipboard itself. */
  v.strictObject({ type: v.literal('copy'), text: longText }),
]);
export type FromReader = v.InferOutput<typeof fromViewSchema>;

/** @throws ProtocolError when the view sends anything else */
export const decodeFromReader = (value: unknown): FromReader => decode(fromViewSchema, value, 'message from the reader');

// To the view.

const toViewSchema = v.variant('type', [
  /** `spot` is where the learner left the page last time. */
  v.strictObject({ type: v.literal('page'), page: pageSchema, anchor, spot, read: v.boolean(), flagged: v.boolean(), fontSize }),
  /** What has changed about the page on show. */
  v.strictObject({ type: v.literal('state'), slug, read: v.boolean(), flagged: v.boolean(), fontSize }),
  /** The page could not be shown; the sentence says why. */
  v.strictObject({ type: v.literal('trouble'), sentence: v.string() }),
]);
export type ToReader = v.InferOutput<typeof toViewSchema>;

/** @throws ProtocolError when the extension sends anything else */
export const decodeToReader = (value: unknown): ToReader => decode(toViewSchema, value, 'message to the reader');

// What the view keeps of itself across a reload.

const place = v.object({ slug, spot });
const rememberedSchema = v.object({ past: v.array(place), here: v.nullable(place), future: v.array(place) });

/** The remembered history, or undefined when there is none or it is damaged. */
export function readRemembered(value: unknown): ReadingHistory | undefined {
  const result = v.safeParse(rememberedSchema, value);
  return result.success ? result.output : undefined;
}

// What the host keeps of where each page was left.

/** The remembered spots by slug; what cannot be read as one is left out. */
export function readPlaces(value: unknown): Readonly<Record<string, Spot>> {
  if (typeof value !== 'object' || value === null) return {};
  const entries = Object.entries(value).flatMap(([slug, kept]) => {
    const result = v.safeParse(spot, kept);
    return result.success ? [[slug, result.output] as const] : [];
  });
  return Object.fromEntries(entries);
}

// The files of dist/content; `file` names the one that is read, for the error's sentence. All throw ProtocolError.

export const decodeIndexFile = (value: unknown, file: string): ContentIndex => decode(contentIndexSchema, value, file);
export const decodePageFile = (value: unknown, file: string): Page => decode(pageSchema, value, file);
export const decodeQuestionFile = (value: unknown, file: string): QuestionFile => decode(questionFileSchema, value, file);
export const decodeSearchFile = (value: unknown, file: string): SearchFile => decode(searchFileSchema, value, file);
export const decodeTermsFile = (value: unknown, file: string): TermsFile => decode(termsSchema, value, file);
