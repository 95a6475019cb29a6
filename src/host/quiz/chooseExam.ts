// Asks for the length of a mock exam, or for one field, and says plainly when the bank has fewer questions than that.
import * as vscode from 'vscode';
import { examFields, sampleExam, type ExamField, type ExamTopic } from '../../core/quiz/blueprint';
import { fullExam, minutesFor } from '../../core/quiz/exam';

export interface ExamChoice {
  readonly questions: readonly string[];
  readonly minutes: number;
}

type Item = vscode.QuickPickItem & { readonly exam?: ExamChoice };

const fieldNames: { readonly [F in ExamField]: () => string } = {
  mathematics: () => vscode.l10n.t('Applied mathematics'),
  machineLearning: () => vscode.l10n.t('Machine learning'),
  deepLearning: () => vscode.l10n.t('Deep learning'),
  operations: () => vscode.l10n.t('Development and operation'),
};

const lengths = [
  { share: 1, icon: 'mortar-board', label: () => vscode.l10n.t('Whole exam') },
  { share: 1 / 2, icon: 'circle-large-outline', label: () => vscode.l10n.t('Half') },
  { share: 1 / 4, icon: 'pie-chart', label: () => vscode.l10n.t('Quarter') },
] as const;

function itemOf(label: string, topics: readonly ExamTopic[], wanted: number, seed: number): Item {
  const questions = sampleExam(topics, wanted, seed);
  const minutes = minutesFor(questions.length);
  const description = vscode.l10n.t('{0} questions, {1} minutes', questions.length, minutes);
  const short = vscode.l10n.t('The question bank holds only {0} of {1} so far; the time is shorter to match.', questions.length, wanted);
  return { label, description, ...(questions.length < wanted && { detail: short }), exam: { questions, minutes } };
}

/** @returns undefined when the learner changes their mind */
export async function chooseExam(topics: readonly ExamTopic[], seed: number): Promise<ExamChoice | undefined> {
  const quarter = fullExam.questions / 4;
  const whole = lengths.map(({ share, icon, label }) => itemOf(`$(${icon}) ${label()}`, topics, fullExam.questions * share, seed));
  const byField = examFields.flatMap(({ field }) => {
    const own = topics.filter((topic) => topic.field === field);
    return own.some(({ questions }) => questions.length > 0) ? [itemOf(fieldNames[field](), own, quarter, seed)] : [];
  });
  const fields: Item = { label: vscode.l10n.t('One field'), kind: vscode.QuickPickItemKind.Separator };
  const picked = await vscode.window.showQuickPick([...whole, fields, ...byField], {
    title: vscode.l10n.t('Start a mock exam'),
    placeHolder: vscode.l10n.t('The clock starts at once. It goes on while the window is closed.'),
  });
  return picked?.exam;
}
