// Settings from outside that are to be run inside an editor: allowed one by one, and short enough in their single steps.
import { tooHeavy } from './cost';
import { decodeSettings, refuse, type Settings } from './settings';

/** @throws SettingsError with a sentence for each wrong value */
export function checkedSettings(given: unknown, others: readonly string[] = []): Settings {
  const settings = decodeSettings(given, others);
  const heavy = tooHeavy(settings);
  refuse(heavy === undefined ? [] : [heavy]);
  return settings;
}
