// Hands exams in: when the learner says so, and when their time has run out, whether or not a panel shows them.
import type * as vscode from 'vscode';
import { handIn, isOverdue, restoreExam } from '../../core/quiz/exam';
import type { RecordStore } from '../../core/progress/recordStore';
import { atTime } from '../atTime';
import type { Coach } from './coach';

export interface ExamKeeper extends vscode.Disposable {
  /** Judges what stands in the record; nothing happens when that has been done already. */
  handIn(session: string): Promise<void>;
}

/** How long (ms) until what could not be handed in is tried again. */
const pause = 60_000;

export function createExamKeeper(record: RecordStore, coach: Coach, log: vscode.LogOutputChannel): ExamKeeper {
  let giveUp = (): void => undefined;
  let tail: Promise<void> = Promise.resolve();

  const running = () =>
    [...record.state.sessions.values()].flatMap(({ started, finished }) =>
      started?.mode === 'exam' && started.deadline !== undefined && !finished
        ? [{ session: started.session, deadline: started.deadline, finished: null }]
        : [],
    );

  function finish(session: string): Promise<void> {
    const work = tail.then(async () => {
      const { questions } = await coach.bank();
      const exam = restoreExam(session, record.state.sessions.get(session), questions);
      if (exam && exam.finished === null) await record.appendAll(handIn(exam));
    });
    tail = work.catch(() => undefined);
    return work;
  }

  /** One that cannot be handed in, because the disk is full or the folder is locked, keeps no other waiting and is tried again. */
  async function handInOverdue(): Promise<void> {
    let failed = false;
    for (const exam of running()) {
      if (!isOverdue(exam, Date.now())) continue;
      try {
        await finish(exam.session);
      } catch (error) {
        failed = true;
        log.error(error instanceof Error ? error : String(error));
      }
    }
    watch(failed ? Date.now() + pause : 0);
  }

  /** @param earliest not before this moment */
  function watch(earliest: number): void {
    giveUp();
    const deadlines = running().map(({ deadline }) => deadline);
    if (deadlines.length === 0) return;
    giveUp = atTime(
      Math.max(earliest, Math.min(...deadlines)),
      () => void handInOverdue().catch((error: unknown) => log.error(String(error))),
    );
  }

  const following = record.onDidChange(() => watch(0));
  return {
    handIn: finish,
    dispose() {
      giveUp();
      following.dispose();
    },
  };
}
