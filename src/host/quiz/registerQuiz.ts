// The quiz room in VS Code: the commands that start a quiz or an exam, quizzes that come back after a reload, and what today holds.
import * as vscode from 'vscode';
import { readRemembered } from '../../protocol/quiz';
import { interruptedSessions } from '../../core/quiz/interrupted';
import type { Question } from '../../core/quiz/question';
import { selectQuestions, type SelfChosenMode } from '../../core/quiz/selection';
import { pageRoots } from '../page';
import { createCoach } from './coach';
import { exportCommands } from './exportCommands';
import { questionBank } from './quizContent';
import { quizChoice } from './quizChoice';
import { attachQuiz, quizViewType, type QuizPanel, type QuizRoom } from './quizPanel';
import { quizPlaces } from './quizPlaces';
import { registerExam } from './registerExam';
import { createReviewStatus, type ShowBadge } from './reviewStatus';
import { registerStatistics } from './statisticsPanel';
import { newSeed, startSession } from './startSession';

export interface QuizOptions extends Omit<QuizRoom, 'places'> {
  /** Of the workspace: keeps where the learner was. */
  readonly memory: vscode.Memento;
  readonly subscriptions: vscode.Disposable[];
  readonly badge: ShowBadge;
}

/** Registers `eShikaku.startQuiz`, `eShikaku.reviewDue` (both return the id of the quiz on show) and the panels' serializer. */
export function registerQuiz({ subscriptions, memory, badge, ...options }: QuizOptions): void {
  const room: QuizRoom = { ...options, places: quizPlaces(memory) };
  const { record, content, extensionUri, log } = room;
  const coach = createCoach(record, content);
  const quizzes = new Set<QuizPanel>();

  function keep(quiz: QuizPanel): void {
    quizzes.add(quiz);
    quiz.panel.onDidDispose(() => quizzes.delete(quiz));
  }

  /** Brings the quiz to the front if it is open, else opens a panel for it. */
  function show(session: string): string {
    const known = [...quizzes].find((quiz) => quiz.session() === session);
    if (known) known.panel.reveal();
    else {
      const options = { enableScripts: true, localResourceRoots: pageRoots(extensionUri) };
      const panel = vscode.window.createWebviewPanel(quizViewType, vscode.l10n.t('Quiz'), vscode.ViewColumn.Active, options);
      keep(attachQuiz(panel, room, { session, at: Infinity }));
    }
    return session;
  }

  const practise = async (questions: readonly Question[]) => show(await startSession(record, { mode: 'missed', questions }));
  const exams = registerExam({ ...room, coach, practise, show });

  async function nothingToAsk(mode: SelfChosenMode): Promise<undefined> {
    const mixed = vscode.l10n.t('Mixed questions');
    const [, tomorrow = 0] = await coach.forecast(2);
    const sentence =
      mode === 'due'
        ? vscode.l10n.t('Nothing is left to review today. Tomorrow: {0}.', tomorrow)
        : vscode.l10n.t('There is no question to ask here yet. Answer some first.');
    void vscode.window.showInformationMessage(sentence, mixed).then(async (choice) => {
      // As a command, so that a failure is shown as any command's is.
      if (choice === mixed) await start({ mode: 'mixed' }).catch((error: unknown) => vscode.window.showErrorMessage(String(error)));
    });
    return undefined;
  }

  async function startMode(mode: SelfChosenMode): Promise<string | undefined> {
    const seed = newSeed();
    const { questions } = await coach.bank();
    const chosen = selectQuestions(mode, await coach.situation(seed)).flatMap((id): Question[] => {
      const question = questions.get(id);
      return question ? [question] : [];
    });
    return chosen.length === 0 ? nothingToAsk(mode) : show(await startSession(record, { mode, questions: chosen, seed }));
  }

  async function start(argument?: unknown): Promise<string | undefined> {
    await record.ready();
    const choice = await quizChoice(argument, content, coach, record.state);
    if (!choice) return undefined;
    if ('exam' in choice) return exams.start();
    if ('session' in choice)
      return record.state.sessions.get(choice.session)?.started?.mode === 'exam' ? exams.show(choice.session) : show(choice.session);
    if ('mode' in choice) return startMode(choice.mode);
    const bank = await questionBank(content, choice.topics);
    return show(await startSession(record, { mode: 'topics', questions: [...bank.values()], count: choice.count }));
  }

  async function restore(panel: vscode.WebviewPanel, state: unknown): Promise<void> {
    const remembered = readRemembered(state);
    if (!remembered) await record.ready().catch(() => undefined);
    const session = remembered?.session ?? interruptedSessions(record.state, (mode) => mode !== 'exam')[0]?.started.session ?? '';
    // The learner was quicker than the editor and has gone on already.
    if ([...quizzes].some((quiz) => quiz.session() === room.places.latest(session))) return void panel.dispose();
    keep(attachQuiz(panel, room, { session, at: remembered?.at ?? Infinity }));
  }

  subscriptions.push(
    exams,
    exportCommands(record, content, coach),
    registerStatistics({ extensionUri, log, record, content, coach }),
    createReviewStatus(record, coach, log, badge),
    vscode.commands.registerCommand('eShikaku.startQuiz', start),
    vscode.commands.registerCommand('eShikaku.reviewDue', () => start({ mode: 'due' })),
    vscode.window.registerWebviewPanelSerializer(quizViewType, { deserializeWebviewPanel: restore }),
  );
}
