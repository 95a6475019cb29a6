// What a learner has placed and drawn, and how it changes: plain data, so that it can be kept and sent.
import { PURPOSE, randomStream } from '../random';
import { DEFAULT_SETTINGS } from '../settings';
import { sinusoid } from '../tasks/sinusoid';
import type { Point } from '../tasks/strokes';
import type { Drawing } from './drawing';
import { exampleDrawing } from './examples';
import { DRAWN_LIMITS } from './limits';

export type OwnMode = 'points' | 'symbols';

/** The function that points were taken from. */
export interface Wave {
  readonly amplitude: number;
  readonly phase: number;
}

export interface OwnInput {
  readonly mode: OwnMode;
  readonly points: readonly Point[];
  /** Given up as soon as a point no longer lies on it. */
  readonly wave: Wave | null;
  /** Waves drawn so far. */
  readonly waves: number;
  readonly ways: number;
  readonly shots: number;
  /** By class, for the largest N. */
  readonly drawings: readonly (readonly Drawing[])[];
  /** The set of symbols that a class was drawn from for the learner; null where the learner drew. */
  readonly sets: readonly (number | null)[];
  /** Sets of symbols shown so far. */
  readonly set: number;
  readonly further: Drawing;
  /** Further drawings made for the learner so far. */
  readonly furthers: number;
  /** Class of the further drawing, where it was made for the learner. */
  readonly answer: number | null;
}

export type OwnChange =
  | { readonly do: 'mode'; readonly mode: OwnMode }
  | { readonly do: 'points'; readonly points: readonly Point[] }
  | { readonly do: 'sine' }
  | { readonly do: 'size'; readonly ways: number; readonly shots: number }
  | { readonly do: 'draw'; readonly label: number; readonly index: number; readonly drawing: Drawing }
  | { readonly do: 'drawFurther'; readonly drawing: Drawing }
  | { readonly do: 'fill' }
  | { readonly do: 'further'; readonly label: number }
  | { readonly do: 'clear' };

const CLASSES = Array.from({ length: DRAWN_LIMITS.ways[1] }, (_, label) => label);
const SHOTS = Array.from({ length: DRAWN_LIMITS.shots[1] }, (_, index) => index);
/** Further drawings are numbered after those of the support set. */
const FIRST_FURTHER = 10;

const NOTHING_DRAWN = {
  drawings: CLASSES.map(() => SHOTS.map((): Drawing => [])),
  sets: CLASSES.map(() => null),
  further: [],
  answer: null,
} satisfies Partial<OwnInput>;

export const NO_INPUT: OwnInput = {
  ...NOTHING_DRAWN,
  mode: 'points',
  points: [],
  wave: null,
  waves: 0,
  ways: 3,
  shots: 2,
  set: 0,
  furthers: 0,
};

const rounded = (value: number): number => Math.round(value * 100) / 100;

/** Points of wave number `n`, which no run has seen. */
function drawWave(n: number): { readonly points: Point[]; readonly wave: Wave } {
  const { parameters, support } = sinusoid.sample(DEFAULT_SETTINGS, randomStream(0, PURPOSE.own, n), 'test');
  const { amplitude = 0, phase = 0 } = parameters;
  return {
    wave: { amplitude, phase },
    points: Array.from({ length: support.rows }, (_, i): Point => [rounded(support.x[i]!), rounded(support.y[i]!)]),
  };
}

const isEmpty = (drawings: readonly Drawing[]): boolean => drawings.every((drawing) => drawing.length === 0);
const replaced = <T>(items: readonly T[], at: number, item: T): T[] => items.map((old, index) => (index === at ? item : old));

/** Symbols for every class that the learner has not drawn: into the empty ones first, else others in place of those shown. */
function filled(input: OwnInput): OwnInput {
  const shown = CLASSES.slice(0, input.ways);
  const lacking = shown.filter((label) => input.drawings[label]!.slice(0, input.shots).some((drawing) => drawing.length === 0));
  const empty = lacking.filter((label) => input.sets[label] !== null || isEmpty(input.drawings[label]!));
  const chosen = empty.length > 0 ? empty : shown.filter((label) => input.sets[label] !== null);
  const { set } = input;
  const given = {
    ...input,
    set: set + 1,
    sets: input.sets.map((old, label) => (chosen.includes(label) ? set : old)),
    drawings: input.drawings.map((old, label) =>
      chosen.includes(label) ? SHOTS.map((index): Drawing => exampleDrawing(set, label, index)) : old,
    ),
  };
  const mine = input.answer === null && input.further.length > 0;
  return mine || chosen.length === 0 ? given : furtherOf(given, chosen[set % chosen.length]!);
}

/** Another drawing of a class that was drawn for the learner. */
function furtherOf(input: OwnInput, label: number): OwnInput {
  const set = input.sets[label] ?? null;
  if (set === null) return input;
  const further = exampleDrawing(set, label, FIRST_FURTHER + (input.furthers % 500));
  return { ...input, further, furthers: input.furthers + 1, answer: label };
}

const on = (points: readonly Point[], [x, y]: Point): boolean => points.some(([px, py]) => px === x && py === y);

const changes: { readonly [K in OwnChange['do']]: (input: OwnInput, change: Extract<OwnChange, { do: K }>) => OwnInput } = {
  mode: (input, { mode }) => ({ ...input, mode }),
  points: (input, { points }) => ({ ...input, points, wave: points.every((point) => on(input.points, point)) ? input.wave : null }),
  sine: (input) => ({ ...input, ...drawWave(input.waves), waves: input.waves + 1 }),
  size: (input, { ways, shots }) => ({
    ...input,
    ways,
    shots,
    ...(input.answer !== null && input.answer >= ways ? { further: [], answer: null } : {}),
  }),
  draw: (input, { label, index, drawing }) => {
    const before = input.drawings[label]!;
    const adds = drawing.length > before[index]!.length;
    // A learner's first stroke in a class that was drawn for them begins a symbol of their own.
    const anew = adds && input.sets[label] !== null;
    const own = anew ? SHOTS.map((at) => (at === index ? drawing.slice(before[index]!.length) : [])) : replaced(before, index, drawing);
    return {
      ...input,
      drawings: replaced(input.drawings, label, own),
      sets: adds ? replaced(input.sets, label, null) : input.sets,
      ...(anew && input.answer === label ? { further: [], answer: null } : {}),
    };
  },
  drawFurther: (input, { drawing }) => ({
    ...input,
    further: input.answer !== null && drawing.length > input.further.length ? drawing.slice(input.further.length) : drawing,
    answer: null,
  }),
  fill: filled,
  further: (input, { label }) => (label < input.ways ? furtherOf(input, label) : input),
  clear: (input) => (input.mode === 'points' ? { ...input, points: [], wave: null } : { ...input, ...NOTHING_DRAWN }),
};

const apply = <K extends OwnChange['do']>(input: OwnInput, kind: K, change: Extract<OwnChange, { do: K }>): OwnInput =>
  changes[kind](input, change);

export function changed(input: OwnInput, change: OwnChange): OwnInput {
  return apply(input, change.do, change);
}

/** The classes and drawings that are on show. */
export const shownDrawings = ({ drawings, ways, shots }: OwnInput): Drawing[][] =>
  drawings.slice(0, ways).map((own) => own.slice(0, shots));
