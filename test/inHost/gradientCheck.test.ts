// The gradients checked inside a real extension host, in front of the learner.
import * as vscode from 'vscode';
import { equal, ok } from './support/assert';

interface Check {
  readonly seed: number;
  readonly comparisons: number;
  readonly failed: number;
  readonly uri: string;
}

describe('the check of the gradients', () => {
  it('finds all implementations in agreement and leaves a page that says so', async () => {
    const check = await vscode.commands.executeCommand<Check | undefined>('eShikaku.checkGradients');
    ok(check, 'the command returned nothing');
    equal([check.seed, check.failed], [1, 0]);
    ok(check.comparisons >= 3 * 40, `only ${check.comparisons} comparisons`);
    const text = (await vscode.workspace.openTextDocument(vscode.Uri.parse(check.uri))).getText();
    ok(/^# Are the meta-gradients right\?/.test(text), text.slice(0, 80));
    equal(text.split('\n').filter((line) => /^\| ✓ \| /.test(line)).length, check.comparisons + 4);
    await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
  });
});
