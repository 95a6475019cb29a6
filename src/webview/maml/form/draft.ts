// What stands in the form's fields, as typed: turned into settings for the extension, which checks them.
import { PRESET_IDS, PRESETS, type PresetId } from '../../../core/maml/presets';
import { ALLOWED, decodeSettings, type Settings } from '../../../core/maml/settings';

export type Draft = Readonly<Record<keyof Settings, string>>;

const KEYS: readonly (keyof Settings)[] = Object.keys(ALLOWED).filter((key): key is keyof Settings => Object.hasOwn(ALLOWED, key));

const text = (value: Settings[keyof Settings]): string => (Array.isArray(value) ? value.join(', ') : String(value));

export function draftOf(settings: Settings): Draft {
  const { family, algorithm, seed, iterations, alpha, beta, innerSteps, metaBatch, ways, shots, queryShots } = settings;
  const { frequencies, horizon, dimension, hidden, activation, init, outer } = settings;
  return {
    ...{ family, algorithm, activation, init, outer, seed: text(seed), iterations: text(iterations), alpha: text(alpha), beta: text(beta) },
    ...{ innerSteps: text(innerSteps), metaBatch: text(metaBatch), ways: text(ways), shots: text(shots), queryShots: text(queryShots) },
    ...{ frequencies: text(frequencies), horizon: text(horizon), dimension: text(dimension), hidden: text(hidden) },
  };
}

/** The number that a text says, or the text itself where it says none, for the refusal to name. */
const numberOf = (typed: string): number | string => (typed.trim() === '' || Number.isNaN(Number(typed)) ? typed : Number(typed));

const parse = (key: keyof Settings, typed: string): unknown =>
  ({
    whole: () => numberOf(typed),
    real: () => numberOf(typed),
    oneOf: () => typed,
    range: () => list(typed),
    widths: () => list(typed),
  })[ALLOWED[key].kind]();

const list = (typed: string): (number | string)[] =>
  typed
    .split(/[,、\s]+/)
    .filter((part) => part !== '')
    .map(numberOf);

/** The settings that the fields say, right or wrong. */
export const settingsOf = (draft: Draft): Record<string, unknown> => Object.fromEntries(KEYS.map((key) => [key, parse(key, draft[key])]));

/** A family's own sensible values, keeping seed and algorithm. */
export function draftOfFamily(family: string, { seed, algorithm }: Draft): Draft {
  return { ...draftOf(decodeSettings({ family })), seed, algorithm };
}

export const draftOfPreset = (id: PresetId): Draft => draftOf(decodeSettings(PRESETS[id]));

/** The preset that the fields say, whatever the seed; undefined where they say another thing. */
export function presetOf(draft: Draft): PresetId | undefined {
  const of = (one: Draft) => JSON.stringify(settingsOf({ ...one, seed: '1' }));
  return PRESET_IDS.find((id) => of(draftOfPreset(id)) === of(draft));
}
