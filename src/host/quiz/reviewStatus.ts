// Today's review in the status bar and on the view's badge; both keep quiet until the record has been read by whoever needs it.
import * as vscode from 'vscode';
import type { RecordStore } from '../../core/progress/recordStore';
import { atTime, nextDay } from '../atTime';
import type { Coach } from './coach';
import { onReviewSettings } from './reviewSettings';

/** Shows how much there is to review, where the syllabus is. @param count 0 takes it away */
export type ShowBadge = (count: number, tooltip: string) => void;

/** Waiting this long (ms) after a change spares a computation for every answer of a fast learner. */
const settle = 200;

const createItem = () => vscode.window.createStatusBarItem('eShikaku.review', vscode.StatusBarAlignment.Left, 5);

export function createReviewStatus(record: RecordStore, coach: Coach, log: vscode.LogOutputChannel, badge: ShowBadge): vscode.Disposable {
  let item: vscode.StatusBarItem | undefined;
  let waiting: ReturnType<typeof setTimeout> | undefined;
  let stayUp = (): void => undefined;

  async function draw(): Promise<void> {
    stayUp();
    stayUp = atTime(nextDay(Date.now()), later);
    if (record.state.history.size === 0) {
      item?.hide();
      return badge(0, '');
    }
    const { plan } = await coach.situation(0);
    const [, tomorrow = 0] = await coach.forecast(2);
    const count = plan.due.length + plan.fresh.length;
    const parts = vscode.l10n.t('{0} to review, {1} new; tomorrow {2} to review', plan.due.length, plan.fresh.length, tomorrow);
    const label = count > 0 ? vscode.l10n.t('Today’s review {0}', count) : vscode.l10n.t('Today’s review done');
    item ??= createItem();
    item.name = vscode.l10n.t('E資格 Lab: today’s review');
    item.text = `$(${count > 0 ? 'history' : 'check'}) ${label}`;
    item.tooltip = parts;
    item.accessibilityInformation = { label: `${label}, ${parts}`, role: 'button' };
    item.command = 'eShikaku.reviewDue';
    item.show();
    badge(plan.due.length, vscode.l10n.t('{0} questions to review today', plan.due.length));
  }

  function later(): void {
    clearTimeout(waiting);
    waiting = setTimeout(() => void draw().catch((error: unknown) => log.warn(String(error))), settle);
  }

  const following = [record.onDidChange(later), onReviewSettings(() => record.state.history.size > 0 && later())];
  return new vscode.Disposable(() => {
    clearTimeout(waiting);
    stayUp();
    item?.dispose();
    for (const one of following) one.dispose();
  });
}
