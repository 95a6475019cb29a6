// What stands beside the lab's run: the form of settings and the comparison of methods.
import * as vscode from 'vscode';
import type { MethodResult } from '../../core/maml/compare/comparison';
import { checkedSettings } from '../../core/maml/checkedSettings';
import type { MethodId } from '../../core/maml/compare/methods';
import type { Settings } from '../../core/maml/settings';
import { decodeSavedComparison } from '../../protocol/compare';
import type { LabView } from '../../protocol/maml';
import { CompareSession } from './compareSession';
import type { ExperimentFactory } from './experimentMaker';
import { FormSession } from './formSession';

const MEMORY_KEY = 'eShikaku.compare';

export interface DeskContext {
  readonly memory: vscode.Memento;
  readonly log: vscode.LogOutputChannel;
  readonly experiments: () => Promise<ExperimentFactory>;
  readonly show: (patch: Partial<LabView>) => void;
  /** Whether a run is under way, which a measurement would slow down. */
  readonly busy: () => boolean;
}

export class LabDesk {
  readonly #context: DeskContext;
  readonly #form: FormSession;
  readonly #compare: CompareSession;

  constructor(context: DeskContext) {
    this.#context = context;
    this.#form = new FormSession(context.experiments, context.show);
    this.#compare = new CompareSession(context.experiments, (patch) => {
      context.show(patch);
      const saved = patch.compare === undefined ? undefined : this.#compare.saved();
      if (saved !== undefined) void context.memory.update(MEMORY_KEY, saved);
    });
  }

  view(): Partial<LabView> {
    return { ...this.#form.view(), ...this.#compare.view() };
  }

  /** Settings that the form sent to be run; undefined where they are refused, which the form shows. */
  taken(settings: unknown): Settings | undefined {
    return this.#form.taken(settings);
  }

  /** Measures how long settings would take. */
  estimate(settings: unknown): Promise<void> {
    return this.#form.estimate(settings, this.#context.busy());
  }

  async compare(given: unknown, methods: readonly MethodId[]): Promise<void> {
    const settings = this.#form.taken(given);
    if (settings !== undefined) await this.#compareWithProgress(settings, methods);
  }

  cancelCompare(): void {
    this.#compare.cancel();
  }

  /** Brings the last comparison back; false when there is none. */
  restore(): boolean {
    const stored = this.#context.memory.get(MEMORY_KEY);
    if (stored === undefined) return false;
    try {
      const saved = decodeSavedComparison(stored);
      this.#compare.restore(saved, checkedSettings(saved.settings));
      return true;
    } catch (error) {
      this.#context.log.error(error instanceof Error ? error : String(error));
      return false;
    }
  }

  #compareWithProgress(settings: Settings, methods: readonly MethodId[]): Thenable<readonly MethodResult[]> {
    const options = { location: vscode.ProgressLocation.Window, title: vscode.l10n.t('Comparing methods'), cancellable: true };
    return vscode.window.withProgress(options, (progress, token) => {
      let reported = 0;
      const onProgress = (share: number) => {
        progress.report({ increment: (share - reported) * 100, message: `${Math.round(share * 100)} %` });
        reported = share;
      };
      return this.#compare.run(settings, methods, { cancelled: () => token.isCancellationRequested, onProgress });
    });
  }
}
