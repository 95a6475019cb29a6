// What can be found by the search: the shape of dist/content/search.json, and the settings that its index is built and read with.
import type { AsPlainObject, Options } from 'minisearch';
import * as v from 'valibot';
import { indexTokens } from './searchTokens';

export const searchVersion = 1;
const text = v.pipe(v.string(), v.nonEmpty());

/** In the order in which equally good hits are listed. */
export const searchKinds = ['note', 'term', 'section', 'question'] as const;
export type SearchKind = (typeof searchKinds)[number];

const documentSchema = v.object({
  kind: v.picklist(searchKinds),
  /** The note that opens. */
  slug: text,
  anchor: v.string(),
  title: text,
  /** Other names: English, reading, abbreviation. */
  names: v.array(text),
  /** The note's title; empty for the note itself. */
  context: v.string(),
  /** The sentences, of which the best is shown. */
  lines: v.array(text),
});
export type SearchDocument = v.InferOutput<typeof documentSchema>;

const isPlainIndex = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && 'serializationVersion' in value && 'index' in value && Array.isArray(value.index);

export const searchFileSchema = v.object({
  version: v.literal(searchVersion),
  documents: v.array(documentSchema),
  /** MiniSearch's own form; `id` is the position in `documents`. */
  index: v.custom<AsPlainObject>(isPlainIndex, 'an index of MiniSearch'),
});
export type SearchFile = v.InferOutput<typeof searchFileSchema>;

/** A document as the index takes it. */
export interface IndexedDocument {
  readonly id: number;
  readonly title: string;
  readonly names: string;
  readonly text: string;
}

export const indexOptions: Options<IndexedDocument> = {
  fields: ['title', 'names', 'text'],
  tokenize: indexTokens,
  processTerm: (term) => term,
};
