// One mock exam in one panel: keeps every mark in the record as it is made, and shows nothing of right or wrong before it is handed in.
import * as vscode from 'vscode';
import { fieldOfArea } from '../../core/quiz/blueprint';
import { isOverdue, restoreExam, type Exam } from '../../core/quiz/exam';
import { understand } from '../../core/quiz/kinds';
import type { Question } from '../../core/quiz/question';
import type { SessionLog } from '../../core/progress/progressState';
import { decodeFromExamView, type FromExamView, type ToExamView } from '../../protocol/exam';
import { attachPage, panelIcon } from '../page';
import type { Coach } from './coach';
import type { ExamKeeper } from './examKeeper';
import { examPicture } from './examPicture';
import { modeTitle, noteTitles } from './quizContent';
import type { QuizRoom } from './quizPanel';
import { messageOf } from '../messageOf';

export const examViewType = 'eShikaku.exam';

export interface ExamRoom extends QuizRoom {
  readonly coach: Coach;
  readonly keeper: ExamKeeper;
  /** Opens a quiz of these questions. */
  readonly practise: (questions: readonly Question[]) => Promise<string>;
  /** Brings a quiz to the front. */
  readonly show: (session: string) => void;
}

/** Fills `panel` with the exam `id`; one that the record does not know gives a page that says so. */
export function attachExam(panel: vscode.WebviewPanel, room: ExamRoom, id: string, begin: number): void {
  const { record, content, places, coach, keeper, log } = room;
  const kept = places.find(id);
  let at = kept?.at ?? begin;
  /** What was entered at a place and is no answer yet. */
  const drafts = new Map(kept?.drafts?.map((draft) => [draft.at, draft.entered]));
  let painted: SessionLog | undefined;
  let practising: string | undefined;
  let tail: Promise<void> = Promise.resolve();

  function look(place: number): void {
    at = place;
    places.keep(id, { at, draft: null, drafts: [...drafts].map(([where, entered]) => ({ at: where, entered })) });
  }

  async function current(): Promise<Exam | null> {
    await record.ready();
    const { questions } = await coach.bank();
    const exam = restoreExam(id, record.state.sessions.get(id), questions);
    if (!exam || !isOverdue(exam, Date.now())) return exam;
    await keeper.handIn(id);
    return restoreExam(id, record.state.sessions.get(id), questions);
  }

  async function paint(): Promise<void> {
    const exam = await current();
    painted = record.state.sessions.get(id);
    if (!exam || exam.items.length === 0) return page.post({ type: 'gone' });
    const areas = new Map((await content.topics()).map(({ slug, area }) => [slug, area]));
    const titles = await noteTitles(
      content,
      exam.items.map(({ question }) => question),
    );
    const picture = examPicture(
      exam,
      at,
      Date.now(),
      { title: modeTitle('exam'), noteTitle: (slug) => titles.get(slug) ?? slug, fieldOf: (topic) => fieldOfArea(areas.get(topic) ?? '') },
      drafts.get(at) ?? null,
    );
    look(picture.at);
    page.post(picture);
  }

  async function mark({ at: place, entered, flagged }: Extract<FromExamView, { type: 'mark' }>): Promise<void> {
    const exam = await current();
    const item = exam?.items[place];
    if (!exam || !item || exam.finished !== null) return paint();
    const given = entered && understand(item.question, entered, item.order);
    const unreadable = entered !== null && given === null;
    if (unreadable) drafts.set(place, entered);
    else drafts.delete(place);
    look(at);
    if (unreadable) page.post({ type: 'unreadable', session: id, at: place });
    if (JSON.stringify(given) !== JSON.stringify(item.given) || flagged !== item.flagged)
      await record.append({ type: 'examMarked', session: id, question: item.question.id, given, flagged });
  }

  async function openNote(place: number): Promise<void> {
    const exam = await current();
    const note = exam?.finished === null ? undefined : exam?.items[place]?.question.note;
    if (note) await vscode.commands.executeCommand('eShikaku.openNote', note);
  }

  /** One quiz of the missed ones, however often it is asked for. */
  async function practise(): Promise<void> {
    if (practising !== undefined && !record.state.sessions.get(practising)?.finished) return void room.show(practising);
    const exam = await current();
    const missed = exam?.items.filter(({ right }) => right === false) ?? [];
    if (missed.length > 0) practising = await room.practise(missed.map(({ question }) => question));
  }

  const answers: { readonly [T in FromExamView['type']]: (message: Extract<FromExamView, { type: T }>) => Promise<unknown> } = {
    ready: paint,
    mark,
    show: (message) => (look(message.at), paint()),
    handIn: () => keeper.handIn(id).then(paint),
    openNote: (message) => openNote(message.at),
    practise,
    choose: async () => vscode.commands.executeCommand('eShikaku.startQuiz'),
  };

  function reply<T extends FromExamView['type']>(type: T, message: Extract<FromExamView, { type: T }>): Promise<unknown> {
    return answers[type](message);
  }

  /** One message after the other, so that the last mark is the one that stands. */
  function receive(message: FromExamView): void {
    if ('session' in message && message.session !== id) return log.warn(`A message of another exam (${message.session}) was ignored.`);
    tail = tail
      .then(() => reply(message.type, message))
      .then(() => undefined)
      .catch((error: unknown) => {
        log.error(error instanceof Error ? error : String(error));
        page.post({ type: 'trouble', sentence: messageOf(error) });
      });
  }

  panel.title = modeTitle('exam');
  panel.iconPath = panelIcon(room.extensionUri);
  const page = attachPage<FromExamView, ToExamView>(panel, room, { name: 'exam', decode: decodeFromExamView, receive });
  const following = record.onDidChange(() => {
    tail = tail
      .then(() => (painted !== undefined && record.state.sessions.get(id) !== painted ? paint() : undefined))
      .catch((error: unknown) => log.warn(String(error)));
  });
  panel.onDidDispose(() => following.dispose());
}
