// The controls of a run with their keys, in the order of the toolbar; a new one is one row.
import type { Move } from '../../core/maml/trace/cursor';
import { SPEED_IDS, type SpeedId } from '../../core/maml/trace/speeds';

interface Control {
  readonly move: Move;
  readonly icon: string;
  /** The event's key, with Shift+ before it where held. */
  readonly key: string;
}

export const CONTROLS: readonly Control[] = [
  { move: 'start', icon: 'debug-restart', key: 'Home' },
  { move: 'previousIteration', icon: 'chevron-left', key: '[' },
  { move: 'backOut', icon: 'arrow-up', key: 'Shift+O' },
  { move: 'backOver', icon: 'debug-reverse-continue', key: 'Shift+ArrowLeft' },
  { move: 'back', icon: 'debug-step-back', key: 'ArrowLeft' },
  { move: 'in', icon: 'debug-step-into', key: 'ArrowRight' },
  { move: 'over', icon: 'debug-step-over', key: 'Shift+ArrowRight' },
  { move: 'out', icon: 'debug-step-out', key: 'o' },
  { move: 'nextIteration', icon: 'chevron-right', key: ']' },
  { move: 'end', icon: 'debug-continue', key: 'End' },
];

/** What a key asks for. */
export type Wish =
  | { readonly wish: 'move'; readonly move: Move }
  | { readonly wish: 'toggle'; readonly direction: 'forward' | 'backward' }
  | { readonly wish: 'speed'; readonly by: 1 | -1 }
  | { readonly wish: 'more' };

const OTHERS: Readonly<Record<string, Wish>> = {
  ' ': { wish: 'toggle', direction: 'forward' },
  p: { wish: 'toggle', direction: 'forward' },
  'Shift+P': { wish: 'toggle', direction: 'backward' },
  '-': { wish: 'speed', by: -1 },
  '+': { wish: 'speed', by: 1 },
  'Shift++': { wish: 'speed', by: 1 },
  n: { wish: 'more' },
};

/** What a key asks for; keys that belong to a field, or Space on a button, are left to it. */
export function wishOfKey(event: KeyboardEvent): Wish | undefined {
  if (event.ctrlKey || event.metaKey || event.altKey) return undefined;
  const own = event.key === ' ' ? 'input, select, textarea, button, summary, a' : 'input, select, textarea';
  if (event.target instanceof HTMLElement && event.target.closest(own) !== null) return undefined;
  const key = `${event.shiftKey ? 'Shift+' : ''}${event.key}`;
  const control = CONTROLS.find((row) => row.key === key);
  return control === undefined ? OTHERS[key] : { wish: 'move', move: control.move };
}

/** The next speed up or down, the last one where there is none. */
export function speedBeside(speed: SpeedId, by: 1 | -1): SpeedId {
  return SPEED_IDS[SPEED_IDS.indexOf(speed) + by] ?? speed;
}
