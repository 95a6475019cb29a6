// The part of the record that Settings Sync carries: few and small, but true events, so that taking them in is the usual union.
import * as v from 'valibot';
import { confidenceLevels } from './confidence';
import { compareEvents, recordEventSchema, type EventOf, type RecordEvent } from './events';

/** Version of the digest; a reader leaves any other alone. */
const digestVersion = 1;

/** A synced state must stay small, or the editor's whole sync suffers: characters of JSON at most. */
export const digestLimit = 60_000;

/** Room kept for one more event with its words. */
const LARGEST_EVENT = 2000;

const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const optionalNumber = v.nullable(v.number());
const sureness = v.nullable(v.picklist(confidenceLevels));

/** `words` holds every long or repeated string once; an event is its own fields, strings by their place in `words`. */
const digestSchema = v.strictObject({
  version: v.literal(digestVersion),
  words: v.array(v.string()),
  notes: v.array(v.tuple([count, v.string(), count, v.number(), count, count, v.picklist([0, 1, 2, 3])])),
  answers: v.array(
    v.tuple([count, v.string(), count, v.number(), count, count, count, count, v.unknown(), v.picklist([0, 1]), optionalNumber, sureness]),
  ),
});
export type SyncDigest = v.InferOutput<typeof digestSchema>;

type Note = EventOf<'noteRead' | 'noteFlagged'>;
type Answered = EventOf<'answered'>;

/** What each kind of fact comes down to: the last mark of each note, the last answer to each question; newest first. */
function essential(events: readonly RecordEvent[]): (Note | Answered)[] {
  const last = new Map<string, Note | Answered>();
  for (const event of events) {
    if (event.type !== 'noteRead' && event.type !== 'noteFlagged' && event.type !== 'answered') continue;
    // Cramming leaves no trace in the schedule, and none elsewhere.
    if (event.type === 'answered' && event.cram === true) continue;
    const key = `${event.type} ${event.type === 'answered' ? event.question : event.slug}`;
    const known = last.get(key);
    if (known === undefined || compareEvents(known, event) < 0) last.set(key, event);
  }
  return [...last.values()].sort((a, b) => compareEvents(b, a));
}

/**
 * @param events the whole record
 * @param limit characters of JSON; what does not fit is left to export and import, the oldest first
 */
export function syncDigest(events: readonly RecordEvent[], limit = digestLimit): SyncDigest {
  const places = new Map<string, number>();
  const digest: SyncDigest = { version: digestVersion, words: [], notes: [], answers: [] };
  let size = JSON.stringify(digest).length;
  const word = (text: string): number => {
    const known = places.get(text);
    if (known !== undefined) return known;
    size += JSON.stringify(text).length + 1;
    places.set(text, digest.words.length);
    return digest.words.push(text) - 1;
  };
  for (const event of essential(events)) {
    if (size + LARGEST_EVENT > limit) break;
    if (event.type === 'answered') {
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

/** The events of a digest from another machine; none from anything else, which is theirs to repair. */
export function digestEvents(value: unknown): readonly RecordEvent[] {
  const parsed = v.safeParse(digestSchema, value);
  if (!parsed.success) return [];
  const { words, notes, answers } = parsed.output;
  const raw: unknown[] = [
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
