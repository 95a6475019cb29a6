// The debugger's words, in the language of the editor.
import type * as vscode from 'vscode';
import type { ScopeId } from '../../../core/maml/debug/variableTree';
import type { StopReason } from '../../../core/maml/debug/debugSession';
import { reasonsIn } from '../reasons';

/** The part of the editor's interface that translates. */
export type Translator = { readonly l10n: Pick<typeof vscode.l10n, 't'> };

export function debugWords(vscode: Translator) {
  return {
    /** Why something cannot be done. */
    reasonOf: reasonsIn(vscode),
    thread: () => vscode.l10n.t('Meta-training'),
    outerIteration: (number: number, of: number) => vscode.l10n.t('Outer iteration {0} of {1}', number, of),
    task: (number: number, of: number) => vscode.l10n.t('Task {0} of {1}', number, of),
    innerStep: (number: number, of: number) => vscode.l10n.t('Inner step {0} of {1}', number, of),
    innerStepBack: (number: number, of: number) => vscode.l10n.t('Inner step {0} of {1}, on the way back', number, of),
    ended: (iterations: number) => vscode.l10n.t('End, after {0} iterations', iterations),
    scopes: {
      here: vscode.l10n.t('Here'),
      hyperparameters: vscode.l10n.t('Hyper-parameters'),
      theta: vscode.l10n.t('θ: initial parameters'),
      phi: vscode.l10n.t('φ: adapted parameters'),
      gradients: vscode.l10n.t('Gradients of the task'),
      losses: vscode.l10n.t('Losses'),
      metaGradient: vscode.l10n.t('Meta-gradient'),
      optimiser: vscode.l10n.t('Optimiser'),
    } satisfies Record<ScopeId, string>,
    /** Beside the reason that the editor itself has a word for. */
    stops: {
      divergence: vscode.l10n.t('Training diverges'),
      start: vscode.l10n.t('Start of the run'),
      end: vscode.l10n.t('End of the run: step back, or stop'),
      goto: vscode.l10n.t('Moved'),
    } satisfies Partial<Record<StopReason, string>>,
    diverged: (iteration: number, line: number) =>
      vscode.l10n.t(
        'In iteration {0}, line {1} computed a number that is too large to go on with. Step back to watch it grow; smaller values of alpha or beta, or fewer inner steps, usually prevent it.',
        iteration,
        line,
      ),
    divergenceFilter: vscode.l10n.t('Divergence'),
    divergenceAbout: vscode.l10n.t('Stops at the line after which a loss or a gradient is too large to go on with.'),
    notYet: (line: number) => vscode.l10n.t('not computed yet (line {0} does)', line),
    fromIteration: (name: string, iteration: number) => vscode.l10n.t('{0} (from iteration {1})', name, iteration),
    setFrom: (name: string, value: string, iteration: number) =>
      vscode.l10n.t('{0} = {1} from iteration {2} on; what has been computed stays as it is.', name, value, iteration),
    leavesLab: () => vscode.l10n.t('The lab keeps the run with the values of the launch; this session goes its own way.'),
    cannotSet: (name: string) => vscode.l10n.t('{0} cannot be set. You can set alpha, beta and innerSteps.', name),
    learnedAlpha: () => vscode.l10n.t('Meta-SGD learns alpha itself, so it cannot be set.'),
    tooLate: () => vscode.l10n.t('This is the last iteration, so a new value would have no effect. Step back first.'),
    notNumber: (text: string) => vscode.l10n.t('“{0}” is not a number.', text),
    notStopped: () => vscode.l10n.t('The debugger is running. Pause it first.'),
    notLaunched: () => vscode.l10n.t('Nothing has been launched yet.'),
    staleReference: () => vscode.l10n.t('These variables belong to an earlier stop.'),
    noFrame: () => vscode.l10n.t('There is no such frame at this stop.'),
    noCodeLine: () => vscode.l10n.t('The algorithm never runs this line.'),
    otherListing: () => vscode.l10n.t('This is the listing of another algorithm.'),
    noVariable: (name: string) => vscode.l10n.t('There is no variable “{0}” here.', name),
  };
}

export type DebugWords = ReturnType<typeof debugWords>;
