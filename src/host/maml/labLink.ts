// How lab and debugger look at one run: each tells the other where it stands, and gives way before the other uses the run.
import type { Experiment } from '../../core/maml/experiment';

/** The lab's end, held by the debugger. */
export interface LabLink {
  readonly experiment: Experiment;
  /** Where the lab stands, in executed lines. */
  readonly executed: number;
  /** The debugger is about to use the run: the lab gives up a replay under way. */
  hold(): void;
  show(executed: number): void;
  leave(): void;
}

/** The debugger's end, held by the lab. */
export interface LabFollower {
  /** The lab is about to use the run. */
  interrupt(): void;
  moved(executed: number): void;
  /** The lab has turned to another run. */
  left(): void;
}
