// The form of settings: refuses wrong values in sentences that the form shows, and says how long a run would take.
import { checkedSettings } from '../../core/maml/checkedSettings';
import { SettingsError, type Settings } from '../../core/maml/settings';
import { familyOf } from '../../core/maml/tasks/families';
import type { ImageBank } from '../../core/maml/tasks/imageBank';
import { EMPTY_FORM, type LabForm } from '../../protocol/labForm';
import type { LabView } from '../../protocol/maml';
import type { ExperimentFactory } from './experimentMaker';
import { estimateSeconds } from './runEstimate';

export class FormSession {
  readonly #experiments: () => Promise<ExperimentFactory>;
  readonly #changed: (patch: Partial<LabView>) => void;
  #form: LabForm = EMPTY_FORM;
  /** Number of the latest question; an older one is given up. */
  #asked = 0;

  constructor(experiments: () => Promise<ExperimentFactory>, changed: (patch: Partial<LabView>) => void) {
    this.#experiments = experiments;
    this.#changed = changed;
  }

  view(): Pick<LabView, 'form'> {
    return { form: this.#form };
  }

  /**
   * @param images those that a run would be given, as far as they are known
   * @returns the settings that the form sent, or undefined where they are refused, which the form then shows
   */
  taken(given: unknown, images?: ImageBank): Settings | undefined {
    try {
      const settings = checkedSettings(given);
      if (images !== undefined) familyOf(settings.family).check?.(settings, images);
      this.#show({ refusals: [] });
      return settings;
    } catch (error) {
      if (!this.refused(error)) throw error;
      return undefined;
    }
  }

  /** Shows an error at its fields; false where it is about no field. */
  refused(error: unknown): boolean {
    if (!(error instanceof SettingsError) || error.refusals.length === 0) return false;
    this.#show({ refusals: error.refusals });
    return true;
  }

  /** Measures how long the settings would take; wrong ones are refused at once, before anybody presses a button. */
  async estimate(given: unknown, busy: boolean, images: ImageBank | undefined): Promise<void> {
    const number = ++this.#asked;
    const overtaken = () => number !== this.#asked;
    const settings = this.taken(given, images);
    if (settings === undefined || settings.family === 'images' || busy) return this.#show({ estimate: null });
    const seconds = await estimateSeconds(settings, await this.#experiments(), overtaken);
    if (!overtaken()) this.#show({ estimate: seconds ?? null });
  }

  #show(patch: Partial<LabForm>): void {
    this.#form = { ...this.#form, ...patch };
    this.#changed(this.view());
  }
}
