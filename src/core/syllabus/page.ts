// One page of the reader, rendered at build time. The shape of dist/content/notes/<slug>.json.
import * as v from 'valibot';
import { contentVersion, scopeSchema } from './contentIndex';

const text = v.pipe(v.string(), v.nonEmpty());
const named = v.object({ ref: text, title: text });
const neighbour = v.nullable(v.object({ slug: text, title: text }));

const sectionSchema = v.object({
  ref: text,
  title: text,
  scope: scopeSchema,
  new2026: v.array(text),
  groups: v.array(v.object({ title: v.string(), scope: scopeSchema, words: v.array(v.object({ ja: text, en: text })) })),
});

/** What the page says of a word that another note defines; `data-term` of a link in the text is its position. */
const glossarySchema = v.object({
  ja: text,
  en: text,
  abbr: v.optional(text),
  slug: text,
  anchor: text,
  title: text,
  /** The defining sentence, as safe HTML. */
  html: text,
});

const noteSchema = v.object({
  /** Safe HTML: the build lets only its own marks through. */
  html: text,
  toc: v.array(v.object({ level: v.picklist([2, 3]), anchor: text, html: text })),
  terms: v.array(v.object({ ja: text, reading: text, en: text, abbr: v.optional(text), anchor: text, new2026: v.optional(v.boolean()) })),
  glossary: v.array(glossarySchema),
  /** `id` is how the work is cited (arXiv:…, a journal and its number); `url` is its address, where there is one. */
  sources: v.array(v.object({ title: text, authors: text, year: v.number(), id: v.optional(text), url: v.optional(text) })),
  /** Reading time, rounded up. */
  minutes: v.pipe(v.number(), v.integer(), v.minValue(1)),
});

export const pageSchema = v.object({
  version: v.literal(contentVersion),
  slug: text,
  title: text,
  titleEn: text,
  summary: v.string(),
  area: named,
  item: named,
  /** The chapter that the note belongs to. */
  chapter: v.nullable(text),
  scope: scopeSchema,
  optionalPart: v.optional(text),
  sections: v.array(sectionSchema),
  questions: v.pipe(v.number(), v.integer(), v.minValue(0)),
  demo: v.boolean(),
  /** Null where the note is not written yet; the page then shows the words of the sections. */
  note: v.nullable(noteSchema),
  prev: neighbour,
  next: neighbour,
});

export type Page = v.InferOutput<typeof pageSchema>;
export type Note = v.InferOutput<typeof noteSchema>;
export type GlossaryEntry = v.InferOutput<typeof glossarySchema>;
export type Section = v.InferOutput<typeof sectionSchema>;
