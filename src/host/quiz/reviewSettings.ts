// The learner's settings for the review schedule, checked; a date that cannot be one is told once and then left out.
import * as vscode from 'vscode';
import { parseDay, type DayOf } from '../../core/quiz/calendarDay';
import type { PlanSettings } from '../../core/quiz/reviewPlan';

const section = 'eShikaku';
const examDate = `${section}.examDate`;
const newPerDay = `${section}.newPerDay`;
const usualNewPerDay = 10;

/** The calendar of this machine: days change at midnight, local time. */
export const localDay: DayOf = (ms) => Math.floor((ms - new Date(ms).getTimezoneOffset() * 60_000) / 86_400_000);

let told = '';

function complain(text: string): void {
  if (told === text) return;
  told = text;
  const sentence = vscode.l10n.t(
    'The exam date “{0}” in the settings is not a date, so it does not change your reviews. Write it as YYYY-MM-DD, such as 2027-02-19.',
    text,
  );
  const open = vscode.l10n.t('Open Settings');
  void vscode.window.showWarningMessage(sentence, open).then((choice) => {
    if (choice === open) void vscode.commands.executeCommand('workbench.action.openSettings', examDate);
  });
}

export function reviewSettings(): PlanSettings {
  const settings = vscode.workspace.getConfiguration();
  const text = settings.get<unknown>(examDate);
  const written = typeof text === 'string' ? text.trim() : '';
  const exam = parseDay(written);
  if (written !== '' && exam === null) complain(written);
  const count = settings.get<unknown>(newPerDay);
  const isCount = typeof count === 'number' && Number.isInteger(count) && count >= 0;
  return { exam, newPerDay: isCount ? count : usualNewPerDay };
}

/** Whether quizzes ask how sure the learner is. */
export const asksConfidence = (): boolean => vscode.workspace.getConfiguration().get<unknown>(`${section}.askConfidence`) === true;

/** Calls `listener` when one of these settings changes. */
export const onReviewSettings = (listener: () => void): vscode.Disposable =>
  vscode.workspace.onDidChangeConfiguration((event) => {
    if (event.affectsConfiguration(examDate) || event.affectsConfiguration(newPerDay)) listener();
  });
