// What the paper published on the sinusoids, with the settings behind it, so that ours can be set beside it and every difference named.
import { decodeSettings, type Settings } from '../settings';
import { PRESETS } from '../presets';
import type { MethodId } from './methods';

/** Finn, Abbeel, Levine 2017 (arXiv 1703.03400), Table 2: mean squared error on 5-shot sinusoids after 1, 5 and 10 gradient steps. */
export const FINN_TABLE_2 = {
  steps: [1, 5, 10],
  methods: { maml: [0.67, 0.38, 0.35], pretrain: [2.41, 2.23, 2.19] },
} as const satisfies { readonly steps: readonly number[]; readonly methods: Partial<Record<MethodId, readonly number[]>> };

/** The paper's value after `FINN_TABLE_2.steps[index]` steps, if it has one for the method. */
export function publishedLoss(method: MethodId, index: number): number | undefined {
  const known: Partial<Record<MethodId, readonly number[]>> = FINN_TABLE_2.methods;
  return known[method]?.[index];
}

type Key = keyof Settings;

/** What the paper's text states (sec. 5.1); the rest stands only in the authors' code (cbfinn/maml), whose settings are our faithful preset. */
const IN_THE_TEXT: Partial<Record<Key, Settings[Key]>> = {
  family: 'sinusoid',
  alpha: 0.01,
  innerSteps: 1,
  shots: 5,
  frequencies: [1, 1],
  hidden: [40, 40],
  activation: 'relu',
  outer: 'adam',
};

/** All settings that bear on a sinusoid's error. */
const KEYS = [
  'family',
  'shots',
  'queryShots',
  'innerSteps',
  'alpha',
  'init',
  'metaBatch',
  'iterations',
  'beta',
  'outer',
  'hidden',
  'activation',
  'frequencies',
] as const satisfies readonly Key[];

export interface PublishedSetting {
  readonly key: (typeof KEYS)[number];
  /** In the paper's text; undefined where it says nothing. */
  readonly text: Settings[Key] | undefined;
  readonly code: Settings[Key];
  readonly ours: Settings[Key];
  /** Whether ours is the code's. */
  readonly same: boolean;
}

/** Every setting of the paper's experiment beside ours. */
export function publishedSettings(ours: Settings): PublishedSetting[] {
  const code = decodeSettings(PRESETS.faithful);
  return KEYS.map((key) => ({
    key,
    text: IN_THE_TEXT[key],
    code: code[key],
    ours: ours[key],
    same: JSON.stringify(code[key]) === JSON.stringify(ours[key]),
  }));
}
