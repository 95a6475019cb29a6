// A task's support and query sets on a machine: given once, or collected anew by acting with the parameters of each step.
import type { Examples, Machine, Vec } from '../machine/machine';
import type { Settings } from '../settings';
import { familyOf } from '../tasks/families';
import { QUERY_EPISODE, type Collected, type Policy, type Task } from '../tasks/task';

export class TaskSets {
  readonly #machine: Machine;
  readonly #support: readonly Examples[];
  readonly #query: Examples;
  readonly #states: Examples;
  #task: Task | undefined;

  /** @param steps inner steps, each of which may need a support set of its own */
  constructor(machine: Machine, settings: Settings, steps: number) {
    const rows = familyOf(settings.family).rows(settings);
    this.#machine = machine;
    this.#support = Array.from({ length: familyOf(settings.family).acts === true ? steps + 1 : 1 }, () => machine.examples(rows.support));
    this.#query = machine.examples(rows.query);
    this.#states = machine.examples(Math.max(settings.shots, settings.queryShots));
  }

  /** Takes up a task. */
  take(task: Task): void {
    this.#task = task;
    if (task.collect !== undefined) return;
    this.#machine.setExamples(this.#support[0]!, task.support);
    this.#machine.setExamples(this.#query, task.query);
  }

  /** The support set for inner step `step` at φ. */
  support(phi: Vec, step: number): Examples {
    if (this.#task?.collect === undefined) return this.#support[0]!;
    const set = this.#support[Math.min(step, this.#support.length - 1)]!;
    this.#machine.setExamples(set, this.#act(phi, step, this.#task.collect).rows);
    return set;
  }

  /** The query set at the adapted φ. */
  query(phi: Vec): Examples {
    if (this.#task?.collect !== undefined) this.#machine.setExamples(this.#query, this.#act(phi, QUERY_EPISODE, this.#task.collect).rows);
    return this.#query;
  }

  /** How well φ does on the task beside its loss, where the family says so: accuracy on the query set, or the mean return. */
  score(phi: Vec, settings: Settings): number | undefined {
    const task = this.#task;
    if (task?.collect !== undefined) return this.#act(phi, QUERY_EPISODE, task.collect).score;
    const { score } = familyOf(settings.family);
    return task === undefined ? undefined : score?.of?.(this.#machine.predict(phi, this.#query), task.query);
  }

  #act(phi: Vec, episode: number, collect: (policy: Policy, episode: number) => Collected): Collected {
    const { outputs } = this.#machine;
    const policy: Policy = (x, rows) => {
      this.#machine.setExamples(this.#states, { rows, x, y: new Float32Array(rows * outputs), weight: new Float32Array(rows) });
      return this.#machine.predict(phi, this.#states);
    };
    return collect(policy, episode);
  }
}
