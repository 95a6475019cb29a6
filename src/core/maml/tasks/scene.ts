// What can be seen of a task at each φ_j: a curve, symbols with class probabilities, paths to a goal, or a bowl; one row per family.
import { drain } from '../../pieces';
import { exp } from '../portableMath';
import type { ExampleRows, Numbers } from '../machine/machine';
import type { FamilyId } from './familyId';
import { SIDE } from './strokes';
import type { Collected, Task } from './task';

/** A function as drawn: y at evenly spaced places over the family's domain. */
export type Curve = readonly number[];
export type Point = readonly [number, number];

/** A small image and its class, from 0. `ink` has one digit per pixel, row by row: 0 blank … INK_LEVELS full. */
export interface Glyph {
  readonly ink: string;
  readonly label: number;
}

export interface CurveScene {
  readonly kind: 'curve';
  readonly truth: Curve;
  readonly support: readonly Point[];
  readonly query: readonly Point[];
  /** The network at φ_0 = θ, φ_1, …. */
  readonly curves: readonly Curve[];
}

export interface SymbolScene {
  readonly kind: 'symbols';
  readonly ways: number;
  readonly support: readonly Glyph[];
  readonly query: readonly Glyph[];
  /** softmax(z) of each query image at φ_0, φ_1, …: [steps × images × classes]. */
  readonly probabilities: readonly (readonly (readonly number[])[])[];
}

export interface PathScene {
  readonly kind: 'paths';
  readonly goal: Point;
  /** Trajectories acted at φ_0, φ_1, …: [steps × trajectories], each x, y, x, y, … from the start on. */
  readonly paths: readonly (readonly (readonly number[])[])[];
  /** Their mean returns. */
  readonly returns: readonly number[];
}

export interface BowlScene {
  readonly kind: 'bowl';
  readonly dimension: number;
  /** A_i, row-major, and the centre c_i of ½(θ − c)ᵀA(θ − c). */
  readonly matrix: readonly number[];
  readonly centre: readonly number[];
  /** φ_0 = θ, φ_1, …. */
  readonly track: readonly (readonly number[])[];
  /** Where the other tasks' φ stand. */
  readonly others: readonly (readonly number[])[];
}

export type TaskScene = CurveScene | SymbolScene | PathScene | BowlScene;

/** What a scene asks of the experiment that it is taken from. */
export interface Stage {
  curve(parameters: Numbers): Curve;
  truth(task: Task): Curve;
  outputs(parameters: Numbers, rows: ExampleRows): Numbers;
  act(parameters: Numbers, task: Task, episode: number): Collected;
}

/** A task at the parameters reached so far; where examples are collected by acting, `episodes` numbers those to show. */
export interface TaskStand {
  readonly task: Task;
  readonly phi: readonly Numbers[];
  readonly episodes: readonly number[];
  /** Where the φ of tasks beside it stand, where there are any. */
  readonly others?: readonly Numbers[];
}

export const INK_LEVELS = 5;
const DECIMALS = 1000;
const rounded = (value: number): number => Math.round(value * DECIMALS) / DECIMALS;

/** The (x, y) of scalar examples. */
function points({ rows, x, y }: ExampleRows): Point[] {
  return Array.from({ length: rows }, (_, i) => [x[i]!, y[i]!]);
}

function glyphs({ rows, x, y }: ExampleRows): Glyph[] {
  const [pixels, ways] = [SIDE * SIDE, y.length / rows];
  return Array.from({ length: rows }, (_, row) => {
    let ink = '';
    for (let i = 0; i < pixels; i++) ink += String(Math.round(INK_LEVELS * x[row * pixels + i]!));
    let label = 0;
    while (label < ways - 1 && y[row * ways + label] !== 1) label++;
    return { ink, label };
  });
}

/** softmax(z) row by row, each shifted by its largest entry. */
export function softmaxRows(outputs: Numbers, rows: number): number[][] {
  const ways = outputs.length / rows;
  return Array.from({ length: rows }, (_, row) => {
    const z = Array.from(outputs.slice(row * ways, (row + 1) * ways));
    const largest = Math.max(...z);
    const raised = z.map((value) => exp(value - largest));
    const sum = raised.reduce((total, value) => total + value, 0);
    return raised.map((value) => rounded(value / sum));
  });
}

/** Pauses after each φ. */
type Build = (stage: Stage, stand: TaskStand) => Generator<void, TaskScene>;

/** What `show` gives for each, with a pause after it. */
function* each<A, B>(list: readonly A[], show: (item: A, index: number) => B): Generator<void, B[]> {
  const shown: B[] = [];
  for (const [index, item] of list.entries()) {
    shown.push(show(item, index));
    yield;
  }
  return shown;
}

const curveScene: Build = function* (stage, { task, phi }) {
  const curves = yield* each(phi, (at) => stage.curve(at));
  return { kind: 'curve', truth: stage.truth(task), support: points(task.support), query: points(task.query), curves };
};

const symbolScene: Build = function* (stage, { task: { support, query }, phi }) {
  const probabilities = yield* each(phi, (at) => softmaxRows(stage.outputs(at, query), query.rows));
  return { kind: 'symbols', ways: query.y.length / query.rows, support: glyphs(support), query: glyphs(query), probabilities };
};

const pathScene: Build = function* (stage, { task, phi, episodes }) {
  const acted = yield* each(phi, (at, j) => stage.act(at, task, episodes[j] ?? 0));
  const { goalX = 0, goalY = 0 } = task.parameters;
  return {
    kind: 'paths',
    goal: [goalX, goalY],
    paths: acted.map(({ paths }) => paths.map((path) => path.map(rounded))),
    returns: acted.map(({ score }) => score),
  };
};

const bowlScene: Build = function* (_, { task: { support }, phi, others = [] }) {
  return {
    kind: 'bowl',
    dimension: support.y.length,
    matrix: Array.from(support.x),
    centre: Array.from(support.y),
    track: phi.map((at) => Array.from(at)),
    others: others.map((at) => Array.from(at)),
  };
};

const builds = {
  sinusoid: curveScene,
  symbols: symbolScene,
  images: symbolScene,
  navigation: pathScene,
  bowls: bowlScene,
} satisfies Record<FamilyId, Build>;

/** The scene, pausing after each φ. */
export const settingScene = (family: FamilyId, stage: Stage, stand: TaskStand): Generator<void, TaskScene> => builds[family](stage, stand);
/** The same at once. */
export const sceneOf = (family: FamilyId, stage: Stage, stand: TaskStand): TaskScene => drain(settingScene(family, stage, stand));
