// Asks which quiz to start: an interrupted one, a way of practising, an exam, a whole chapter, or one topic.
import * as vscode from 'vscode';
import type { ProgressState } from '../../core/progress/progressState';
import { answeredIn, worthContinuing } from '../../core/quiz/interrupted';
import { roundSize, type SelfChosenMode, type Situation } from '../../core/quiz/selection';
import { countOf, modeItems } from './modeItems';
import { modeTitle, sessionTitle, type QuizTopic } from './quizContent';

/** An interrupted quiz, the way or the topics of a new one, or an exam. */
export type QuizChoice =
  | { readonly session: string }
  | { readonly mode: SelfChosenMode }
  | { readonly topics: readonly string[]; readonly count?: number }
  | { readonly exam: true };

type Item = vscode.QuickPickItem & { readonly choice?: QuizChoice };

const separator = (label: string): Item => ({ label, kind: vscode.QuickPickItemKind.Separator });

/** More than these nobody comes back to. */
const interruptedShown = 3;

function interruptedItems(all: readonly QuizTopic[], state: ProgressState): Item[] {
  const items = worthContinuing(state, Date.now())
    .slice(0, interruptedShown)
    .map((log): Item => {
      const { session, mode = 'topics', topics, questions } = log.started;
      return {
        label: `$(debug-continue) ${vscode.l10n.t('Continue: {0}', sessionTitle(all, mode, topics))}`,
        description: vscode.l10n.t('{0} of {1} answered', answeredIn(log), questions.length),
        choice: { session },
      };
    });
  return items.length === 0 ? [] : [separator(vscode.l10n.t('Interrupted')), ...items];
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
    description: countOf(total),
    choice: { topics: slugs },
  };
  const single = topics.map(({ slug, title, questionCount }): Item => ({
    label: title,
    description: countOf(questionCount),
    choice: { topics: [slug] },
  }));
  return [separator(group), ...(total > roundSize ? [round] : []), ...(topics.length > 1 ? [whole] : []), ...single];
}

/** @returns undefined when the learner changes their mind */
export async function chooseQuiz(all: readonly QuizTopic[], state: ProgressState, situation: Situation): Promise<QuizChoice | undefined> {
  const groups = [...new Set(all.map(({ group }) => group))];
  const exam: Item = {
    label: `$(mortar-board) ${modeTitle('exam')}…`,
    description: vscode.l10n.t('against the clock, judged at the end'),
    choice: { exam: true },
  };
  const items: Item[] = [
    ...interruptedItems(all, state),
    separator(vscode.l10n.t('Practise')),
    ...modeItems(situation),
    exam,
    ...groups.flatMap((group) => chapterItems(all, group)),
  ];
  const picked = await vscode.window.showQuickPick(items, {
    title: vscode.l10n.t('Start a quiz'),
    placeHolder: vscode.l10n.t('Choose what to be asked about'),
    matchOnDescription: true,
  });
  return picked?.choice;
}
