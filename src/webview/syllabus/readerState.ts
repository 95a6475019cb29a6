// What the reader shows, and how it changes: plain values, no page in here.
import {
  goBack,
  goForward,
  noHistory,
  pageTop,
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
  readonly history: ReadingHistory;
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
      // A page that the history already stands at comes from a reload or from going back: the learner
      // returns to where they were then; any other page opens where it was left last.
      const known = state.history.here?.slug === page.slug;
      const history = known ? state.history : visit(state.history, { slug: page.slug, spot });
      const look = anchor === '' ? { spot: history.here?.spot ?? pageTop } : { anchor };
      return { state: { ...state, page, read, flagged, fontSize, history, anchor: '', trouble: '' }, look };
    }
  }
}

/** Going back or forward: the new history and the place to open; undefined where there is none. */
export function step(
  history: ReadingHistory,
  direction: 'back' | 'forward',
): { readonly history: ReadingHistory; readonly place: Place } | undefined {
  const next = direction === 'back' ? goBack(history) : goForward(history);
  return next.here === null || next.here === history.here ? undefined : { history: next, place: next.here };
}
