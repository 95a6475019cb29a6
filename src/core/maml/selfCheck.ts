// The self-check as a whole: every comparison on random small problems, one at a time, and what came of it.
import { randomCases } from './machine/checkCases';
import {
  checkBowls,
  checkFiniteDifferences,
  checkKernel,
  checkLimits,
  COMPARISONS,
  type CheckRow,
  type Comparison,
} from './machine/gradientCheck';
import { createFloat64Machine } from './machine/float64Machine';
import { createKernelMachine } from './machine/kernelMachine';
import type { KernelModule } from './machine/kernelModule';
import { checkNested } from './tensor/nestedCheck';
import type { TensorFlow } from './tensor/tensorFlow';

export interface SelfCheckOptions {
  readonly seed: number;
  /** Random problems; each goes through every comparison. */
  readonly cases: number;
  /** Absent where the host has no WebAssembly SIMD: then plain JavaScript is what trains, and what is compared. */
  readonly kernel: KernelModule | undefined;
  readonly tensorFlow: TensorFlow;
}

/** The outcome of one comparison. */
export interface CheckSummary {
  readonly comparison: Comparison;
  readonly problems: number;
  /** Largest relative error. */
  readonly largest: number;
  readonly limit: number;
  readonly failed: number;
}

/** Pauses after each comparison of each problem; at the end, all rows by comparison. */
export function* selfCheck({ seed, cases, kernel, tensorFlow }: SelfCheckOptions): Generator<void, CheckRow[]> {
  const rows: CheckRow[] = [];
  for (const problem of randomCases(seed, cases)) {
    rows.push(yield* checkFiniteDifferences(problem));
    yield;
    if (kernel !== undefined) rows.push(checkKernel(kernel, problem));
    const machine = kernel === undefined ? createFloat64Machine(problem.spec) : createKernelMachine(kernel, problem.spec);
    yield;
    rows.push(checkNested(tensorFlow, machine, problem));
    yield;
  }
  rows.push(...checkBowls());
  return COMPARISONS.flatMap((comparison) => rows.filter((row) => row.comparison === comparison));
}

/** One line for each comparison that was made. */
export function summariseChecks(all: readonly CheckRow[]): CheckSummary[] {
  return COMPARISONS.flatMap((comparison) => {
    const rows = all.filter((row) => row.comparison === comparison);
    if (rows.length === 0) return [];
    return {
      comparison,
      problems: rows.length,
      largest: Math.max(...rows.map(({ error }) => error)),
      limit: checkLimits[comparison],
      failed: rows.filter(({ passed }) => !passed).length,
    };
  });
}
