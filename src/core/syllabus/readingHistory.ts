// Back and forward between notes, as a browser keeps them: pure, so that the reader can store it and carry it across a reload.

/**
 * How far down a page the reader stands: at which block (its head, a paragraph, a formula…, from 0) and how far through it,
 * as a part of the way to the next block, from 0 to 1. Unlike a height in pixels it holds at any width and size of letters.
 */
export interface Spot {
  readonly block: number;
  readonly part: number;
}

/** The top of a page. */
export const pageTop: Spot = { block: 0, part: 0 };

/** A page and where in it the reader stands. */
export interface Place {
  readonly slug: string;
  readonly spot: Spot;
}

export interface ReadingHistory {
  readonly past: readonly Place[];
  readonly here: Place | null;
  readonly future: readonly Place[];
}

export const noHistory: ReadingHistory = { past: [], here: null, future: [] };

/** How many places are kept on either side. */
const limit = 50;

/** Goes to a place of its own accord; what lay ahead is forgotten. */
export function visit({ past, here }: ReadingHistory, place: Place): ReadingHistory {
  return { past: (here === null ? past : [...past, here]).slice(-limit), here: place, future: [] };
}

/** Remembers how far the reader has scrolled. */
export const scrolledTo = (history: ReadingHistory, spot: Spot): ReadingHistory =>
  history.here === null ? history : { ...history, here: { ...history.here, spot } };

/** One place back; the history itself when there is none. */
export function goBack({ past, here, future }: ReadingHistory): ReadingHistory {
  const target = past.at(-1);
  if (target === undefined || here === null) return { past, here, future };
  return { past: past.slice(0, -1), here: target, future: [here, ...future].slice(0, limit) };
}

/** One place forward; the history itself when there is none. */
export function goForward({ past, here, future }: ReadingHistory): ReadingHistory {
  const [target, ...rest] = future;
  if (target === undefined || here === null) return { past, here, future };
  return { past: [...past, here].slice(-limit), here: target, future: rest };
}

/** The history as it stands at `slug`: here, else at the nearest place before, else after; undefined where there is none. */
export function standingAt(history: ReadingHistory, slug: string): ReadingHistory | undefined {
  if (history.here?.slug === slug) return history;
  for (const go of [goBack, goForward]) {
    for (let [at, next] = [history, go(history)]; next.here !== at.here; [at, next] = [next, go(next)])
      if (next.here?.slug === slug) return next;
  }
  return undefined;
}
