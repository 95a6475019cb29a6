// The variables view as a pure tree: scopes for the frames of the call stack, names in them, and what is inside, made only on demand.
import { trainingSteps } from '../algorithms/algorithm';
import type { Moment } from './moment';
import { settableName, valueOf } from './names';
import { inside, list, type Entry, type Value } from './values';

/** A row of the variables view. `expression` evaluates to the same value. */
export interface Variable {
  readonly name: string;
  readonly value: Value;
  readonly expression: string;
  readonly settable: boolean;
}

export const SCOPE_IDS = ['here', 'hyperparameters', 'theta', 'phi', 'gradients', 'losses', 'metaGradient', 'optimiser'] as const;
export type ScopeId = (typeof SCOPE_IDS)[number];

/** A frame of the call stack: 0 the outer iteration, 1 the task, 2 the inner step. */
export type FrameDepth = 0 | 1 | 2;

const numbered = (prefix: string, from: number, to: number): string[] =>
  Array.from({ length: to - from + 1 }, (_, i) => `${prefix}${from + i}`);

/** The names in each scope, in the order of the paper; those that the algorithm does not have are left out. A frame shows what belongs to it
 * and to the frames around it. */
const scopes: Readonly<Record<ScopeId, { readonly from: FrameDepth; names(moment: Moment, depth: FrameDepth): readonly string[] }>> = {
  here: {
    from: 0,
    names: (_, depth) => [
      'iteration',
      ...(depth > 0 ? ['task', 'support', 'query'] : ['tasks']),
      ...(depth > 1 ? ['step'] : []),
      'loss',
      'theta',
      ...(depth > 0 ? ['phi', 'g', 'v'] : ['meta_grad']),
    ],
  },
  hyperparameters: {
    from: 0,
    names: () => ['alpha', 'beta', 'innerSteps', 'metaBatch', 'shots', 'queryShots', 'iterations', 'seed', 'family', 'algorithm'],
  },
  theta: { from: 0, names: ({ alpha }) => (alpha === undefined ? ['theta'] : ['theta', 'alpha_vec']) },
  phi: { from: 1, names: ({ settings }) => numbered('phi', 0, trainingSteps(settings)) },
  gradients: { from: 1, names: ({ settings }) => [...numbered('g', 1, trainingSteps(settings) + 1), 'v'] },
  losses: {
    from: 0,
    names: (_, depth) => [...(depth > 0 ? ['supportLoss', 'queryLoss'] : []), 'supportLosses', 'queryLosses', 'metaLoss'],
  },
  metaGradient: { from: 0, names: () => ['firstOrder', 'secondOrder', 'metaGrad', 'grads'] },
  optimiser: {
    from: 0,
    names: ({ settings }) => (settings.outer === 'adam' ? ['outer', 'updates', 'adamFirst', 'adamSecond'] : ['outer', 'updates']),
  },
};

/** The scopes of a frame. */
export const scopesOf = (depth: FrameDepth): ScopeId[] => SCOPE_IDS.filter((id) => scopes[id].from <= depth);

export function scopeVariables(id: ScopeId, moment: Moment, depth: FrameDepth): Variable[] {
  return scopes[id].names(moment, depth).flatMap((name) => {
    const value = valueOf(name, moment);
    return value === undefined ? [] : [{ name, value, expression: name, settable: settableName(name) !== undefined }];
  });
}

/** How many children a value has, by name and by index. */
export function childCounts(value: Value): { readonly named: number; readonly indexed: number } {
  const within = inside(value);
  if (within === undefined) return { named: 0, indexed: 0 };
  return 'named' in within ? { named: within.named.length, indexed: 0 } : { named: 0, indexed: within.count };
}

/** The children of a row: all named ones, or `count` indexed ones from `start`. */
export function childrenOf({ value, expression }: Variable, start = 0, count = Infinity): Variable[] {
  const within = inside(value);
  if (within === undefined) return [];
  if ('named' in within) return within.named.map(([name, child]) => childOf(name, child, `${expression}.${name}`));
  const end = Math.min(within.count, start + count);
  return Array.from({ length: Math.max(0, end - start) }, (_, i) =>
    childOf(`[${start + i}]`, within.at(start + i), `${expression}[${start + i}]`),
  );
}

const childOf = (name: string, value: Value, expression: string): Variable => ({ name, value, expression, settable: false });

/** Values that an expression may name at a place, whole: what two visits to the same place are compared by. */
export function everything(moment: Moment): Entry[] {
  const names = SCOPE_IDS.flatMap((id) => scopes[id].names(moment, 2));
  return [...new Set(names)].map((name) => [name, valueOf(name, moment) ?? list([])]);
}
