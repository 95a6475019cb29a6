// What stands in the form's fields together with the run that it was typed beside, so that it never returns beside another one.
import type { Settings } from '../../../core/maml/settings';
import { draftOf, type Draft } from './draft';

export interface Filled {
  readonly draft: Draft;
  /** The run's own settings as the fields would show them. */
  readonly from: Draft;
}

/** Training further changes the number of iterations only: it is still the same run. */
const origin = (from: Draft): string => JSON.stringify({ ...from, iterations: '' });

/** Whether the fields were filled beside a run of these settings, however long it is by now. */
export const isBeside = ({ from }: Filled, settings: Settings): boolean => origin(from) === origin(draftOf(settings));

/** The fields beside a run: those of before as typed, where it is the same run; else what the run says. */
export function filledFor(before: Filled | undefined, settings: Settings): Filled {
  const from = draftOf(settings);
  if (before === undefined || origin(before.from) !== origin(from)) return { draft: from, from };
  if (before.from.iterations === from.iterations) return before;
  const touched = before.draft.iterations !== before.from.iterations;
  return { draft: touched ? before.draft : { ...before.draft, iterations: from.iterations }, from };
}
