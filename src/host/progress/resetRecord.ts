// Fresh starts: sets the record aside after a question, and brings it back, one layer or all of them.
import * as vscode from 'vscode';
import { counted } from '../../core/progress/counted';
import { compareEvents, type RecordEvent } from '../../core/progress/events';
import { undoing, type Reset } from '../../core/progress/rulings';
import type { RecordStore } from '../../core/progress/recordStore';
import { messageOf } from '../messageOf';

/** Acts once the learner clicks the message's button; an error is told in its turn, for nobody waits for such a click. */
function afterClick(message: Thenable<string | undefined>, button: string, act: () => Promise<unknown>): void {
  void message
    .then((answer) => (answer === button ? act() : undefined))
    .then(undefined, (error: unknown) => vscode.window.showErrorMessage(messageOf(error)));
}

/** Sets the record aside after the learner has said so; nothing is destroyed, and one click brings it back. @returns whether it was done */
export async function reset(store: RecordStore): Promise<boolean> {
  await store.ready();
  const [setAside, undo] = [vscode.l10n.t('Start afresh'), vscode.l10n.t('Bring it back')];
  const detail = vscode.l10n.t(
    'Answers, reviews, marks and statistics begin at nothing, in every window. The old record is set aside, not deleted: it stays in exports and can be brought back.',
  );
  const choice = await vscode.window.showWarningMessage(
    vscode.l10n.t('Set your learning record aside?'),
    { modal: true, detail },
    setAside,
  );
  if (choice !== setAside) return false;
  await store.append({ type: 'recordReset' });
  const done = store.state.reset;
  // What an earlier fresh start has set aside stays there: only this one is taken back.
  afterClick(vscode.window.showInformationMessage(vscode.l10n.t('Your learning record was set aside.'), undo), undo, async () =>
    bringBack(store, done ? [done] : []),
  );
  return true;
}

async function bringBack(store: RecordStore, resets: readonly Reset[]): Promise<void> {
  const before = counted(store.state);
  await store.appendAll(undoing(resets));
  const after = counted(store.state);
  void vscode.window.showInformationMessage(
    vscode.l10n.t(
      'Your learning record is back: {0} more answers and {1} more read notes count again.',
      after.answers - before.answers,
      after.notes - before.notes,
    ),
  );
}

/** Everything that was ever set aside counts again. @returns false when nothing was */
export async function undoResets(store: RecordStore): Promise<boolean> {
  await store.ready();
  const { resets } = store.state;
  if (resets.length === 0) {
    void vscode.window.showInformationMessage(vscode.l10n.t('No learning record has been set aside.'));
    return false;
  }
  await bringBack(store, resets);
  return true;
}

/** Imported events that a reset hides: the learner decides whether they count. */
export function offerSetAside(store: RecordStore, events: readonly RecordEvent[]): void {
  const { reset: last } = store.state;
  const hidden = last ? events.filter((event) => compareEvents(event, last) < 0).length : 0;
  if (hidden === 0) return;
  const undo = vscode.l10n.t('Bring everything back');
  const sentence = vscode.l10n.t('{0} of the imported events are older than your last fresh start, so they stay set aside.', hidden);
  afterClick(vscode.window.showInformationMessage(sentence, undo), undo, () => undoResets(store));
}
