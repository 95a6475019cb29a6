// Where the lab stands in its run: the picture of the place, the way to another one in slices, and the plane beside it.
import type { Experiment } from '../../core/maml/experiment';
import { moved, placeOf, type Move } from '../../core/maml/trace/cursor';
import { pictureAt, type Picture } from '../../core/maml/trace/picture';
import type { ShownPlane } from '../../protocol/maml';
import { PlaneKeeper } from './planeKeeper';
import { traceReady } from './traceReady';

export class LabCursor {
  readonly #planes: PlaneKeeper;
  #experiment: Experiment | undefined;
  #picture: Picture | null = null;
  #depths: readonly number[] = [];
  /** The place that a jump under way is going to. */
  #heading: number | undefined;
  /** Counts the jumps and what ends them: one that wakes up sees whether it is still the latest, even where a later one goes to the same place. */
  #jumps = 0;

  constructor(planeChanged: (plane: ShownPlane) => void) {
    this.#planes = new PlaneKeeper(planeChanged);
  }

  /** What is to be seen here; null before there is a place to stand. */
  get picture(): Picture | null {
    return this.#picture;
  }

  get plane(): ShownPlane {
    return this.#planes.plane;
  }

  /** Lines in one iteration; 0 before there is a place to stand. */
  get perIteration(): number {
    return this.#depths.length;
  }

  /** Stands nowhere. */
  clear(): void {
    this.hold();
    this.#picture = null;
    this.#experiment = undefined;
    this.#depths = [];
  }

  /** Gives up a jump under way. */
  hold(): void {
    this.#jumps++;
    this.#heading = undefined;
  }

  /** Stands in another run. @param depths of the lines of an iteration @returns as `stand` does */
  enter(experiment: Experiment, depths: readonly number[], executed: number): boolean {
    this.#experiment = experiment;
    this.#depths = depths;
    return this.stand(executed);
  }

  /** Stands after `executed` lines of the run. @returns false where the run has diverged before that place */
  stand(executed: number): boolean {
    this.hold();
    const experiment = this.#experiment;
    const trace = experiment?.run.trace(placeOf(executed, this.perIteration).iteration);
    if (experiment !== undefined && trace !== undefined) this.#picture = pictureAt(experiment, trace, executed, this.perIteration);
    void this.#planes.look(experiment, this.#picture);
    return trace !== undefined;
  }

  /** Where a move leads from where the learner is heading, so that quick key presses add up. */
  after(move: Move): number | undefined {
    const from = this.#heading ?? this.#picture?.executed;
    return from === undefined || this.#experiment === undefined
      ? undefined
      : moved(from, move, this.#depths, this.#experiment.run.iterations);
  }

  /** Replays to a place in slices; a newer wish replaces an older one on its way. @returns false when that has happened */
  async reach(executed: number): Promise<boolean> {
    const experiment = this.#experiment;
    if (experiment === undefined) return false;
    this.#heading = executed;
    const jump = ++this.#jumps;
    const overtaken = () => this.#jumps !== jump || this.#experiment !== experiment;
    return traceReady(experiment.run, executed, this.perIteration, overtaken);
  }

  /** Whether the view shows the parameters' plane, which costs work. */
  wantPlane(wanted: boolean): void {
    this.#planes.want(wanted, this.#experiment, this.#picture);
  }
}
