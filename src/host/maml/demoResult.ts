// What a run tells its caller, and what the caller decides while it is under way.
import type { Evaluation } from '../../core/maml/evaluation';
import type { Run } from '../../core/maml/trace/run';
import type { Settings } from '../../core/maml/settings';

/** What a finished run tells its caller. */
export interface DemoResult {
  readonly seed: number;
  readonly iterations: number;
  readonly settings: Settings;
  /** Mean squared error on unseen tasks before adaptation, and after 1, 2, … steps. */
  readonly before: number;
  readonly after: readonly number[];
  /** Of every iteration. */
  readonly metaLoss: readonly number[];
}

/** What the caller of a run wants to know and decide. */
export interface RunWatch {
  readonly cancelled: () => boolean;
  /** Share of the iterations done, 0…1. */
  readonly onProgress?: (share: number) => void;
}

/** Of a run that has been judged; undefined where no task could be. */
export function demoResultOf(settings: Settings, { iterations, metaLoss }: Run, { loss }: Evaluation): DemoResult | undefined {
  const [before, ...after] = loss.mean;
  return before === undefined ? undefined : { seed: settings.seed, iterations, settings, before, after, metaLoss };
}
