// What is said about a learner's own task: points on the plane, or drawings by class, and what the network makes of them.
import * as v from 'valibot';
import type { Drawing } from '../core/maml/own/drawing';
import { DRAWING_LIMITS, DRAWN_LIMITS, POINT_LIMITS } from '../core/maml/own/limits';
import type { OwnInput, OwnMode } from '../core/maml/own/ownInput';
import type { Point } from '../core/maml/tasks/strokes';
import { decode } from './decode';

const TRY_MODES = ['points', 'symbols'] as const satisfies readonly OwnMode[];

const within = (low: number, high: number) => v.pipe(v.number(), v.minValue(low), v.maxValue(high));
const whole = (low: number, high: number) => v.pipe(v.number(), v.integer(), v.minValue(low), v.maxValue(high));
const unit = within(0, 1);
const LABEL = whole(0, DRAWN_LIMITS.ways[1] - 1);
const INDEX = whole(0, DRAWN_LIMITS.shots[1] - 1);

const points = v.pipe(
  v.array(v.tuple([within(-POINT_LIMITS.x, POINT_LIMITS.x), within(-POINT_LIMITS.y, POINT_LIMITS.y)])),
  v.maxLength(POINT_LIMITS.count),
);
const drawing = v.pipe(
  v.array(v.pipe(v.array(v.tuple([unit, unit])), v.minLength(1), v.maxLength(DRAWING_LIMITS.points))),
  v.maxLength(DRAWING_LIMITS.strokes),
);

/** What a learner does on the page; the whole of what is changed travels, so the latest message alone counts. */
export const tryAsk = v.variant('do', [
  v.strictObject({ do: v.literal('mode'), mode: v.picklist(TRY_MODES) }),
  v.strictObject({ do: v.literal('points'), points }),
  /** Ten points of a sine wave that no run has seen. */
  v.strictObject({ do: v.literal('sine') }),
  /** Train the baseline to compare with: one network on all tasks together. */
  v.strictObject({ do: v.literal('pretrain') }),
  v.strictObject({ do: v.literal('size'), ways: whole(...DRAWN_LIMITS.ways), shots: whole(...DRAWN_LIMITS.shots) }),
  v.strictObject({ do: v.literal('draw'), label: LABEL, index: INDEX, drawing }),
  v.strictObject({ do: v.literal('drawFurther'), drawing }),
  /** Symbols drawn for the learner: into classes that have no drawing of the learner's own. */
  v.strictObject({ do: v.literal('fill') }),
  v.strictObject({ do: v.literal('further'), label: LABEL }),
  v.strictObject({ do: v.literal('clear') }),
]);
export type TryAsk = v.InferOutput<typeof tryAsk>;

/** Where an adaptation starts: the meta-learned θ, the random values that it was learned from, or the pretrained baseline. */
export type Start = 'meta' | 'random' | 'pretrained';

export interface PointsStart {
  readonly start: Start;
  /** The network at φ_0, φ_1, …. */
  readonly curves: readonly (readonly number[])[];
  /** Mean squared error on the points at φ_0, φ_1, …; none without points. */
  readonly losses: readonly number[];
  /** Mean squared error against the wave over the whole axis, where the points are of one. */
  readonly errors: readonly number[];
}

export interface PointsView {
  readonly x: readonly number[];
  readonly points: readonly Point[];
  readonly wave: { readonly amplitude: number; readonly phase: number; readonly y: readonly number[] } | null;
  readonly starts: readonly PointsStart[];
  /** Share of the baseline's training done, while it lasts. */
  readonly pretraining: number | null;
}

export interface SymbolsStart {
  readonly start: Start;
  /** Of each class at φ_0, φ_1, …. */
  readonly probabilities: readonly (readonly number[])[];
  /** Cross-entropy on the support drawings at φ_0, φ_1, …. */
  readonly losses: readonly number[];
}

export interface SymbolsView {
  readonly ways: number;
  readonly shots: number;
  /** By class; empty ones are yet to be drawn. */
  readonly drawings: readonly (readonly Drawing[])[];
  /** Whether a further drawing of the class can be drawn for the learner. */
  readonly example: readonly boolean[];
  readonly further: Drawing;
  /** The class of the further drawing, where it was drawn for the learner. */
  readonly answer: number | null;
  /** N of the network that has been meta-trained, if any. */
  readonly trainedWays: number | null;
  /** Empty as long as something is missing: a network for this N, a class's drawings, or the further drawing. */
  readonly starts: readonly SymbolsStart[];
}

export interface TryView {
  readonly mode: OwnMode;
  readonly points: PointsView;
  readonly symbols: SymbolsView;
}

/** A learner's own task as the host keeps it across reloads. */
const savedTry = v.object({
  open: v.boolean(),
  mode: v.picklist(TRY_MODES),
  points,
  wave: v.nullable(v.object({ amplitude: v.number(), phase: v.number() })),
  waves: whole(0, 1e6),
  ways: whole(...DRAWN_LIMITS.ways),
  shots: whole(...DRAWN_LIMITS.shots),
  drawings: v.pipe(v.array(v.pipe(v.array(drawing), v.maxLength(DRAWN_LIMITS.shots[1]))), v.length(DRAWN_LIMITS.ways[1])),
  /** The set of symbols of a class drawn for the learner. */
  sets: v.pipe(v.array(v.nullable(whole(0, 1e6))), v.length(DRAWN_LIMITS.ways[1])),
  set: whole(0, 1e6),
  further: drawing,
  furthers: whole(0, 1e6),
  answer: v.nullable(LABEL),
});

export const decodeSavedTry = (value: unknown): OwnInput & { readonly open: boolean } =>
  decode(savedTry, value, 'Saved points and drawings of the lab');
