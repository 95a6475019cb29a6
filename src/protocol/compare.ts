// What the comparison of methods says between view and extension, and what is kept of it across a reload.
import * as v from 'valibot';
import { METHOD_IDS, type MethodId } from '../core/maml/compare/methods';
import type { MethodResult } from '../core/maml/compare/comparison';
import type { Settings } from '../core/maml/settings';
import { decode } from './decode';

const methods = v.pipe(v.array(v.picklist(METHOD_IDS)), v.minLength(1), v.maxLength(METHOD_IDS.length));

export const compareMessages = [
  /** Compare these methods with these settings (checked again by the core). */
  v.strictObject({ type: v.literal('compare'), methods, settings: v.record(v.string(), v.unknown()) }),
  v.strictObject({ type: v.literal('cancelCompare') }),
] as const;

export type CompareStatus = 'idle' | 'running' | 'finished' | 'cancelled' | 'failed';

/** The whole picture of the comparison. */
export interface CompareView {
  readonly status: CompareStatus;
  readonly settings: Settings | null;
  readonly methods: readonly MethodId[];
  /** One for each method that has finished, in their order. */
  readonly results: readonly MethodResult[];
  /** A whole sentence where something went wrong. */
  readonly problem: string | null;
}

export const NO_COMPARISON: CompareView = { status: 'idle', settings: null, methods: [], results: [], problem: null };

/** Numbers that are none (no mean of no tasks) are null in what VS Code keeps. */
const number = v.pipe(
  v.nullable(v.number()),
  v.transform((value) => value ?? NaN),
);
const numbers = v.array(number);
const points = v.array(v.strictTuple([v.number(), v.number()]));
const summary = { mean: numbers, halfWidth: numbers, median: numbers };

const savedComparison = v.object({
  status: v.picklist(['finished', 'cancelled']),
  settings: v.record(v.string(), v.unknown()),
  methods,
  results: v.array(
    v.object({
      method: v.picklist(METHOD_IDS),
      alpha: v.number(),
      innerSteps: v.number(),
      iterations: v.number(),
      divergedAt: v.nullable(v.number()),
      cost: v.object({ gradients: v.number(), hessianVectors: v.number() }),
      milliseconds: v.number(),
      loss: v.object(summary),
      score: v.nullable(v.object({ name: v.picklist(['accuracy', 'return']), ...summary })),
      tasks: v.number(),
      diverged: v.number(),
      unseen: v.nullable(
        v.object({
          support: points,
          query: points,
          truth: numbers,
          curves: v.array(numbers),
          losses: numbers,
        }),
      ),
      domain: v.nullable(v.strictTuple([v.number(), v.number()])),
    }),
  ),
});
export type SavedComparison = v.InferOutput<typeof savedComparison>;

/** @throws ProtocolError when what was kept is damaged or of another version */
export const decodeSavedComparison = (value: unknown): SavedComparison => decode(savedComparison, value, 'Saved comparison');
