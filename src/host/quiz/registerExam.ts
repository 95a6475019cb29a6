// Mock exams in VS Code: the command that starts one, and panels that come back with their deadline.
import * as vscode from 'vscode';
import { keepSetsTogether } from '../../core/quiz/sets';
import { readRemembered } from '../../protocol/quiz';
import { pageRoots } from '../page';
import { chooseExam } from './chooseExam';
import { createExamKeeper } from './examKeeper';
import { attachExam, examViewType, type ExamRoom } from './examPanel';
import { newSeed } from './startSession';

export interface Exams extends vscode.Disposable {
  /** Asks for a length and starts; undefined when the learner changes their mind. */
  start(): Promise<string | undefined>;
  /** Brings an exam to the front, in a panel of its own. */
  show(session: string): string;
}

export function registerExam(options: Omit<ExamRoom, 'keeper'>): Exams {
  const { record, coach, extensionUri, log } = options;
  const keeper = createExamKeeper(record, coach, log);
  const room: ExamRoom = { ...options, keeper };
  const panels = new Map<string, vscode.WebviewPanel>();

  function keep(panel: vscode.WebviewPanel, session: string, at: number): void {
    panels.set(session, panel);
    panel.onDidDispose(() => panels.delete(session));
    attachExam(panel, room, session, at);
  }

  function show(session: string): string {
    const known = panels.get(session);
    if (known) known.reveal();
    else {
      const webview = { enableScripts: true, localResourceRoots: pageRoots(extensionUri) };
      keep(vscode.window.createWebviewPanel(examViewType, vscode.l10n.t('Mock exam'), vscode.ViewColumn.Active, webview), session, 0);
    }
    return session;
  }

  async function start(): Promise<string | undefined> {
    await record.ready();
    const seed = newSeed();
    const [topics, { questions: bank }] = [await coach.examTopics(), await coach.bank()];
    const choice = await chooseExam(topics, seed);
    if (!choice || choice.questions.length === 0) return undefined;
    const session = crypto.randomUUID();
    const asked = [...new Set(choice.questions.flatMap((id) => bank.get(id)?.topic ?? []))];
    const questions = keepSetsTogether(choice.questions, new Map(choice.questions.map((id) => [id, bank.get(id)?.set])));
    const deadline = Date.now() + choice.minutes * 60_000;
    await record.append({ type: 'quizStarted', session, topics: asked, questions, seed, mode: 'exam', deadline });
    return show(session);
  }

  async function restore(panel: vscode.WebviewPanel, state: unknown): Promise<void> {
    const remembered = readRemembered(state);
    // The learner was quicker than the editor and has gone on already.
    if (panels.has(remembered?.session ?? '')) return void panel.dispose();
    keep(panel, remembered?.session ?? '', remembered?.at ?? 0);
  }

  const serializer = vscode.window.registerWebviewPanelSerializer(examViewType, { deserializeWebviewPanel: restore });
  const command = vscode.commands.registerCommand('eShikaku.startExam', start);
  return {
    start,
    show,
    dispose() {
      for (const one of [serializer, command, keeper]) one.dispose();
    },
  };
}
