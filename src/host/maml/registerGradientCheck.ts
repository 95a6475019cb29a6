// The command that checks the gradients in front of the learner: runs the comparisons in slices and shows the tables as a read-only page.
import * as vscode from 'vscode';
import type { Machinery } from './machinery';

const SCHEME = 'e-shikaku-check';
const CASES = 40;

/** What the command gives back to a caller. */
export interface GradientCheck {
  readonly seed: number;
  readonly comparisons: number;
  readonly failed: number;
  /** Of the page. */
  readonly uri: string;
}

export function registerGradientCheck(machinery: () => Promise<Machinery>): vscode.Disposable {
  const reports = new Map<string, string>();
  /** Each run draws other problems; the first ones are those of `npm run check:gradients`. */
  let seed = 0;

  async function work(token: vscode.CancellationToken): Promise<GradientCheck | undefined> {
    const [{ selfCheck }, { checkReport }, { inSlices }, parts] = await Promise.all([
      import('../../core/maml/selfCheck'),
      import('./checkReport'),
      import('./slices'),
      machinery(),
    ]);
    const drawn = ++seed;
    const start = performance.now();
    const rows = await inSlices(selfCheck({ ...parts, seed: drawn, cases: CASES }), { cancelled: () => token.isCancellationRequested });
    if (rows === undefined) return undefined;
    const seconds = (performance.now() - start) / 1000;
    const uri = await show(drawn, checkReport({ seed: drawn, rows, withKernel: parts.kernel !== undefined, seconds }, vscode));
    return { seed: drawn, comparisons: rows.length, failed: rows.filter(({ passed }) => !passed).length, uri: uri.toString() };
  }

  /** As a page where the editor's own preview of Markdown is there, else as text. */
  async function show(number: number, report: string): Promise<vscode.Uri> {
    const uri = vscode.Uri.from({ scheme: SCHEME, path: `/${vscode.l10n.t('Gradient check')} ${number}.md` });
    reports.set(uri.toString(), report);
    try {
      await vscode.commands.executeCommand('markdown.showPreview', uri);
    } catch {
      await vscode.window.showTextDocument(uri);
    }
    return uri;
  }

  return vscode.Disposable.from(
    vscode.workspace.registerTextDocumentContentProvider(SCHEME, {
      provideTextDocumentContent: (uri) => reports.get(uri.toString()) ?? '',
    }),
    vscode.commands.registerCommand('eShikaku.checkGradients', () =>
      vscode.window.withProgress(
        { location: vscode.ProgressLocation.Notification, title: vscode.l10n.t('Checking the gradients'), cancellable: true },
        (_progress, token) => work(token),
      ),
    ),
  );
}
