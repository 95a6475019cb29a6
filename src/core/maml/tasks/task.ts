// What a task is: examples to adapt on (support) and to judge by (query), and the row that a family of tasks fills.
import type { ExampleRows, Numbers } from '../machine/machine';
import type { Model } from '../model';
import type { RandomStream } from '../random';
import type { Settings } from '../settings';
import type { ImageBank } from './imageBank';
import type { Split } from './split';

/** The network's outputs at some inputs [rows × inputs], under parameters that the caller holds. */
export type Policy = (x: Float64Array, rows: number) => Numbers;

/** Episodes of acting are numbered by inner step; the query set's comes after any of them. */
export const QUERY_EPISODE = 1000;

/** One task 𝒯_i ~ p(𝒯), as plain numbers. */
export interface Task {
  /** What distinguishes it from its siblings, e.g. { amplitude: 2.1, phase: 0.4 }. */
  readonly parameters: Readonly<Record<string, number>>;
  readonly support: ExampleRows;
  readonly query: ExampleRows;
  /**
   * Where examples are not given but collected by acting (reinforcement learning): trajectories of the policy, as rows whose loss has the
   * policy gradient; in `QUERY_EPISODE` as many as the query set holds. Pure: the same `episode` and policy give the same rows.
   */
  readonly collect?: (policy: Policy, episode: number) => Collected;
}

export interface Collected {
  readonly rows: ExampleRows;
  /** Mean return of the trajectories. */
  readonly score: number;
  /** Each trajectory as x, y, x, y, … from the start to where it ended. */
  readonly paths: readonly (readonly number[])[];
}

/** What is reported beside the loss. */
export type ScoreName = 'accuracy' | 'return';

/** A distribution over tasks p(𝒯) and the model that learns them. */
export interface TaskFamily {
  model(settings: Settings): Model;
  /** How many rows the support and query sets of a task have at most. */
  rows(settings: Settings): { readonly support: number; readonly query: number };
  /** @param images what a learner brought, for the family that draws from it */
  sample(settings: Settings, random: RandomStream, split: Split, images?: ImageBank): Task;
  /** @throws SettingsError where the images given are not enough for the settings, ImageBankError where none are given */
  readonly check?: (settings: Settings, images?: ImageBank) => void;
  /** What sampling would otherwise do in one long piece the first time, with pauses; sampling without it gives the same tasks. */
  readonly prepare?: (settings: Settings) => Generator<void>;
  /** For regression on the line: where it is drawn and the function that a task hides. */
  readonly curve?: { readonly domain: readonly [number, number]; truth(task: Task, x: number): number };
  /** Whether examples are collected by acting, anew at each inner step. */
  readonly acts?: true;
  readonly score?: { readonly name: ScoreName; of?(outputs: Numbers, query: ExampleRows): number };
}

/** Rows whose loss is a mean: weight 1/n each. */
export function meanRows(x: Numbers, y: Numbers, rows: number): ExampleRows {
  return { rows, x, y, weight: new Float64Array(rows).fill(1 / rows) };
}
