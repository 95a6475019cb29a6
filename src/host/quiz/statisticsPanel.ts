// The statistics page: one panel that shows what the record says, follows it, and starts what the learner chooses from it.
import * as vscode from 'vscode';
import { predictionTally } from '../../core/progress/predictionTally';
import { statisticsOf } from '../../core/progress/statistics';
import type { RecordStore } from '../../core/progress/recordStore';
import { decodeFromProgressView, type FromProgressView, type ProgressPicture, type ToProgressView } from '../../protocol/progress';
import { atTime, nextDay } from '../atTime';
import { attachPage, pageRoots, panelIcon, type PageContext } from '../page';
import type { Coach } from './coach';
import type { QuizContent } from './quizContent';
import { localDay } from './reviewSettings';
import { messageOf } from '../messageOf';

export const statisticsViewType = 'eShikaku.progress';

export interface StatisticsRoom extends PageContext {
  readonly record: RecordStore;
  readonly content: QuizContent;
  readonly coach: Coach;
}

/** Weeks in the calendar, and days in the forecast. */
const weeks = 18;
const foreseen = 14;

/** A pause (ms) after a change, so that a quiz that is being answered beside it is not slowed down. */
const settle = 300;

const commandOf: { readonly [W in 'csv' | 'anki' | 'json']: string } = {
  csv: 'eShikaku.exportResults',
  anki: 'eShikaku.exportAnki',
  json: 'eShikaku.exportRecord',
};

async function pictureOf({ record, content, coach }: StatisticsRoom): Promise<ProgressPicture> {
  const today = localDay(Date.now());
  const [cards, { plan }, ahead] = [await coach.cards(), await coach.situation(0), await coach.forecast(foreseen)];
  const topics = (await content.topics()).map(({ questionCount, ...topic }) => ({ ...topic, total: questionCount }));
  const { exam } = coach.settings();
  return {
    type: 'picture',
    today,
    examIn: exam === null || exam < today ? null : exam - today,
    due: plan.due.length,
    fresh: plan.fresh.length,
    forecast: ahead,
    predictions: predictionTally(record.state.predictions),
    ...statisticsOf({ topics, history: record.state.history, cards, dayOf: localDay, today, weeks }),
  };
}

export function registerStatistics(room: StatisticsRoom): vscode.Disposable {
  const { record, log, extensionUri } = room;
  let open: vscode.WebviewPanel | undefined;

  function attach(panel: vscode.WebviewPanel): void {
    let waiting: ReturnType<typeof setTimeout> | undefined;
    let stayUp = (): void => undefined;
    const run = (command: string, argument?: unknown) => vscode.commands.executeCommand(command, argument);
    const answers: { readonly [T in FromProgressView['type']]: (message: Extract<FromProgressView, { type: T }>) => Thenable<unknown> } = {
      ready: () => paint(),
      practise: ({ topic }) => run('eShikaku.startQuiz', topic),
      practiseWeakest: () => run('eShikaku.startQuiz', { mode: 'weakest' }),
      reviewDue: () => run('eShikaku.reviewDue'),
      startQuiz: () => run('eShikaku.startQuiz'),
      export: ({ what }) => run(commandOf[what]),
      reset: () => run('eShikaku.resetRecord'),
    };
    function reply<T extends FromProgressView['type']>(type: T, message: Extract<FromProgressView, { type: T }>): Thenable<unknown> {
      return answers[type](message);
    }
    async function paint(): Promise<void> {
      stayUp();
      stayUp = atTime(nextDay(Date.now()), later);
      await record.ready();
      page.post(await pictureOf(room));
    }
    const complain = (error: unknown) => {
      log.error(error instanceof Error ? error : String(error));
      page.post({ type: 'trouble', sentence: messageOf(error) });
    };
    const receive = async (message: FromProgressView) => {
      await reply(message.type, message).then(undefined, complain);
    };
    open = panel;
    panel.title = vscode.l10n.t('Statistics');
    panel.iconPath = panelIcon(extensionUri);
    const page = attachPage<FromProgressView, ToProgressView>(panel, room, { name: 'progress', decode: decodeFromProgressView, receive });
    function later(): void {
      clearTimeout(waiting);
      waiting = setTimeout(() => void paint().catch(complain), settle);
    }
    const following = record.onDidChange(later);
    panel.onDidDispose(() => {
      clearTimeout(waiting);
      stayUp();
      following.dispose();
      open = undefined;
    });
  }

  function show(): void {
    if (open) return open.reveal();
    const options = { enableScripts: true, localResourceRoots: pageRoots(extensionUri) };
    attach(vscode.window.createWebviewPanel(statisticsViewType, vscode.l10n.t('Statistics'), vscode.ViewColumn.Active, options));
  }

  return vscode.Disposable.from(
    vscode.commands.registerCommand('eShikaku.showStatistics', show),
    vscode.window.registerWebviewPanelSerializer(statisticsViewType, {
      async deserializeWebviewPanel(panel) {
        // Where the learner was quicker than the editor, the page is open already.
        if (open) panel.dispose();
        else attach(panel);
      },
    }),
  );
}
