// A launch configuration, checked whole: the settings of the experiment and how the debugger is to start.
import { decodeSettings, faulty, type Settings } from '../../../core/maml/settings';
import { decodeDebugLaunch, LAUNCH_KEYS, type DebugLaunch } from '../../../protocol/debug';

/** Keys that VS Code itself puts into a launch configuration. */
const EDITOR_KEYS = new Set([
  ...['type', 'request', 'name', 'presentation', 'preLaunchTask', 'postDebugTask', 'internalConsoleOptions', 'debugServer', 'noDebug'],
  ...['serverReadyAction', 'suppressMultipleSessionWarning', 'windows', 'osx', 'linux', 'order'],
]);

export interface LaunchPlan extends DebugLaunch {
  readonly settings: Settings;
}

/**
 * Checks a whole launch configuration.
 * @throws SettingsError or ProtocolError naming the key, the value and what is allowed
 */
export function decodeLaunchPlan(given: Readonly<Record<string, unknown>>): LaunchPlan {
  const own = Object.fromEntries(Object.entries(given).filter(([key]) => !EDITOR_KEYS.has(key) && !key.startsWith('__')));
  const launch = decodeDebugLaunch(own);
  const settings = decodeSettings(own, LAUNCH_KEYS);
  if ((launch.startIteration ?? 1) > settings.iterations) {
    const [start, most] = [String(launch.startIteration), settings.iterations];
    throw faulty(`“startIteration” is ${start}; it must be at most “iterations”, which is ${most}.`, 'startBeyond', start, most);
  }
  return { ...launch, settings };
}
