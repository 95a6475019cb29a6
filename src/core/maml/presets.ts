// Ready-made settings: faithful ones, quick ones, and some that fail in an instructive way. The lab explains each in its own words.
import type { Settings } from './settings';

export const PRESET_IDS = [
  'fast',
  'faithful',
  'fiveSteps',
  'firstOrder',
  'symbols',
  'navigation',
  'bowls',
  'fewTasks',
  'alphaTooSmall',
  'alphaTooLarge',
  'betaTooLarge',
] as const;
export type PresetId = (typeof PRESET_IDS)[number];

export const PRESETS: Readonly<Record<PresetId, Partial<Settings>>> = {
  /** α = 0.01 with Glorot: learns in seconds. */
  fast: { family: 'sinusoid' },
  /** Finn's code: α = 0.001, truncated normal 0.01, 70,000 iterations, 5-shot. */
  faithful: { family: 'sinusoid', alpha: 0.001, init: 'truncatedNormal', shots: 5, queryShots: 5, iterations: 70_000 },
  fiveSteps: { family: 'sinusoid', innerSteps: 5, iterations: 2000 },
  firstOrder: { family: 'sinusoid', algorithm: 'fomaml' },
  symbols: { family: 'symbols' },
  /** Trained for what it is judged by: the return after three updates. */
  navigation: { family: 'navigation', innerSteps: 3 },
  bowls: { family: 'bowls' },
  /** One inner step this short changes nothing, so nothing is learned about changing. */
  alphaTooSmall: { family: 'sinusoid', alpha: 0.0001, iterations: 2000 },
  /** θ is thrown so far by its first step that the next loss is beyond any use. */
  betaTooLarge: { family: 'sinusoid', beta: 1, iterations: 500 },
  /** The inner step overshoots the bowls of the loss; training cannot repair it. */
  alphaTooLarge: { family: 'sinusoid', alpha: 0.5, iterations: 1000 },
  /** One task per outer iteration: the meta-gradient is mostly noise. */
  fewTasks: { family: 'sinusoid', metaBatch: 1 },
};

/** Presets that fail, and are there for that. */
export const FAILING_PRESETS: readonly PresetId[] = ['fewTasks', 'alphaTooSmall', 'alphaTooLarge', 'betaTooLarge'];
