// The reader: draws what the host sends, keeps its place and its history, and follows the learner's scrolling.
import 'katex/contrib/copy-tex';
import { render } from 'lit';
import { pageTop, scrolledTo, visit } from '../../core/syllabus/readingHistory';
import { decodeToReader, readRemembered, type FromReader, type ToReader } from '../../protocol/syllabus';
import { connect } from '../shared/bridge';
import { fill } from '../shared/words';
import { decorate } from './decorate';
import { listenToKeys } from './keys';
import { openInStages } from './openInStages';
import type { ReaderActions } from './parts';
import { firstState, receive, step, type Look, type ReaderState } from './readerState';
import { readerView } from './readerView';
import { currentSpot, seek } from './spot';
import { words } from './strings';
import './reader.css';

const root = document.querySelector<HTMLElement>('#app')!;
/** Contents stand beside the text from this width on. */
const wideQuery = window.matchMedia('(min-width: 960px)');
/** A heading counts as reached when it comes this close to the top, in pixels. */
const reach = 120;
/** How long scrolling rests before its place is kept. */
const placeMs = 400;

let state: ReaderState = { ...firstState, wide: wideQuery.matches };
let undecorate: () => void = () => undefined;

function draw(next: ReaderState): void {
  const before = state;
  state = next;
  document.documentElement.style.setProperty('--reader-size', `${state.fontSize}px`);
  if (state.page !== before.page) undecorate();
  render(readerView(state, actions), root);
  const text = document.querySelector<HTMLElement>('#text');
  if (state.page !== before.page) undecorate = text && state.page ? decorate(text, state.page, actions, copy) : () => undefined;
  if (state.history !== before.history) bridge.remember(state.history);
}

/** Scrolls to a heading or a spot. */
function scrollTo(look: Look): void {
  if (look === null) return;
  if ('anchor' in look) document.getElementById(look.anchor)?.scrollIntoView();
  else seek(look.spot);
}

/** Scrolls there, and takes the keyboard's focus along where the learner works in this page. */
function lookAt(look: Look, isNew: boolean): void {
  if (look === null) return;
  scrollTo(look);
  const target = 'anchor' in look ? document.getElementById(look.anchor) : document.querySelector<HTMLElement>('h1');
  if (target !== null && document.hasFocus() && (isNew || 'anchor' in look)) {
    target.tabIndex = -1;
    target.focus({ preventScroll: true });
  }
}

/** The history with the spot at which the page on show is now. */
const historyHere = (): ReaderState['history'] => scrolledTo(state.history, currentSpot());

async function copy(text: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    bridge.post({ type: 'copy', text });
  }
}

const actions: ReaderActions = {
  open(slug, anchor) {
    const here = state.page?.slug ?? '';
    if (slug !== '' && slug !== here) {
      state = { ...state, wanted: null };
      return bridge.post({ type: 'open', slug, anchor });
    }
    draw({ ...state, history: visit(historyHere(), { slug: here, spot: currentSpot() }) });
    lookAt(anchor === '' ? { spot: pageTop } : { anchor }, true);
  },
  go(direction) {
    const taken = step({ ...state, history: historyHere() }, direction);
    if (taken === undefined) return;
    draw(taken.state);
    if (taken.state.wanted === null) lookAt({ spot: taken.place.spot }, false);
    else bridge.post({ type: 'open', slug: taken.place.slug, anchor: '' });
  },
  mark(read) {
    if (!state.page?.note) return;
    draw({ ...state, read, spoken: read ? words.isRead : words.isUnread });
    bridge.post({ type: 'mark', slug: state.page.slug, read });
  },
  quiz: () => state.page && bridge.post({ type: 'quiz', slug: state.page.slug }),
  demo: () => bridge.post({ type: 'demo' }),
  lab: () => bridge.post({ type: 'lab' }),
  debug: () => bridge.post({ type: 'debug' }),
  search: () => bridge.post({ type: 'search' }),
  flag(flagged) {
    if (state.page === null) return;
    draw({ ...state, flagged, spoken: flagged ? words.isFlagged : words.isUnflagged });
    bridge.post({ type: 'flag', slug: state.page.slug, flagged });
  },
  ownNote: () => state.page && bridge.post({ type: 'ownNote', slug: state.page.slug }),
  editCode: (language, text) => bridge.post({ type: 'editCode', language, text }),
};

/** Tells the host where the page is being left; one that has been read through, or hardly begun, begins anew. */
let placeTimer = 0;
function keepPlace(): void {
  const { page } = state;
  if (page === null) return;
  const rest = document.documentElement.scrollHeight - window.innerHeight - window.scrollY;
  const spot = window.scrollY < reach || rest < window.innerHeight / 2 ? pageTop : currentSpot();
  window.clearTimeout(placeTimer);
  placeTimer = window.setTimeout(() => bridge.post({ type: 'scrolled', slug: page.slug, spot }), placeMs);
}

/** Marks the heading that the learner has reached, and remembers the spot. */
function follow(): void {
  const headings = [...document.querySelectorAll<HTMLElement>('#text :is(h2, h3)[id]')];
  const atEnd = window.innerHeight + window.scrollY >= document.documentElement.scrollHeight - 2;
  const passed = headings.filter((heading) => heading.getBoundingClientRect().top <= reach);
  const anchor = (atEnd ? headings.at(-1) : passed.at(-1))?.id ?? '';
  draw({ ...state, anchor, history: historyHere() });
  keepPlace();
  if (state.wide) document.querySelector('.contents [aria-current]')?.scrollIntoView({ block: 'nearest' });
}

const bridge = connect<ToReader, FromReader>(decodeToReader, (message) => {
  const before = state;
  const { state: next, look } = receive(
    message.type === 'page' && before.page !== null ? { ...before, history: historyHere() } : before,
    message,
  );
  const isNew = next.page?.slug !== before.page?.slug;
  const show = (): void =>
    draw({ ...next, spoken: isNew && before.page !== null && next.page ? fill(words.opened, next.page.title) : before.spoken });
  if (next.fontSize === before.fontSize || isNew) show();
  else keepingSpot(show);
  const lookThere = (): void => lookAt(look, isNew && before.page !== null);
  if (isNew) openInStages(look, lookThere, () => scrollTo(look));
  else lookThere();
  // Fonts of formulas change heights when they arrive, so a remembered spot is sought once more.
  if (look !== null && before.page === null) void document.fonts.ready.then(() => lookAt(look, false));
});

const remembered = readRemembered(bridge.recall());
if (remembered) state = { ...state, history: remembered };
draw(state);

let waiting = false;
window.addEventListener(
  'scroll',
  () => {
    if (waiting || state.page === null) return;
    waiting = true;
    requestAnimationFrame(() => {
      waiting = false;
      follow();
    });
  },
  { passive: true },
);
/** Changes how the page is laid out; the learner stays at the same words. */
function keepingSpot(change: () => void): void {
  const spot = state.history.here?.spot;
  change();
  if (spot !== undefined && state.page !== null) seek(spot);
}
window.addEventListener('resize', () => keepingSpot(() => undefined));
wideQuery.addEventListener('change', () => keepingSpot(() => draw({ ...state, wide: wideQuery.matches })));

// Links to notes and headings, in the rendered text and around it. VS Code, further up, would scroll to the top for each `#`.
root.addEventListener('click', (event) => {
  const link = event.target instanceof Element ? event.target.closest<HTMLElement>('a[data-note]') : null;
  if (link === null) return;
  event.preventDefault();
  event.stopPropagation();
  actions.open(link.dataset['note'] ?? '', link.dataset['anchor'] ?? '');
});

listenToKeys(() => state, actions);
