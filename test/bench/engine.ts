/** One way of computing a meta-iteration, as the bench sees it. */
import type { Workload } from './workload';

export interface Trainer {
  /** Runs that many meta-iterations (sampling, meta-gradient, Adam) and returns the milliseconds they took. */
  run(iterations: number): Promise<number>;
  /** Meta-gradient of the first batch at the initial parameters, to show that all engines compute the same thing. */
  metaGradient(): Promise<ArrayLike<number>>;
  /** Most bytes of parameters, activations and data that the engine holds at any moment, where it can tell. */
  memoryBytes?(): Promise<number>;
  /** Gives back what the collector does not see. */
  dispose?(): void;
}

export interface Engine {
  readonly name: string;
  /** Grid points where one iteration would take too long to be of use. */
  readonly slow?: boolean;
  prepare(workload: Workload): Promise<Trainer>;
}

/** Milliseconds that `work` takes. */
export async function milliseconds(work: () => Promise<void> | void): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}
