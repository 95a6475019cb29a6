// The part of the record that Settings Sync carries: few and small, but true events, so that taking them in is the usual union.
import * as v from 'valibot';
import { confidenceLevels } from './confidence';
import { compareEvents, highestOrder, recordEventSchema, type EventOf, type RecordEvent } from './events';
import type { ProgressState } from './progressState';
import { isRuling, type Ruling } from './rulings';

/** Version of the digest: 2 added rulings and the highest order. A reader leaves later ones alone. */
const digestVersion = 2;

/** A synced state must stay small, or the editor's whole sync suffers: characters of JSON at most. */
export const digestLimit = 60_000;

/** Room kept for one more event with its words. */
const LARGEST_EVENT = 2000;

const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const optionalNumber = v.nullable(v.number());
const sureness = v.nullable(v.picklist(confidenceLevels));

/** `words` holds every long or repeated string once; an event is its own fields, strings by their place in `words`. */
const facts = {
  words: v.array(v.string()),
  notes: v.array(v.tuple([count, v.string(), count, v.number(), count, count, v.picklist([0, 1, 2, 3])])),
  answers: v.array(
    v.tuple([count, v.string(), count, v.number(), count, count, count, count, v.unknown(), v.picklist([0, 1]), optionalNumber, sureness]),
  ),
};
const digestSchema = v.strictObject({
  version: v.literal(digestVersion),
  /** The highest order that the writer knew, so that the reader's next event is later than all that was left out. */
  order: v.pipe(count, v.maxValue(highestOrder)),
  ...facts,
  /** Resets, and with the id of a reset its undoing. */
  rulings: v.array(v.tuple([count, v.string(), count, v.number(), count, v.nullable(v.string())])),
});
const firstDigestSchema = v.strictObject({ version: v.literal(1), ...facts });
export type SyncDigest = v.InferOutput<typeof digestSchema>;

/** What a digest is made of: a whole record, and what follows from it. */
export interface DigestSource {
  readonly events: readonly RecordEvent[];
  readonly state: ProgressState;
  /** The highest order known. */
  readonly order: number;
}

type Note = EventOf<'noteRead' | 'noteFlagged'>;
type Answered = EventOf<'answered'>;

/**
 * What counts comes down to: every ruling, then the last mark of each note and the last answer of each question's history, newest first.
 * What a reset sets aside stays where it is, for it would count on a machine that has not heard of the reset.
 */
function essential({ events, state }: DigestSource): (Ruling | Note | Answered)[] {
  const marks = new Map<string, Note>();
  for (const event of events) {
    if (event.type !== 'noteRead' && event.type !== 'noteFlagged') continue;
    if (state.reset && compareEvents(event, state.reset) < 0) continue;
    const key = `${event.type} ${event.slug}`;
    const known = marks.get(key);
    if (known === undefined || compareEvents(known, event) < 0) marks.set(key, event);
  }
  // Cramming leaves no trace in the schedule, and none elsewhere.
  const answers = [...state.history.values()].flatMap((history) => history.filter(({ cram }) => cram !== true).slice(-1));
  const newestFirst = (a: RecordEvent, b: RecordEvent) => compareEvents(b, a);
  return [...events.filter(isRuling).sort(newestFirst), ...[...marks.values(), ...answers].sort(newestFirst)];
}

/** @param limit characters of JSON; what does not fit is left to export and import, the oldest first */
export function syncDigest(source: DigestSource, limit = digestLimit): SyncDigest {
  const places = new Map<string, number>();
  const digest: SyncDigest = { version: digestVersion, order: source.order, words: [], notes: [], answers: [], rulings: [] };
  let size = JSON.stringify(digest).length;
  const word = (text: string): number => {
    const known = places.get(text);
    if (known !== undefined) return known;
    size += JSON.stringify(text).length + 1;
    places.set(text, digest.words.length);
    return digest.words.push(text) - 1;
  };
  for (const event of essential(source)) {
    if (size + LARGEST_EVENT > limit) break;
    if (isRuling(event)) {
      const undone = event.type === 'resetUndone' ? event.reset : null;
      digest.rulings.push([event.v, event.id, event.order, event.at, word(event.window), undone]);
      size += JSON.stringify(digest.rulings.at(-1)).length + 1;
    } else if (event.type === 'answered') {
      const where = [word(event.session), word(event.question), word(event.topic)] as const;
      const { v: version, id, order, at, given, correct, ms = null, confidence = null } = event;
      digest.answers.push([version, id, order, at, word(event.window), ...where, given, correct ? 1 : 0, ms, confidence]);
      size += JSON.stringify(digest.answers.at(-1)).length + 1;
    } else {
      const kind = event.type === 'noteRead' ? (event.read ? 1 : 0) : event.flagged ? 3 : 2;
      digest.notes.push([event.v, event.id, event.order, event.at, word(event.window), word(event.slug), kind]);
      size += JSON.stringify(digest.notes.at(-1)).length + 1;
    }
  }
  return digest;
}

/** What was synced as a digest; null for anything else, and for a digest of a later version. */
export function readDigest(value: unknown): SyncDigest | null {
  const parsed = v.safeParse(v.variant('version', [digestSchema, firstDigestSchema]), value);
  if (!parsed.success) return null;
  return parsed.output.version === 1 ? { ...parsed.output, version: digestVersion, order: 0, rulings: [] } : parsed.output;
}

/** The events of a digest from another machine, without those that are none, which are theirs to repair. */
export function digestEvents({ words, notes, answers, rulings }: SyncDigest): readonly RecordEvent[] {
  const raw: unknown[] = [
    ...rulings.map(([version, id, order, at, window, undone]) => {
      const ruling = undone === null ? { type: 'recordReset' } : { type: 'resetUndone', reset: undone };
      return { v: version, id, order, at, window: words[window], ...ruling };
    }),
    ...notes.map(([version, id, order, at, window, slug, kind]) => {
      const mark = kind < 2 ? { type: 'noteRead', read: kind === 1 } : { type: 'noteFlagged', flagged: kind === 3 };
      return { v: version, id, order, at, window: words[window], slug: words[slug], ...mark };
    }),
    ...answers.map(([version, id, order, at, window, session, question, topic, given, correct, ms, confidence]) => ({
      v: version,
      id,
      order,
      at,
      window: words[window],
      type: 'answered',
      session: words[session],
      question: words[question],
      topic: words[topic],
      given,
      correct: correct === 1,
      ...(ms === null ? {} : { ms }),
      ...(confidence === null ? {} : { confidence }),
    })),
  ];
  return raw.flatMap((event) => {
    const checked = v.safeParse(recordEventSchema, event);
    return checked.success ? [checked.output] : [];
  });
}
