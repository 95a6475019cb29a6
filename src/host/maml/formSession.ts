// The form of settings: refuses wrong values in sentences that the form shows, and says how long a run would take.
import { checkedSettings } from '../../core/maml/checkedSettings';
import { SettingsError, type Settings } from '../../core/maml/settings';
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

  /** The settings that the form sent, or undefined where they are refused, which the form then shows. */
  taken(given: unknown): Settings | undefined {
    try {
      const settings = checkedSettings(given);
      this.#show({ refusals: [] });
      return settings;
    } catch (error) {
      if (!(error instanceof SettingsError) || error.refusals.length === 0) throw error;
      this.#show({ refusals: error.refusals });
      return undefined;
    }
  }

  /** Measures how long the settings would take; wrong ones are refused at once, before anybody presses a button. */
  async estimate(given: unknown, busy: boolean): Promise<void> {
    const number = ++this.#asked;
    const overtaken = () => number !== this.#asked;
    const settings = this.taken(given);
    if (settings === undefined || settings.family === 'images' || busy) return this.#show({ estimate: null });
    const seconds = await estimateSeconds(settings, await this.#experiments(), overtaken);
    if (!overtaken()) this.#show({ estimate: seconds ?? null });
  }

  #show(patch: Partial<LabForm>): void {
    this.#form = { ...this.#form, ...patch };
    this.#changed(this.view());
  }
}
