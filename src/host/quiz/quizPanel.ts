// One quiz in one panel: shows the record's picture of it, puts answers into the record, and remembers only the place on show.
import * as vscode from 'vscode';
import type { SessionLog } from '../../core/progress/progressState';
import type { RecordStore } from '../../core/progress/recordStore';
import { isRight, understand } from '../../core/quiz/kinds';
import { firstOpen, missed, restoreSession, type QuizSession } from '../../core/quiz/session';
import { decodeFromQuizView, type FromQuizView, type QuizPlace, type ToQuizView } from '../../protocol/quiz';
import { attachPage, panelIcon, type PageContext } from '../page';
import { noteTitles, questionBank, sessionTitle, type QuizContent } from './quizContent';
import { quizPicture } from './quizPicture';
import type { QuizPlaces } from './quizPlaces';
import { asksConfidence } from './reviewSettings';
import { startSession } from './startSession';
import { messageOf } from '../messageOf';

export const quizViewType = 'eShikaku.quiz';

export interface QuizRoom extends PageContext {
  readonly record: RecordStore;
  readonly content: QuizContent;
  readonly places: QuizPlaces;
}

export interface QuizPanel {
  readonly panel: vscode.WebviewPanel;
  session(): string;
}

/**
 * Fills `panel` with a quiz.
 * @param begin the quiz, and the place to show where none was kept; an id that the record does not know gives a page that says so
 */
export function attachQuiz(panel: vscode.WebviewPanel, room: QuizRoom, begin: { session: string; at: number }): QuizPanel {
  const { record, content, places, log } = room;
  let id = places.latest(begin.session);
  let { at, draft }: QuizPlace = places.find(id) ?? { at: begin.at, draft: null };
  let painted: SessionLog | undefined;
  let open = { place: -1, since: 0 };
  let tail: Promise<void> = Promise.resolve();

  function look(place: number, entered: QuizPlace['draft'] = draft): void {
    at = place;
    draft = entered;
    places.keep(id, { at, draft });
  }

  async function current(): Promise<QuizSession | null> {
    await record.ready();
    const entry = record.state.sessions.get(id);
    return restoreSession(id, entry, await questionBank(content, entry?.started?.topics ?? []));
  }

  async function paint(): Promise<void> {
    const session = await current();
    painted = record.state.sessions.get(id);
    if (!session || session.items.length === 0) return page.post({ type: 'gone' });
    const titles = await noteTitles(
      content,
      session.items.map(({ question }) => question),
    );
    const title = sessionTitle(await content.topics(), session.mode, session.topics);
    const picture = quizPicture(session, at, title, (slug) => titles.get(slug) ?? slug, draft, asksConfidence());
    look(picture.at);
    if (picture.question && !picture.feedback && open.place !== at) open = { place: at, since: Date.now() };
    panel.title = vscode.l10n.t('Quiz: {0}', title);
    page.post(picture);
  }

  async function finish(): Promise<void> {
    const session = await current();
    if (!session || session.finished || session.items.length === 0 || firstOpen(session) < session.items.length) return;
    const correct = session.items.length - missed(session).length;
    await record.append({ type: 'quizFinished', session: id, correct, total: session.items.length });
  }

  async function answer({ at: place, entered, confidence }: Extract<FromQuizView, { type: 'answer' }>): Promise<void> {
    const session = await current();
    const item = session?.items[place];
    if (!item || item.given !== null) return paint();
    const { question, order } = item;
    const given = understand(question, entered, order);
    if (!given) return page.post({ type: 'unreadable', session: id, at: place });
    const ms = open.place === place ? Math.max(0, Date.now() - open.since) : undefined;
    const correct = isRight(question, given);
    await record.append({
      ...{ type: 'answered', session: id, question: question.id, topic: question.topic, given, correct },
      ...(ms !== undefined && { ms }),
      ...(session.mode === 'cram' && { cram: true as const }),
      ...(confidence !== undefined && { confidence }),
    });
    look(place, null);
    await finish();
    await paint();
  }

  async function again(which: 'missed' | 'all'): Promise<void> {
    const session = await current();
    const items = which === 'all' ? session?.items : session && missed(session);
    if (!session || !items?.length) return paint();
    const next = await startSession(record, { mode: session.mode, questions: items.map(({ question }) => question) });
    places.keep(id, { at, draft, followedBy: next });
    id = next;
    look(0, null);
    open = { place: -1, since: 0 };
    await paint();
  }

  async function openNote(place: number): Promise<void> {
    const note = (await current())?.items[place]?.question.note;
    if (note) await vscode.commands.executeCommand('eShikaku.openNote', note);
  }

  const answers: { readonly [T in FromQuizView['type']]: (message: Extract<FromQuizView, { type: T }>) => Promise<unknown> } = {
    ready: () =>
      finish()
        .catch((error: unknown) => log.warn(String(error)))
        .then(paint),
    answer,
    draft: async (message) => (message.at === at ? look(at, message.entered && { at, entered: message.entered }) : undefined),
    show: (message) => (look(message.at), paint()),
    openNote: (message) => openNote(message.at),
    again: (message) => again(message.which),
    choose: async () => vscode.commands.executeCommand('eShikaku.startQuiz'),
  };

  function reply<T extends FromQuizView['type']>(type: T, message: Extract<FromQuizView, { type: T }>): Promise<unknown> {
    return answers[type](message);
  }

  /** One message after the other: a second click must find the first one's answer in the record. */
  function receive(message: FromQuizView): void {
    if ('session' in message && message.session !== id) return log.warn(`A message of another quiz (${message.session}) was ignored.`);
    tail = tail
      // A second click on “again” is meant for the quiz that the first has replaced.
      .then(() => ('session' in message && message.session !== id ? undefined : reply(message.type, message)))
      .then(() => undefined)
      .catch((error: unknown) => {
        log.error(error instanceof Error ? error : String(error));
        page.post({ type: 'trouble', sentence: messageOf(error) });
      });
  }

  panel.iconPath = panelIcon(room.extensionUri);
  const page = attachPage<FromQuizView, ToQuizView>(panel, room, { name: 'quiz', decode: decodeFromQuizView, receive });
  const isStale = () => painted !== undefined && record.state.sessions.get(id) !== painted;
  const following = record.onDidChange(() => {
    tail = tail.then(() => (isStale() ? paint() : undefined)).catch((error: unknown) => log.warn(String(error)));
  });
  panel.onDidDispose(() => following.dispose());
  return { panel, session: () => id };
}
