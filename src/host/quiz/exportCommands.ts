// Commands that write the learner's results as CSV, and the questions for Anki.
import * as vscode from 'vscode';
import { resultsCsv } from '../../core/progress/resultsCsv';
import type { RecordStore } from '../../core/progress/recordStore';
import { ankiTsv } from '../../core/quiz/ankiTsv';
import { pathOf } from '../progress/pathOf';
import type { Coach } from './coach';
import type { QuizContent } from './quizContent';

interface Sheet {
  readonly text: string;
  readonly count: number;
}

async function save(
  target: unknown,
  name: string,
  filters: { [label: string]: string[] },
  { text, count }: Sheet,
): Promise<number | undefined> {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  const defaultUri = folder && vscode.Uri.joinPath(folder, name);
  const uri = target instanceof vscode.Uri ? target : await vscode.window.showSaveDialog({ filters, ...(defaultUri && { defaultUri }) });
  if (!uri) return undefined;
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
  void vscode.window.showInformationMessage(vscode.l10n.t('{0} entries were written to {1}.', count, pathOf(uri)));
  return count;
}

/** Each command takes the file as an optional Uri and returns the number of lines written. */
export function exportCommands(record: RecordStore, content: QuizContent, coach: Coach): vscode.Disposable {
  async function results(): Promise<Sheet> {
    await record.ready();
    const titles = new Map((await content.topics()).map(({ slug, title }) => [slug, title]));
    const { history } = record.state;
    const count = [...history.values()].reduce((sum, answers) => sum + answers.length, 0);
    return { text: resultsCsv(history, (slug) => titles.get(slug) ?? slug), count };
  }

  async function anki(): Promise<Sheet> {
    const { questions } = await coach.bank();
    return { text: ankiTsv(questions.values(), (slug) => slug), count: questions.size };
  }

  return vscode.Disposable.from(
    vscode.commands.registerCommand('eShikaku.exportResults', async (target?: unknown) =>
      save(target, 'e-shikaku-results.csv', { [vscode.l10n.t('Table (CSV)')]: ['csv'] }, await results()),
    ),
    vscode.commands.registerCommand('eShikaku.exportAnki', async (target?: unknown) =>
      save(target, 'e-shikaku-anki.txt', { [vscode.l10n.t('Anki import file')]: ['txt', 'tsv'] }, await anki()),
    ),
  );
}
