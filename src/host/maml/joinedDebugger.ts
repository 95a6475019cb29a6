// The debugger that has joined the lab's run, as the lab holds it: told of every move, and heard only for as long as it is joined.
import type { Experiment } from '../../core/maml/experiment';
import type { LabFollower, LabLink } from './labLink';

/** What a joined debugger may have done in the lab. */
export interface JoinedSide {
  hold(): void;
  show(executed: number): void;
}

export class JoinedDebugger {
  #follower: LabFollower | undefined;

  get there(): boolean {
    return this.#follower !== undefined;
  }

  /** The lab is about to use the run. */
  interrupt(): void {
    this.#follower?.interrupt();
  }

  moved(executed: number): void {
    this.#follower?.moved(executed);
  }

  /** The lab turns to another run. */
  left(): void {
    this.#follower?.left();
    this.#follower = undefined;
  }

  join(follower: LabFollower, experiment: Experiment, executed: number, lab: JoinedSide): LabLink {
    this.#follower = follower;
    const mine = () => this.#follower === follower;
    return {
      experiment,
      executed,
      hold: () => {
        if (mine()) lab.hold();
      },
      show: (at) => {
        if (mine()) lab.show(at);
      },
      leave: () => {
        if (mine()) this.#follower = undefined;
      },
    };
  }
}
