// The settings of an experiment: decoded and checked once, with errors that name the value and the allowed range.
import { ALGORITHM_IDS, type AlgorithmId } from './algorithms/algorithm';
import { allowedInWords, allows, type Allowed } from './allowed';
import type { Activation } from './machine/network';
import { FAMILY_IDS, type FamilyId } from './tasks/familyId';

/** How θ is drawn at the start: Glorot & Bengio 2010, or a normal cut at two standard deviations of 0.01 as in Finn's code. */
export const INITS = ['glorot', 'truncatedNormal'] as const;
export const OUTERS = ['adam', 'sgd'] as const;
export const ACTIVATIONS = ['relu', 'tanh'] as const satisfies readonly Activation[];

export interface Settings {
  readonly family: FamilyId;
  readonly algorithm: AlgorithmId;
  readonly seed: number;
  readonly iterations: number;
  /** α, the step of the inner loop. */
  readonly alpha: number;
  /** β, the step of the outer loop. */
  readonly beta: number;
  readonly innerSteps: number;
  /** Tasks per outer iteration. */
  readonly metaBatch: number;
  /** N: classes of a classification task. */
  readonly ways: number;
  /** K: examples in the support set (per class where there are classes; trajectories where the task is to act). */
  readonly shots: number;
  readonly queryShots: number;
  /** Range of ω in A sin(ω x − p); [1, 1] is Finn's distribution. */
  readonly frequencies: readonly [number, number];
  /** Steps of a trajectory. */
  readonly horizon: number;
  /** Parameters of a quadratic bowl: 1 or 2. */
  readonly dimension: number;
  readonly hidden: readonly number[];
  readonly activation: Activation;
  readonly init: (typeof INITS)[number];
  readonly outer: (typeof OUTERS)[number];
}

/** Finn's sinusoids with the fast pair (α = 0.01, Glorot), which learns in seconds. */
export const DEFAULT_SETTINGS: Settings = {
  family: 'sinusoid',
  algorithm: 'maml',
  seed: 1,
  iterations: 5000,
  alpha: 0.01,
  beta: 0.001,
  innerSteps: 1,
  metaBatch: 25,
  ways: 5,
  shots: 10,
  queryShots: 10,
  frequencies: [1, 1],
  horizon: 50,
  dimension: 2,
  hidden: [40, 40],
  activation: 'relu',
  init: 'glorot',
  outer: 'adam',
};

/** Drawings of each symbol, as many as Omniglot has of each character; support and query never share one. */
export const SYMBOL_DRAWINGS = 20;

const FIVE_WAY_THREE_SHOT = { iterations: 1500, alpha: 0.1, metaBatch: 8, shots: 3, queryShots: 5, hidden: [64, 64], innerSteps: 1 };

/** Where a family's sensible values differ from the sinusoids'. */
const FAMILY_DEFAULTS: Readonly<Record<FamilyId, Partial<Settings>>> = {
  sinusoid: {},
  /** The syllabus' own example: 5-way 3-shot. */
  symbols: FIVE_WAY_THREE_SHOT,
  images: FIVE_WAY_THREE_SHOT,
  navigation: { iterations: 150, alpha: 0.1, beta: 0.003, metaBatch: 10, shots: 10, queryShots: 10, hidden: [32, 32] },
  bowls: { iterations: 100, alpha: 0.1, beta: 0.1, metaBatch: 4, shots: 1, queryShots: 1, hidden: [], outer: 'sgd' },
};

/** A value that cannot be used. */
export interface Refusal {
  readonly key: keyof Settings;
  /** The value as it came, in JSON. */
  readonly value: string;
  /** The whole sentence in English: key, value and what is allowed. */
  readonly sentence: string;
  /** What is allowed for this key alone; absent where only the combination of several settings is wrong. */
  readonly allowed?: Allowed;
  /** Where a combination is wrong: which rule it breaks, and the figures of its sentence. */
  readonly rule?: { readonly name: 'drawings' | 'heavy' | 'classes' | 'images'; readonly figures: readonly (number | string)[] };
}

/** What is wrong with settings as a whole, or with the link or launch that carries them: a name, and the figures of its sentence. */
export interface Fault {
  readonly name:
    'noObject' | 'unknownOption' | 'linkNumber' | 'linkLong' | 'linkTwice' | 'linkEmpty' | 'notLink' | 'linkDamaged' | 'startBeyond';
  readonly figures: readonly (number | string)[];
}

/** A `SettingsError` about the whole. */
export const faulty = (message: string, name: Fault['name'], ...figures: Fault['figures']): SettingsError =>
  new SettingsError(message, [], { name, figures });

/** More iterations than this no run may have. */
export const MOST_ITERATIONS = 100_000;

/** Settings have values that cannot be used. */
export class SettingsError extends Error {
  override readonly name = 'SettingsError';

  /** One for each wrong value; none where the object as a whole is wrong. */
  readonly refusals: readonly Refusal[];
  /** What is wrong with the object as a whole. */
  readonly fault: Fault | undefined;

  constructor(message: string, refusals: readonly Refusal[] = [], fault?: Fault) {
    super(message);
    this.refusals = refusals;
    this.fault = fault;
  }
}

/** What each setting may be. */
export const ALLOWED = {
  family: { kind: 'oneOf', values: FAMILY_IDS },
  algorithm: { kind: 'oneOf', values: ALGORITHM_IDS },
  seed: { kind: 'whole', low: 0, high: 2 ** 31 - 1 },
  iterations: { kind: 'whole', low: 1, high: MOST_ITERATIONS },
  alpha: { kind: 'real', low: 1e-6, high: 1 },
  beta: { kind: 'real', low: 1e-6, high: 1 },
  innerSteps: { kind: 'whole', low: 1, high: 10 },
  metaBatch: { kind: 'whole', low: 1, high: 100 },
  ways: { kind: 'whole', low: 2, high: 20 },
  shots: { kind: 'whole', low: 1, high: 100 },
  queryShots: { kind: 'whole', low: 1, high: 100 },
  frequencies: { kind: 'range', low: 0.1, high: 5 },
  horizon: { kind: 'whole', low: 1, high: 200 },
  dimension: { kind: 'whole', low: 1, high: 2 },
  hidden: { kind: 'widths', most: 4, low: 1, high: 256 },
  activation: { kind: 'oneOf', values: ACTIVATIONS },
  init: { kind: 'oneOf', values: INITS },
  outer: { kind: 'oneOf', values: OUTERS },
} as const satisfies Record<keyof Settings, Allowed>;

const isSetting = (key: string): key is keyof Settings => Object.hasOwn(ALLOWED, key);

/**
 * Completes partial settings with the defaults.
 * @param given an object from outside: a command's argument, a message, a launch configuration
 * @param others keys that are not settings but may stand beside them
 * @throws SettingsError naming the key, the value and what is allowed
 */
export function decodeSettings(given: unknown, others: readonly string[] = []): Settings {
  if (given === undefined || given === null) return DEFAULT_SETTINGS;
  if (typeof given !== 'object' || Array.isArray(given))
    throw faulty(`Settings must be an object, not ${JSON.stringify(given)}.`, 'noObject', JSON.stringify(given));
  const chosen: Record<string, unknown> = {};
  const refusals: Refusal[] = [];
  for (const [key, value] of Object.entries(given)) {
    if (others.includes(key) || value === undefined) continue;
    if (!isSetting(key)) {
      const known = [...others, ...Object.keys(ALLOWED)].join(', ');
      throw faulty(`Unknown option “${key}”. Known options: ${known}.`, 'unknownOption', key, known);
    }
    const allowed = ALLOWED[key];
    if (allows(allowed, value)) chosen[key] = value;
    else refusals.push(refusal(key, value, allowed));
  }
  refuse(refusals);
  const settings = { ...DEFAULT_SETTINGS, ...chosen };
  const complete = { ...settings, ...FAMILY_DEFAULTS[settings.family], ...chosen };
  if (complete.family === 'symbols' && complete.shots + complete.queryShots > SYMBOL_DRAWINGS) refuse([tooFewDrawings(complete)]);
  return complete;
}

const refusal = (key: keyof Settings, value: unknown, allowed: Allowed): Refusal => ({
  key,
  value: JSON.stringify(value) ?? 'undefined',
  allowed,
  sentence: `“${key}” is ${JSON.stringify(value)}; it must be ${allowedInWords(allowed)}.`,
});

const tooFewDrawings = ({ shots, queryShots }: Settings): Refusal => ({
  key: 'shots',
  value: String(shots),
  rule: { name: 'drawings', figures: [shots, queryShots, SYMBOL_DRAWINGS] },
  sentence: `“shots” and “queryShots” are ${shots} and ${queryShots}; a symbol has ${SYMBOL_DRAWINGS} drawings, so together they must be at most that.`,
});

/** @throws SettingsError with the sentences of all, where there are any */
export function refuse(refusals: readonly Refusal[]): void {
  if (refusals.length > 0) throw new SettingsError(refusals.map(({ sentence }) => sentence).join(' '), refusals);
}
