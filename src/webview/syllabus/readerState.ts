// What the reader shows, and how it changes: plain values, no page in here.
import {
  goBack,
  goForward,
  noHistory,
  pageTop,
  standingAt,
  visit,
  type Place,
  type ReadingHistory,
  type Spot,
} from '../../core/syllabus/readingHistory';
import type { Page } from '../../core/syllabus/page';
import type { ToReader } from '../../protocol/syllabus';

export interface ReaderState {
  readonly page: Page | null;
  readonly read: boolean;
  readonly flagged: boolean;
  readonly fontSize: number;
  /** Stands at the page on show. */
  readonly history: ReadingHistory;
  /** Where going back or forward leads, until its page has come; null while nothing is on the way. */
  readonly wanted: ReadingHistory | null;
  /** The heading that the reader is at; empty above the first. */
  readonly anchor: string;
  /** Whether contents stand beside the text, not above it. */
  readonly wide: boolean;
  readonly trouble: string;
  /** What a screen reader is told when something changed without the focus leaving. */
  readonly spoken: string;
}

export const firstState: ReaderState = {
  page: null,
  read: false,
  flagged: false,
  fontSize: 16,
  history: noHistory,
  wanted: null,
  anchor: '',
  wide: false,
  trouble: '',
  spoken: '',
};

/** Where to look after a message: at a heading, or at a spot; null leaves the page as it is. */
export type Look = { readonly anchor: string } | { readonly spot: Spot } | null;

/** The state after a message from the extension, and where to look. */
export function receive(state: ReaderState, message: ToReader): { readonly state: ReaderState; readonly look: Look } {
  switch (message.type) {
    case 'trouble':
      return { state: { ...state, trouble: message.sentence }, look: null };
    case 'state':
      return message.slug === state.page?.slug
        ? { state: { ...state, read: message.read, flagged: message.flagged, fontSize: message.fontSize }, look: null }
        : { state, look: null };
    case 'page': {
      const { anchor, spot, read, flagged, fontSize } = message;
      // The page on show, sent again for another place in it, stays the one that has been drawn.
      const page = state.page?.slug === message.page.slug ? state.page : message.page;
      // A page that was gone back or on to, or that a reload brings, is met where the learner was then, one that was only passed
      // on the way there as well; any other page opens where it was left last.
      const gone = state.wanted === null ? undefined : standingAt(state.wanted, page.slug);
      const known = state.history.here?.slug === page.slug ? state.history : undefined;
      const history = gone ?? known ?? visit(state.history, { slug: page.slug, spot });
      const wanted = gone !== undefined && gone !== state.wanted ? state.wanted : null;
      const look = anchor === '' ? { spot: history.here?.spot ?? pageTop } : { anchor };
      return { state: { ...state, page, read, flagged, fontSize, history, wanted, anchor: '', trouble: '' }, look };
    }
  }
}

/** Going back or forward, from where the last such step leads: the state that waits for the page, and its place; undefined where there is none. */
export function step(
  state: ReaderState,
  direction: 'back' | 'forward',
): { readonly state: ReaderState; readonly place: Place } | undefined {
  const from = state.wanted ?? state.history;
  const next = direction === 'back' ? goBack(from) : goForward(from);
  if (next.here === null || next.here === from.here) return undefined;
  const isHere = state.wanted === null && next.here.slug === state.page?.slug;
  return { state: isHere ? { ...state, history: next } : { ...state, wanted: next }, place: next.here };
}
