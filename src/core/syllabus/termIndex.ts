// The index of terms: where every technical word of the syllabus is defined. The shape of dist/content/terms.json.
import * as v from 'valibot';

export const termsVersion = 1;
const text = v.pipe(v.string(), v.nonEmpty());

const termEntrySchema = v.object({
  ja: text,
  /** In hiragana. */
  reading: text,
  en: text,
  abbr: v.optional(text),
  /** The note and the heading that define it. */
  slug: text,
  anchor: text,
  title: text,
  new2026: v.optional(v.boolean()),
  /** The sentence that defines it. */
  definition: v.string(),
});
/** Sorted by reading. */
export const termsSchema = v.object({ version: v.literal(termsVersion), terms: v.array(termEntrySchema) });

export type TermEntry = v.InferOutput<typeof termEntrySchema>;
export type TermsFile = v.InferOutput<typeof termsSchema>;

const rows: readonly (readonly [row: string, kana: string])[] = [
  ['あ', 'ぁあぃいぅうゔぇえぉお'],
  ['か', 'かがきぎくぐけげこご'],
  ['さ', 'さざしじすずせぜそぞ'],
  ['た', 'ただちぢっつづてでとど'],
  ['な', 'なにぬねの'],
  ['は', 'はばぱひびぴふぶぷへべぺほぼぽ'],
  ['ま', 'まみむめも'],
  ['や', 'ゃやゅゆょよ'],
  ['ら', 'らりるれろ'],
  ['わ', 'ゎわゐゑをん'],
];

/** The row of the syllabary under which a reading is listed: あ for あいまい, か for がくしゅう. */
export const rowOf = (reading: string): string => rows.find(([, kana]) => kana.includes(reading.slice(0, 1)))?.[0] ?? reading.slice(0, 1);
