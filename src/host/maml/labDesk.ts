// What stands beside the lab's run: the form of settings and the comparison of methods.
import * as vscode from 'vscode';
import type { MethodResult } from '../../core/maml/compare/comparison';
import { checkedSettings } from '../../core/maml/checkedSettings';
import type { MethodId } from '../../core/maml/compare/methods';
import type { Settings } from '../../core/maml/settings';
import { decodeSavedComparison } from '../../protocol/compare';
import type { LabView } from '../../protocol/maml';
import { ImageBankError, type ImageBank } from '../../core/maml/tasks/imageBank';
import { CompareSession } from './compareSession';
import type { ExperimentFactory } from './experimentMaker';
import { FormSession } from './formSession';
import type { Brought, LabImages } from './labImages';

const MEMORY_KEY = 'eShikaku.compare';

export interface DeskContext {
  readonly memory: vscode.Memento;
  readonly log: vscode.LogOutputChannel;
  readonly experiments: () => Promise<ExperimentFactory>;
  readonly show: (patch: Partial<LabView>) => void;
  /** The folder of images that the learner has chosen, and what a run with such settings would be given of it. */
  readonly images: LabImages;
  readonly brought: (settings: Settings) => Promise<Brought | undefined>;
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
    return this.#form.estimate(settings, this.#context.busy(), this.#context.images.bank);
  }

  /** Shows an error at its fields; false where it is about no field. */
  refused(error: unknown): boolean {
    return this.#form.refused(error);
  }

  /** Lets the learner choose another folder of images, and says at once where the fields ask more of it than it has. */
  async chooseImages(settings: unknown): Promise<void> {
    if (await this.#context.images.choose()) await this.estimate(settings);
  }

  async compare(given: unknown, methods: readonly MethodId[]): Promise<void> {
    const settings = this.#form.taken(given);
    if (settings === undefined) return;
    try {
      const brought = await this.#context.brought(settings);
      if (brought !== undefined) await this.#compareWithProgress(settings, methods, brought.images);
    } catch (error) {
      if (!this.refused(error) && !(error instanceof ImageBankError)) throw error;
    }
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

  #compareWithProgress(settings: Settings, methods: readonly MethodId[], images?: ImageBank): Thenable<readonly MethodResult[]> {
    const options = { location: vscode.ProgressLocation.Window, title: vscode.l10n.t('Comparing methods'), cancellable: true };
    return vscode.window.withProgress(options, (progress, token) => {
      let reported = 0;
      const onProgress = (share: number) => {
        progress.report({ increment: (share - reported) * 100, message: `${Math.round(share * 100)} %` });
        reported = share;
      };
      return this.#compare.run(settings, methods, { cancelled: () => token.isCancellationRequested, onProgress }, images);
    });
  }
}
