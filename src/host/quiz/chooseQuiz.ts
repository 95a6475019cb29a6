// Asks which quiz to start: an interrupted one, a whole chapter, or one topic.
import * as vscode from 'vscode';
import type { ProgressState, SessionLog } from '../../core/progress/progressState';
import { compareEvents } from '../../core/progress/events';
import { quizTitle, type QuizTopic } from './quizContent';

/** An interrupted quiz, or the topics of a new one. */
export type QuizChoice = { readonly session: string } | { readonly topics: readonly string[]; readonly count?: number };

/** A round that fits into an evening's quarter of an hour. */
const roundSize = 20;

type Item = vscode.QuickPickItem & { readonly choice?: QuizChoice };

/** The quiz that was started last and has open questions; null when there is none. */
export function interruptedSession(state: ProgressState): (SessionLog & { readonly started: NonNullable<SessionLog['started']> }) | null {
  const open = [...state.sessions.values()].flatMap((log) => (log.started && !log.finished ? [{ ...log, started: log.started }] : []));
  return open.sort((a, b) => compareEvents(b.started, a.started))[0] ?? null;
}

const separator = (label: string): Item => ({ label, kind: vscode.QuickPickItemKind.Separator });
const questions = (count: number) => (count === 1 ? vscode.l10n.t('1 question') : vscode.l10n.t('{0} questions', count));

function interruptedItems(all: readonly QuizTopic[], state: ProgressState): Item[] {
  const log = interruptedSession(state);
  if (!log || log.answers.size === 0) return [];
  const { session, topics, questions } = log.started;
  const label = `$(debug-continue) ${vscode.l10n.t('Continue: {0}', quizTitle(all, topics))}`;
  const description = vscode.l10n.t('{0} of {1} answered', log.answers.size, questions.length);
  return [separator(vscode.l10n.t('Interrupted')), { label, description, choice: { session } }];
}

function chapterItems(all: readonly QuizTopic[], group: string): Item[] {
  const topics = all.filter((topic) => topic.group === group);
  const slugs = topics.map(({ slug }) => slug);
  const total = topics.reduce((sum, { questionCount }) => sum + questionCount, 0);
  const round: Item = {
    label: `$(checklist) ${vscode.l10n.t('A round of {0} questions', roundSize)}`,
    description: vscode.l10n.t('new and weak ones first'),
    choice: { topics: slugs, count: roundSize },
  };
  const whole: Item = {
    label: `$(checklist) ${vscode.l10n.t('All questions')}`,
    description: questions(total),
    choice: { topics: slugs },
  };
  const single = topics.map(({ slug, title, questionCount }): Item => ({
    label: title,
    description: questions(questionCount),
    choice: { topics: [slug] },
  }));
  return [separator(group), ...(total > roundSize ? [round] : []), ...(topics.length > 1 ? [whole] : []), ...single];
}

/** @returns undefined when the learner changes their mind */
export async function chooseQuiz(all: readonly QuizTopic[], state: ProgressState): Promise<QuizChoice | undefined> {
  const groups = [...new Set(all.map(({ group }) => group))];
  const items = [...interruptedItems(all, state), ...groups.flatMap((group) => chapterItems(all, group))];
  const picked = await vscode.window.showQuickPick(items, {
    title: vscode.l10n.t('Start a quiz'),
    placeHolder: vscode.l10n.t('Choose what to be asked about'),
    matchOnDescription: true,
  });
  return picked?.choice;
}
