// What the form of settings says between view and extension: an estimate asked for, an answer, and the refusals of wrong values.
import * as v from 'valibot';
import type { Refusal } from '../core/maml/settings';

export const labFormMessages = [
  /** How long would these settings take? */
  v.strictObject({ type: v.literal('estimate'), settings: v.record(v.string(), v.unknown()) }),
] as const;

export interface LabForm {
  /** Why the settings last sent were not taken, one for each wrong value. */
  readonly refusals: readonly Refusal[];
  /** Seconds that training and judging would take with the settings last asked about; null while unknown. */
  readonly estimate: number | null;
}

export const EMPTY_FORM: LabForm = { refusals: [], estimate: null };
