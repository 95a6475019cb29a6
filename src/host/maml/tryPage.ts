// The lab's page for a learner's own task: loaded when it is first opened, and kept across reloads.
import type * as vscode from 'vscode';
import type { OwnInput } from '../../core/maml/own/ownInput';
import type { LabView } from '../../protocol/maml';
import { decodeSavedTry, type TryAsk, type TryView } from '../../protocol/mamlTry';
import { onceUntilFailure } from '../onceUntilFailure';
import type { MakeExperiment } from './experimentMaker';
import type { Learned, TrySession } from './trySession';

const MEMORY_KEY = 'eShikaku.lab.own';
/** While a point is dragged nothing is written. */
const KEEP_AFTER = 200;

export interface TryPageOptions {
  readonly memory: vscode.Memento;
  readonly makeExperiment: () => Promise<MakeExperiment>;
  readonly show: (view: TryView) => void;
  /** The page could not be opened. */
  readonly failed: (error: unknown) => void;
}

export interface TryPage {
  /** What the panel shows of it; nothing before it was opened. */
  view(): { readonly own?: TryView };
  ask(ask: TryAsk): Promise<void>;
  /** The lab has changed: it may have turned to this page, or a run may have ended. */
  follow(patch: Partial<LabView>, learned: Learned | undefined): void;
  /** Whether the window was left on this page. */
  wasOpen(): boolean;
}

export function tryPage({ memory, makeExperiment, show, failed }: TryPageOptions): TryPage {
  const saved = read(memory);
  let open = saved?.open ?? false;
  let current: TrySession | undefined;
  let latest: Learned | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function keep(): void {
    clearTimeout(timer);
    timer = setTimeout(() => current && void memory.update(MEMORY_KEY, { ...current.input, open }), KEEP_AFTER);
  }

  const session = onceUntilFailure(async (): Promise<TrySession> => {
    const [{ TrySession }, maker] = await Promise.all([import('./trySession'), makeExperiment()]);
    const made = new TrySession({ makeExperiment: maker, changed: show, keep });
    if (saved !== undefined) made.restore(saved);
    if (latest !== undefined) made.take(latest);
    await made.open();
    keep();
    return (current = made);
  });

  return {
    view: () => (current === undefined ? {} : { own: current.view() }),
    ask: async (ask) => (await session()).ask(ask),
    follow: ({ page }, learned) => {
      if (learned !== undefined && learned !== latest) {
        latest = learned;
        current?.take(learned);
      }
      if (page === undefined) return;
      if (open !== (page === 'try')) keep();
      open = page === 'try';
      if (open) session().catch(failed);
    },
    wasOpen: () => open,
  };
}

function read(memory: vscode.Memento): (OwnInput & { readonly open: boolean }) | undefined {
  const stored = memory.get(MEMORY_KEY);
  if (stored === undefined) return undefined;
  try {
    return decodeSavedTry(stored);
  } catch {
    // From another version, or damaged: points and drawings are soon made again.
    return undefined;
  }
}
