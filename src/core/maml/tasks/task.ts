// What a task is: examples to adapt on (support) and to judge by (query), and the row that a family of tasks fills.
import type { ExampleRows, Numbers } from '../machine/machine';
import type { NetworkSpec } from '../machine/network';
import type { RandomStream } from '../random';
import type { Settings } from '../settings';

/** One task 𝒯_i ~ p(𝒯), as plain numbers. */
export interface Task {
  /** What distinguishes it from its siblings, e.g. { amplitude: 2.1, phase: 0.4 }. */
  readonly parameters: Readonly<Record<string, number>>;
  readonly support: ExampleRows;
  readonly query: ExampleRows;
}

/** A distribution over tasks p(𝒯) and the model that learns them. */
export interface TaskFamily {
  network(settings: Settings): NetworkSpec;
  sample(settings: Settings, random: RandomStream): Task;
  /** The function that a regression task hides. */
  truth(task: Task, x: number): number;
  /** Range of x worth drawing. */
  readonly domain: readonly [number, number];
}

/** Rows of scalar regression whose loss is the mean squared error: weight 1/n each. */
export function regressionRows(x: Numbers, y: Numbers): ExampleRows {
  return { rows: x.length, x, y, weight: new Float64Array(x.length).fill(1 / x.length) };
}
