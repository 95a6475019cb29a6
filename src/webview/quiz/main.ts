// The quiz page: draws what the host sends, sends what the learner does, and keeps the keyboard's focus where the work is.
import { html, nothing, render } from 'lit';
import { decodeToQuizView, type FromQuizView, type QuizRemembered, type ToQuizView } from '../../protocol/quiz';
import { connect } from '../shared/bridge';
import { fill } from '../shared/words';
import { icon, type QuizActions } from './parts';
import { noticeText, questionPage } from './questionPage';
import { completeAnswer, type Draft } from './draft';
import { enteredAnswer, firstState, pickPlace, receiveMessage, type QuizState } from './quizState';
import { resultPage } from './resultPage';
import { words } from './strings';
import './quiz.css';

const root = document.querySelector<HTMLElement>('#app')!;
let state = firstState;

/** What a screen reader hears when something changed without the focus leaving. */
function announcement({ picture, notice }: QuizState): string {
  if (notice !== null) return noticeText(notice, picture?.question?.kind);
  if (picture?.result) return fill(words.score, picture.result.right, picture.result.total);
  if (picture?.feedback) return picture.feedback.right ? words.right : words.wrong;
  return '';
}

function page() {
  const { picture } = state;
  if (picture?.question) return questionPage({ ...state, picture }, picture.question, actions);
  if (picture?.result) return resultPage(picture, picture.result, actions);
  if (!state.gone) return html`<main class="page empty"><p>${state.notice === null ? words.loading : noticeText(state.notice)}</p></main>`;
  return html`<main class="page empty">
    <h1 tabindex="-1">${words.gone}</h1>
    <p>${words.goneHint}</p>
    <button class="button" type="button" @click=${() => actions.choose()}>${icon('checklist')}${words.choose}</button>
  </main>`;
}

function draw(next: QuizState): void {
  state = next;
  if (state.picture) bridge.remember({ session: session(), at: state.picture.at } satisfies QuizRemembered);
  render(
    html`${page()}
      <div class="visually-hidden" role="status">${announcement(state) || nothing}</div>`,
    root,
  );
}

/** After a new screen the focus goes to its first useful thing: the number field, the way on, or the heading that names it. */
function moveFocus(before: QuizState): void {
  const { picture } = state;
  const isNew = picture?.session !== before.picture?.session || picture?.at !== before.picture?.at;
  const isAnswered = Boolean(picture?.feedback) && !before.picture?.feedback;
  if (isNew) window.scrollTo(0, 0);
  if (!document.hasFocus() || (!isNew && !isAnswered)) return;
  const targets = isAnswered && !isNew ? ['#proceed'] : ['.answer input[type="text"]', 'h1'];
  const target = targets.map((selector) => root.querySelector<HTMLElement>(selector)).find((element) => element !== null);
  target?.focus({ preventScroll: true });
}

const bridge = connect<ToQuizView, FromQuizView>(decodeToQuizView, (message) => {
  const before = state;
  draw(receiveMessage(state, message));
  if (message.type === 'picture') moveFocus(before);
});

function answer(session: string, at: number): void {
  const question = state.picture?.question;
  if (!question) return;
  const entered = completeAnswer(state.draft, question);
  if (typeof entered === 'string') draw({ ...state, notice: entered });
  else bridge.post({ type: 'answer', session, at, entered, ...(state.confidence !== null && { confidence: state.confidence }) });
}

const session = () => state.picture?.session ?? '';

/** Draws a changed draft and lets the host keep it. */
function drawDraft(next: QuizState): void {
  if (next === state) return;
  draw(next);
  if (state.picture) bridge.post({ type: 'draft', session: session(), at: state.picture.at, entered: enteredAnswer(state) });
}

const edit = (change: Partial<Draft>) => drawDraft({ ...state, notice: null, draft: { ...state.draft, ...change } });

const actions: QuizActions = {
  pick: (place) => drawDraft(pickPlace(state, place)),
  type: (change) => edit(change),
  edit: (change) => edit(change),
  proceed() {
    if (!state.picture?.question) return;
    const { at, feedback } = state.picture;
    if (feedback) bridge.post({ type: 'show', session: session(), at: at + 1 });
    else answer(session(), at);
  },
  feel: (confidence) => draw({ ...state, confidence }),
  show: (at) => bridge.post({ type: 'show', session: session(), at }),
  openNote: (at) => bridge.post({ type: 'openNote', session: session(), at }),
  again: (which) => bridge.post({ type: 'again', session: session(), which }),
  choose: () => bridge.post({ type: 'choose' }),
};

/** Controls that have a use of their own for Enter. */
const takesEnter = 'button, a, summary, input, select, [role="region"]';

window.addEventListener('keydown', (event) => {
  if (event.altKey || event.ctrlKey || event.metaKey || event.isComposing || !(event.target instanceof Element)) return;
  // A key held down must not run through the questions.
  if (event.repeat && event.key === 'Enter') return event.preventDefault();
  const isTyping = event.target.matches('input[type="text"], select');
  if (/^[1-9]$/.test(event.key) && !isTyping && !event.repeat) actions.pick(Number(event.key) - 1);
  else if (event.key === 'Enter' && !event.target.matches(takesEnter)) actions.proceed();
  else return;
  event.preventDefault();
});

draw(state);
