// What the parts of the lab remember across a reload, each under a name of its own, so that none overwrites another.
import type { Bridge } from '../shared/bridge';

export type Memory = Pick<Bridge<unknown>, 'remember' | 'recall'>;

export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null;

/** What the part of this name remembered last; as it was kept, to be checked. */
export function recalled(memory: Memory, part: string): unknown {
  const all = memory.recall();
  return isRecord(all) ? all[part] : undefined;
}

export function rememberPart(memory: Memory, part: string, value: unknown): void {
  const all = memory.recall();
  memory.remember({ ...(isRecord(all) ? all : {}), [part]: value });
}
