// The settings of an experiment: decoded and checked once, with errors that name the value and the allowed range.
import { ALGORITHM_IDS, type AlgorithmId } from './algorithms/algorithm';
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

/** A setting has a value that cannot be used. */
export class SettingsError extends Error {
  override readonly name = 'SettingsError';
}

/** More iterations than this no run may have. */
export const MOST_ITERATIONS = 100_000;

type Check = (value: unknown) => string | undefined;

const whole =
  (low: number, high: number): Check =>
  (value) =>
    typeof value === 'number' && Number.isInteger(value) && value >= low && value <= high
      ? undefined
      : `a whole number from ${low} to ${high}`;

const real =
  (low: number, high: number): Check =>
  (value) =>
    typeof value === 'number' && value >= low && value <= high ? undefined : `a number from ${low} to ${high}`;

const oneOf =
  (values: readonly string[]): Check =>
  (value) =>
    typeof value === 'string' && values.includes(value) ? undefined : `one of ${values.join(', ')}`;

const range =
  (low: number, high: number): Check =>
  (value) =>
    Array.isArray(value) && value.length === 2 && value.every((end) => real(low, high)(end) === undefined) && value[0] <= value[1]
      ? undefined
      : `a range [from, to] within ${low} to ${high}`;

const MAX_WIDTH = 256;
const MAX_LAYERS = 4;
const widths: Check = (value) =>
  Array.isArray(value) && value.length <= MAX_LAYERS && value.every((width) => whole(1, MAX_WIDTH)(width) === undefined)
    ? undefined
    : `up to ${MAX_LAYERS} whole numbers from 1 to ${MAX_WIDTH}`;

/** What each setting may be, in words; undefined means allowed. */
const checks = {
  family: oneOf(FAMILY_IDS),
  algorithm: oneOf(ALGORITHM_IDS),
  seed: whole(0, 2 ** 31 - 1),
  iterations: whole(1, MOST_ITERATIONS),
  alpha: real(1e-6, 1),
  beta: real(1e-6, 1),
  innerSteps: whole(1, 10),
  metaBatch: whole(1, 100),
  ways: whole(2, 20),
  shots: whole(1, 100),
  queryShots: whole(1, 100),
  frequencies: range(0.1, 5),
  horizon: whole(1, 200),
  dimension: whole(1, 2),
  hidden: widths,
  activation: oneOf(ACTIVATIONS),
  init: oneOf(INITS),
  outer: oneOf(OUTERS),
} satisfies Record<keyof Settings, Check>;

const isSetting = (key: string): key is keyof Settings => Object.hasOwn(checks, key);

/**
 * Completes partial settings with the defaults.
 * @param given an object from outside: a command's argument, a message, a launch configuration
 * @param others keys that are not settings but may stand beside them
 * @throws SettingsError naming the key, the value and what is allowed
 */
export function decodeSettings(given: unknown, others: readonly string[] = []): Settings {
  if (given === undefined || given === null) return DEFAULT_SETTINGS;
  if (typeof given !== 'object' || Array.isArray(given))
    throw new SettingsError(`Settings must be an object, not ${JSON.stringify(given)}.`);
  const chosen: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(given)) {
    if (others.includes(key) || value === undefined) continue;
    if (!isSetting(key))
      throw new SettingsError(`Unknown option “${key}”. Known options: ${[...others, ...Object.keys(checks)].join(', ')}.`);
    const allowed = checks[key](value);
    if (allowed !== undefined) throw new SettingsError(`“${key}” is ${JSON.stringify(value)}; it must be ${allowed}.`);
    chosen[key] = value;
  }
  const settings = { ...DEFAULT_SETTINGS, ...chosen };
  const complete = { ...settings, ...FAMILY_DEFAULTS[settings.family], ...chosen };
  if (complete.family === 'symbols' && complete.shots + complete.queryShots > SYMBOL_DRAWINGS)
    throw new SettingsError(
      `“shots” and “queryShots” are ${complete.shots} and ${complete.queryShots}; a symbol has ${SYMBOL_DRAWINGS} drawings, so together they must be at most that.`,
    );
  return complete;
}
