// Computes the parameter plane of the place that is looked at, only while the view shows it, in slices, and keeps the latest few.
import type { Experiment } from '../../core/maml/experiment';
import { iterationPlane, parameterPlane, type IterationPlane, type ParameterPlane } from '../../core/maml/plane/parameterPlane';
import type { Picture } from '../../core/maml/trace/picture';
import type { IterationTrace } from '../../core/maml/trace/step';
import type { ShownPlane } from '../../protocol/maml';
import { inSlices } from './slices';

const KEPT = 64;

export class PlaneKeeper {
  readonly #changed: (plane: ShownPlane) => void;
  readonly #kept = new Map<string, ParameterPlane | 'none'>();
  readonly #bases = new WeakMap<IterationTrace, IterationPlane>();
  #experiment: Experiment | undefined;
  #wanted = false;
  /** The place that is looked at, computed or not. */
  #place: string | undefined;
  plane: ShownPlane = null;

  constructor(changed: (plane: ShownPlane) => void) {
    this.#changed = changed;
  }

  /** Whether the view shows the plane at all. */
  want(wanted: boolean, experiment: Experiment | undefined, picture: Picture | null): void {
    this.#wanted = wanted;
    this.#place = undefined;
    void this.look(experiment, picture);
  }

  /** Turns to a place; what is under way for another one is given up. */
  async look(experiment: Experiment | undefined, picture: Picture | null): Promise<void> {
    if (experiment !== this.#experiment) {
      this.#experiment = experiment;
      this.#kept.clear();
      this.#place = undefined;
      this.#show(null);
    }
    const { focus, iteration } = picture ?? { focus: null, iteration: 0 };
    if (!this.#wanted || experiment === undefined || focus === null || focus.scene.kind === 'bowl') return;
    const place = `${iteration}/${focus.index}`;
    if (place === this.#place) return;
    this.#place = place;
    const known = this.#kept.get(place);
    if (known !== undefined) return this.#show(known);
    const trace = experiment.run.trace(iteration);
    if (trace === undefined) return;
    const found = await inSlices(this.#compute(experiment, trace, focus.index), { cancelled: () => place !== this.#place });
    if (place !== this.#place || found === undefined) return;
    this.#keep(place, found);
    this.#show(found);
  }

  *#compute(experiment: Experiment, trace: IterationTrace, task: number): Generator<void, ParameterPlane | 'none'> {
    const basis = this.#bases.get(trace) ?? (yield* iterationPlane(trace));
    if (basis === undefined) return 'none';
    this.#bases.set(trace, basis);
    return yield* parameterPlane(experiment, trace.iteration, basis, task);
  }

  #keep(place: string, plane: ParameterPlane | 'none'): void {
    this.#kept.set(place, plane);
    const oldest = this.#kept.keys().next();
    if (this.#kept.size > KEPT && oldest.done !== true) this.#kept.delete(oldest.value);
  }

  #show(plane: ShownPlane): void {
    if (plane === this.plane) return;
    this.plane = plane;
    this.#changed(plane);
  }
}
