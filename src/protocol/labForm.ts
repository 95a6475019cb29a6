// What the form of settings says between view and extension: an estimate asked for, an answer, and the refusals of wrong values.
import * as v from 'valibot';
import type { Refusal } from '../core/maml/settings';

export const labFormMessages = [
  /** How long would these settings take? */
  v.strictObject({ type: v.literal('estimate'), settings: v.record(v.string(), v.unknown()) }),
  /** The learner wants to pick another folder of images; what the fields say is checked against it. */
  v.strictObject({ type: v.literal('chooseImages'), settings: v.record(v.string(), v.unknown()) }),
] as const;

export interface LabForm {
  /** Why the settings last sent were not taken, one for each wrong value. */
  readonly refusals: readonly Refusal[];
  /** Seconds that training and judging would take with the settings last asked about; null while unknown. */
  readonly estimate: number | null;
}

/** The folder of images that the learner has chosen. */
export interface ImagesView {
  /** The one in use. */
  readonly folder: { readonly name: string; readonly path: string } | null;
  /** How many classes it had when it was last read; null before. */
  readonly classes: { readonly all: number; readonly test: number } | null;
  /** Why the folder that was chosen last cannot be used. */
  readonly problem: { readonly name: string; readonly sentence: string } | null;
}

export const NO_IMAGES: ImagesView = { folder: null, classes: null, problem: null };

export const EMPTY_FORM: LabForm = { refusals: [], estimate: null };
