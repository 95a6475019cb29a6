// The quiz room in VS Code: the command that starts a quiz, and quizzes that come back after the window is reloaded.
import * as vscode from 'vscode';
import { readRemembered } from '../../protocol/quiz';
import { pageRoots } from '../page';
import { chooseQuiz, interruptedSession, type QuizChoice } from './chooseQuiz';
import { questionBank } from './quizContent';
import { attachQuiz, quizViewType, type QuizPanel, type QuizRoom } from './quizPanel';
import { quizPlaces } from './quizPlaces';
import { startSession } from './startSession';

export interface QuizOptions extends Omit<QuizRoom, 'places'> {
  /** Of the workspace: keeps where the learner was. */
  readonly memory: vscode.Memento;
  readonly subscriptions: vscode.Disposable[];
}

/** The topic that a caller names: a slug, the title of a chapter, or an object (such as a node of the tree) with `topic` or `slug`. */
function topicOf(argument: unknown): string | undefined {
  if (typeof argument === 'string') return argument;
  if (typeof argument !== 'object' || argument === null) return undefined;
  const named = 'topic' in argument ? argument.topic : 'slug' in argument ? argument.slug : undefined;
  return typeof named === 'string' ? named : undefined;
}

/** Registers `eShikaku.startQuiz` and the panels' serializer. The command returns the id of the quiz on show. */
export function registerQuiz({ subscriptions, memory, ...options }: QuizOptions): void {
  const room: QuizRoom = { ...options, places: quizPlaces(memory) };
  const { record, content, extensionUri } = room;
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

  async function choiceFor(argument: unknown): Promise<QuizChoice | undefined> {
    const all = await content.topics();
    const topic = topicOf(argument);
    if (topic === undefined) return chooseQuiz(all, record.state);
    const topics = all.filter(({ slug, group }) => slug === topic || group === topic).map(({ slug }) => slug);
    if (topics.length > 0) return { topics };
    throw new Error(
      vscode.l10n.t('There is no quiz on “{0}” yet. Topics with a quiz: {1}.', topic, all.map(({ slug }) => slug).join(', ')),
    );
  }

  async function start(argument?: unknown): Promise<string | undefined> {
    await record.ready();
    const choice = await choiceFor(argument);
    if (!choice) return undefined;
    if ('session' in choice) return show(choice.session);
    const bank = await questionBank(content, choice.topics);
    return show(await startSession(record, choice.topics, [...bank.values()], choice.count));
  }

  async function restore(panel: vscode.WebviewPanel, state: unknown): Promise<void> {
    const remembered = readRemembered(state);
    if (!remembered) await record.ready().catch(() => undefined);
    const session = remembered?.session ?? interruptedSession(record.state)?.started.session ?? '';
    keep(attachQuiz(panel, room, { session, at: remembered?.at ?? Infinity }));
  }

  subscriptions.push(
    vscode.commands.registerCommand('eShikaku.startQuiz', start),
    vscode.window.registerWebviewPanelSerializer(quizViewType, { deserializeWebviewPanel: restore }),
  );
}
