// Events that change what counts, rather than what is known: fresh starts, and their undoing.
import { compareEvents, type EventOf, type EventPayload, type RecordEvent } from './events';

export type Reset = EventOf<'recordReset'>;
export type Ruling = Reset | EventOf<'resetUndone'>;

export const isRuling = (event: RecordEvent): event is Ruling => event.type === 'recordReset' || event.type === 'resetUndone';

/** The resets that have not been undone, the latest last: that one is in force. */
export function standingResets(rulings: readonly Ruling[]): Reset[] {
  const undone = new Set(rulings.flatMap((event) => (event.type === 'resetUndone' ? [event.reset] : [])));
  const standing = rulings.flatMap((event) => (event.type === 'recordReset' && !undone.has(event.id) ? [event] : []));
  return standing.sort(compareEvents);
}

/** What to append so that nothing is set aside by these resets any more. */
export const undoing = (resets: readonly Reset[]): EventPayload[] => resets.map(({ id }) => ({ type: 'resetUndone', reset: id }));
