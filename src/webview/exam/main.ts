// The exam page: draws what the host sends, sends every mark at once, and lets the clock run between messages.
import { html, nothing, render } from 'lit';
import { decodeToExamView, type FromExamView, type ToExamView } from '../../protocol/exam';
import type { QuizRemembered } from '../../protocol/quiz';
import { icon } from '../quiz/parts';
import { noticeText } from '../quiz/questionPage';
import { noDraft } from '../quiz/draft';
import { words as quizWords } from '../quiz/strings';
import { connect } from '../shared/bridge';
import { fill } from '../shared/words';
import { createCalculator } from './calculatorView';
import { examPage, type ExamActions } from './examPage';
import { examResult, type ExamResultActions } from './examResult';
import { crossedMinute, enteredIn, firstExamState, pickPlace, receiveExam, showTime, slept, type ExamState } from './examState';
import { words } from './strings';
import './exam.css';

const root = document.querySelector<HTMLElement>('#app')!;
let state = firstExamState;
let spoken = '';
let unsent: ReturnType<typeof setTimeout> | undefined;

/** A pause in typing (ms) after which a number is kept. */
const typingPause = 400;

const left = () => Math.max(0, state.endsAt - performance.now());
const calculator = createCalculator(() => draw(state));

function page() {
  const { picture } = state;
  if (picture?.question) return examPage(state, picture, picture.question, { actions, time: showTime(left()), calculator: calculator() });
  if (picture?.result) return examResult(picture, picture.result, resultActions);
  if (!state.gone)
    return html`<main class="page empty"><p>${state.notice === null ? quizWords.loading : noticeText(state.notice)}</p></main>`;
  return html`<main class="page empty">
    <h1 tabindex="-1">${words.gone}</h1>
    <p>${quizWords.goneHint}</p>
    <button class="button" type="button" @click=${() => resultActions.choose()}>${icon('checklist')}${quizWords.choose}</button>
  </main>`;
}

function draw(next: ExamState): void {
  state = next;
  const { picture, notice } = state;
  if (picture) bridge.remember({ session: picture.session, at: picture.at } satisfies QuizRemembered);
  const result = picture?.result ? fill(quizWords.score, picture.result.right, picture.result.total) : spoken;
  render(
    html`${page()}
      <div class="visually-hidden" role="status">
        ${(notice === null ? result : noticeText(notice, picture?.question?.kind)) || nothing}
      </div>`,
    root,
  );
}

/** A new question or the result takes the focus, as far as the page has it. */
function moveFocus(before: ExamState): void {
  const { picture } = state;
  const isNew = picture?.at !== before.picture?.at || Boolean(picture?.result) !== Boolean(before.picture?.result);
  if (!isNew) return;
  window.scrollTo(0, 0);
  const inGrid = document.activeElement?.closest('.grid') !== null && picture?.question;
  const target = inGrid
    ? root.querySelector<HTMLElement>('.grid [tabindex="0"]')
    : (root.querySelector<HTMLElement>('.answer input[type="text"]') ?? root.querySelector<HTMLElement>('h1'));
  if (document.hasFocus()) target?.focus({ preventScroll: true });
}

const bridge = connect<ToExamView, FromExamView>(decodeToExamView, (message) => {
  const before = state;
  draw(receiveExam(state, message, performance.now()));
  if (message.type === 'picture') moveFocus(before);
});

function mark(flagged = state.picture?.overview[state.picture.at]?.flagged ?? false): void {
  clearTimeout(unsent);
  unsent = undefined;
  const { picture } = state;
  if (picture?.question) bridge.post({ type: 'mark', session: picture.session, at: picture.at, entered: enteredIn(state), flagged });
}

function change(next: ExamState): void {
  if (next === state) return;
  draw(next);
  mark();
}

const dialog = () => root.querySelector<HTMLDialogElement>('#confirm');

const actions: ExamActions = {
  pick: (place) => change(pickPlace(state, place)),
  edit: (edited) => change({ ...state, notice: null, draft: { ...state.draft, ...edited } }),
  type(typed) {
    draw({ ...state, notice: null, draft: { ...state.draft, ...typed } });
    clearTimeout(unsent);
    unsent = setTimeout(mark, typingPause);
  },
  clear() {
    change({ ...state, notice: null, draft: noDraft });
    root.querySelector<HTMLElement>('h1')?.focus();
  },
  flag: () => mark(!state.picture?.overview[state.picture.at]?.flagged),
  show(at) {
    if (unsent !== undefined) mark();
    if (state.picture && at >= 0) bridge.post({ type: 'show', session: state.picture.session, at });
  },
  askHandIn() {
    if (unsent !== undefined) mark();
    dialog()?.showModal();
  },
  handIn: () => state.picture && bridge.post({ type: 'handIn', session: state.picture.session }),
  toggleCalculator() {
    draw({ ...state, calculator: !state.calculator });
    root.querySelector<HTMLElement>(state.calculator ? '#calculation' : '#calculator')?.focus();
  },
};

const resultActions: ExamResultActions = {
  openNote: (at) => state.picture && bridge.post({ type: 'openNote', session: state.picture.session, at }),
  practise: () => state.picture && bridge.post({ type: 'practise', session: state.picture.session }),
  choose: () => bridge.post({ type: 'choose' }),
};

/** Letters, as hinted at on the page. */
const letters: { readonly [key: string]: () => void } = {
  p: () => actions.show((state.picture?.at ?? 0) - 1),
  f: () => actions.flag(),
  o: () => root.querySelector<HTMLElement>('.grid [tabindex="0"]')?.focus(),
  c: () => actions.toggleCalculator(),
};

window.addEventListener('keydown', (event) => {
  // A key held down must not run through the questions, not even by submitting a form that the browser knows of.
  if (event.repeat && event.key === 'Enter') return event.preventDefault();
  if (event.altKey || event.ctrlKey || event.metaKey || event.isComposing || event.repeat || !(event.target instanceof Element)) return;
  if (!state.picture?.question || dialog()?.open) return;
  // Escape leaves a text field, so that the letters work again.
  if (event.target.matches('input[type="text"], select'))
    return event.key === 'Escape' ? root.querySelector<HTMLElement>('h1')?.focus() : undefined;
  const letter = letters[event.key.toLowerCase()];
  if (/^[1-9]$/.test(event.key)) actions.pick(Number(event.key) - 1);
  else if (letter) letter();
  else if (event.key === 'Enter' && !event.target.matches('button, a, summary, [role="region"]'))
    root.querySelector<HTMLButtonElement>('#proceed')?.click();
  else return;
  event.preventDefault();
});

/** The time left at the last look; what was crossed before the page came up has been said. */
let before: number | undefined;
let clocks = { wall: Date.now(), steady: performance.now() };
setInterval(() => {
  const looked = clocks;
  clocks = { wall: Date.now(), steady: performance.now() };
  if (!state.picture?.question) return;
  const now = left();
  const minutes = crossedMinute(before ?? now, now);
  // Said once: left standing, it would be said again whenever another notice goes.
  spoken = minutes === undefined ? '' : minutes === 1 ? words.minuteLeft : fill(words.minutesLeft, minutes);
  before = now;
  draw(state);
  // The host hands the exam in by itself; asking makes sure that a picture which was missed comes again, and the clock is right after sleep.
  if (now === 0 || slept(clocks.wall - looked.wall, clocks.steady - looked.steady)) bridge.post({ type: 'ready' });
}, 1000);

/** A number or text typed within the last pause must not go with the page. */
const keepTyped = (): void => {
  if (unsent !== undefined) mark();
};
document.addEventListener('visibilitychange', keepTyped);
window.addEventListener('pagehide', keepTyped);

draw(state);
