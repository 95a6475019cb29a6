// One file of the record as text: a heading that says how many events follow, then one event on each line.
import * as v from 'valibot';
import { drain } from '../pieces';
import { eventVersion, recordEventSchema, type RecordEvent } from './events';

const format = 'eShikaku.record';
const fileVersion = 1;

/** What is wrong with a file. `cut`: fewer lines than announced; `line`: a line that is no event; `trouble`: the disk would not say. */
export type Damage =
  { readonly kind: 'empty' | 'zeros' | 'heading' | 'cut' | 'trouble' } | { readonly kind: 'line'; readonly line: number };

/** What a file gave: every event that could be read, whatever else is wrong with it. */
export interface RecordFile {
  readonly events: readonly RecordEvent[];
  readonly damage: Damage | null;
  /** It holds events of a later version of the extension, which stay in the file for that version. */
  readonly newer: boolean;
}

const headingSchema = v.object({ format: v.literal(format), version: v.literal(fileVersion), events: v.pipe(v.number(), v.integer()) });
const laterHeadingSchema = v.object({ format: v.literal(format), version: v.pipe(v.number(), v.minValue(fileVersion + 1)) });
const laterSchema = v.object({ v: v.pipe(v.number(), v.minValue(eventVersion + 1)) });

export function encodeRecordFile(events: readonly RecordEvent[]): string {
  const heading = { format, version: fileVersion, events: events.length };
  return [heading, ...events].map((line) => JSON.stringify(line) + '\n').join('');
}

function parseLine(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

/** Lines between two pauses of a reading: a few milliseconds. */
const linesAtATime = 250;

/** Reads as much of a file as can be read, pausing often, so that a host can breathe; never throws. */
export function* decodingRecordFile(text: string): Generator<void, RecordFile> {
  const nothing = (damage: Damage): RecordFile => ({ events: [], damage, newer: false });
  if (text === '') return nothing({ kind: 'empty' });
  if (/^\0+$/.test(text)) return nothing({ kind: 'zeros' });
  const lines = text.split('\n');
  const first = parseLine(lines[0]!);
  if (v.is(laterHeadingSchema, first)) return { events: [], damage: null, newer: true };
  const heading = v.safeParse(headingSchema, first);

  const events: RecordEvent[] = [];
  let [later, firstBad] = [0, 0];
  for (const [index, line] of lines.entries()) {
    if (index % linesAtATime === linesAtATime - 1) yield;
    if (line === '' || (index === 0 && heading.success)) continue;
    const value = parseLine(line);
    const event = v.safeParse(recordEventSchema, value);
    if (event.success) events.push(event.output);
    else if (v.is(laterSchema, value)) later++;
    else firstBad ||= index + 1;
  }
  const whole = heading.success && text.endsWith('\n') && events.length + later >= heading.output.events;
  const damage: Damage | null = !heading.success
    ? { kind: 'heading' }
    : firstBad > 0 && firstBad < lines.length
      ? { kind: 'line', line: firstBad }
      : whole
        ? null
        : { kind: 'cut' };
  return { events, damage, newer: later > 0 };
}

/** The same at once. */
export const decodeRecordFile = (text: string): RecordFile => drain(decodingRecordFile(text));

const sentences: { readonly [K in Damage['kind']]: string } = {
  empty: 'The file is empty.',
  zeros: 'The file holds nothing but zeros.',
  heading: 'The file does not begin with the heading of a record.',
  cut: 'The file ends before its last event.',
  line: 'A line of the file is not an event.',
  trouble: 'The file could not be opened.',
};

/** The damage as a sentence, for the reason that is put beside the file. */
export const damageSentence = (damage: Damage): string =>
  damage.kind === 'line' ? `Line ${damage.line} of the file is not an event.` : sentences[damage.kind];
