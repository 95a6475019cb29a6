// The index of all content: the outline with what exists for each topic. The shape of dist/content/index.json.
import * as v from 'valibot';

/** Version of the compiled content; a reader refuses any other. */
export const contentVersion = 1;

const text = v.pipe(v.string(), v.nonEmpty());
const count = v.pipe(v.number(), v.integer(), v.minValue(0));

/** `exam` is asked, `optional` is studied but not asked. */
export const scopeSchema = v.picklist(['exam', 'optional']);
export type Scope = v.InferOutput<typeof scopeSchema>;

const leaf = {
  /** The id for ever, in records and links. */
  slug: text,
  title: text,
  titleEn: text,
  scope: scopeSchema,
  hasNote: v.boolean(),
  questions: count,
  /** Whether the note offers the demo. */
  demo: v.boolean(),
  /** One or two sentences; empty where there is no note yet. */
  summary: v.string(),
};

const leafSchema = v.object(leaf);
const topicSchema = v.object({
  ...leaf,
  /** The sections that it covers, such as 4.(8)-v. */
  refs: v.pipe(v.array(text), v.minLength(1)),
  /** The part of an exam topic that is optional. */
  optionalPart: v.optional(text),
  /** Words that the 2026 outline added. */
  new2026: v.array(text),
  /** The notes of a topic that takes several; its own slug then names the chapter. */
  chapter: v.array(leafSchema),
});
const itemSchema = v.object({ ref: text, title: text, titleEn: text, topics: v.array(topicSchema) });
const areaSchema = v.object({ ref: text, title: text, titleEn: text, items: v.array(itemSchema) });

export const contentIndexSchema = v.object({ version: v.literal(contentVersion), syllabus: text, areas: v.array(areaSchema) });

/** A page of the reader: a topic of one note, or a note of a chapter. */
export type Leaf = v.InferOutput<typeof leafSchema>;
export type Topic = v.InferOutput<typeof topicSchema>;
export type Item = v.InferOutput<typeof itemSchema>;
export type Area = v.InferOutput<typeof areaSchema>;
export type ContentIndex = v.InferOutput<typeof contentIndexSchema>;
