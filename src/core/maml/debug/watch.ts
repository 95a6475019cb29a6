// Evaluates watches: arithmetic on numbers and parameter vectors, norms, angles and losses, with errors that say what was wrong.
import { ExpressionError } from '../../expression';
import type { ExampleRows, Numbers } from '../machine/machine';
import { angle, dot, norm } from '../vectors';
import { inside, layerOf, number, summary, type Value } from './values';
import type { Operator, Watch } from './watchSyntax';

/** What an expression is evaluated in. */
export interface WatchScope {
  lookUp(name: string): Value | undefined;
  readonly names: readonly string[];
  /** The loss of the network at these parameters on these examples; `squared` where it is a mean of squares. */
  loss(parameters: Numbers, rows: ExampleRows): number;
  readonly squared: boolean;
  readonly parameterCount: number;
}

/** A value is asked for that no line has computed yet; not a mistake in the expression. */
export class NotYetError extends ExpressionError {}

const truth = (value: boolean): Value => ({ kind: 'truth', value });
type Vector = Extract<Value, { readonly numbers: Numbers }>;
const numeric = (value: Value): value is Vector => value.kind === 'tensor' || value.kind === 'parameters';

/** The numbers of a scalar, a vector or a list of scalars. */
function numbersOf(value: Value): ArrayLike<number> | undefined {
  if (value.kind === 'number') return [value.value];
  if (numeric(value)) return value.numbers;
  if (value.kind !== 'list') return undefined;
  const flat = value.items.map((item) => (item.kind === 'number' ? item.value : undefined));
  return flat.every((item) => item !== undefined) ? flat : undefined;
}

type Apply = (values: readonly Value[], scope: WatchScope, fail: (what: string) => never) => Value;

const over =
  (of: (numbers: readonly number[]) => number): Apply =>
  (values, _scope, fail) => {
    const all = values.flatMap((value) => Array.from(numbersOf(value) ?? fail(`${summary(value)} is not made of numbers`)));
    return number(of(all));
  };

const pair =
  (of: (a: Numbers, b: Numbers) => number): Apply =>
  ([a, b], _scope, fail) => {
    if (a === undefined || b === undefined || !numeric(a) || !numeric(b)) return fail('two vectors are expected');
    if (a.numbers.length !== b.numbers.length) return fail(`the vectors have ${a.numbers.length} and ${b.numbers.length} entries`);
    return number(of(a.numbers, b.numbers));
  };

const each =
  (of: (x: number) => number): Apply =>
  ([a], _scope, fail) => {
    if (a?.kind === 'number') return number(of(a.value));
    return a !== undefined && numeric(a) ? { ...a, numbers: a.numbers.map(of) } : fail('a number or a vector is expected');
  };

/** `loss(phi, query)` as the listing writes it, or with the set first. */
const lossOf: Apply = (values, scope, fail) => {
  const set = values.find((value) => value.kind === 'examples');
  const at = values.find(numeric);
  if (values.length !== 2 || set === undefined || at === undefined) return fail('parameters and a set (support or query) are expected');
  if (at.numbers.length !== scope.parameterCount) return fail(`all ${scope.parameterCount} parameters are expected`);
  if (set.rows.rows === 0) return fail('this family of tasks has no given examples; it collects them by acting');
  return number(scope.loss(at.numbers, set.rows));
};

const functions: Readonly<Record<string, { readonly of: Apply; readonly from: number; readonly to: number }>> = {
  norm: { of: over((all) => norm(Float64Array.from(all))), from: 1, to: 1 },
  dot: { of: pair(dot), from: 2, to: 2 },
  cos: { of: pair((a, b) => dot(a, b) / (norm(a) * norm(b))), from: 2, to: 2 },
  angle: { of: pair(angle), from: 2, to: 2 },
  loss: { of: lossOf, from: 2, to: 2 },
  mse: {
    of: (values, scope, fail) =>
      scope.squared ? lossOf(values, scope, fail) : fail('the loss of this family is no mean square; use loss(…)'),
    from: 2,
    to: 2,
  },
  min: { of: over((all) => all.reduce((a, b) => Math.min(a, b), Infinity)), from: 1, to: 9 },
  max: { of: over((all) => all.reduce((a, b) => Math.max(a, b), -Infinity)), from: 1, to: 9 },
  sum: { of: over((all) => all.reduce((a, b) => a + b, 0)), from: 1, to: 9 },
  mean: { of: over((all) => all.reduce((a, b) => a + b, 0) / all.length), from: 1, to: 9 },
  len: {
    of: ([a], _scope, fail) =>
      number(a === undefined ? 0 : a.kind === 'list' ? a.items.length : (numbersOf(a)?.length ?? fail('it has no length'))),
    from: 1,
    to: 1,
  },
  abs: { of: each(Math.abs), from: 1, to: 1 },
  sqrt: { of: each(Math.sqrt), from: 1, to: 1 },
  exp: { of: each(Math.exp), from: 1, to: 1 },
  log: { of: each(Math.log), from: 1, to: 1 },
};

export const FUNCTIONS: readonly string[] = Object.keys(functions);

const arithmetic = {
  '+': (a: number, b: number) => a + b,
  '-': (a: number, b: number) => a - b,
  '*': (a: number, b: number) => a * b,
  '/': (a: number, b: number) => a / b,
  '^': (a: number, b: number) => a ** b,
} as const;
const comparison = {
  '<': (a: number, b: number) => a < b,
  '>': (a: number, b: number) => a > b,
  '<=': (a: number, b: number) => a <= b,
  '>=': (a: number, b: number) => a >= b,
  '==': (a: number, b: number) => a === b,
  '!=': (a: number, b: number) => a !== b,
} as const;

const isTrue = (value: Value): boolean | undefined =>
  value.kind === 'truth' ? value.value : value.kind === 'number' ? value.value !== 0 : undefined;

/**
 * The value of an expression.
 * @throws ExpressionError for unknown names and values that do not fit; NotYetError for values that are not computed yet
 */
export function evaluateWatch(tree: Watch, scope: WatchScope): Value {
  const fail = (what: string): never => {
    throw new ExpressionError(what, 'column' in tree ? tree.column : 1);
  };
  const at = (inner: Watch): Value => {
    const value = evaluateWatch(inner, scope);
    if (value.kind === 'absent') throw new NotYetError('this value is not computed yet', 'column' in inner ? inner.column : 1);
    return value;
  };
  switch (tree.kind) {
    case 'number':
      return number(tree.value);
    case 'name':
      return scope.lookUp(tree.name) ?? fail(`there is no “${tree.name}” here; there are ${scope.names.join(', ')}`);
    case 'negate': {
      const value = at(tree.of);
      return each((x) => -x)([value], scope, fail);
    }
    case 'not':
      return truth(!(isTrue(at(tree.of)) ?? fail('a comparison is expected')));
    case 'member':
      return memberOf(at(tree.of), tree.name, fail);
    case 'index':
      return tree.at.reduce((value, inner) => entryOf(value, at(inner), fail), at(tree.of));
    case 'call': {
      const row = Object.hasOwn(functions, tree.name)
        ? functions[tree.name]!
        : fail(`there is no function “${tree.name}”; there are ${FUNCTIONS.join(', ')}`);
      if (tree.of.length < row.from || tree.of.length > row.to) fail(`${tree.name} does not take ${tree.of.length} arguments`);
      return row.of(tree.of.map(at), scope, fail);
    }
    case 'binary': {
      const { operator } = tree;
      if (operator === '&&' || operator === '||') {
        const left = isTrue(at(tree.left)) ?? fail('a comparison is expected on the left');
        if (left === (operator === '||')) return truth(left);
        return truth(isTrue(at(tree.right)) ?? fail('a comparison is expected on the right'));
      }
      return combine(operator, at(tree.left), at(tree.right), fail);
    }
  }
}

type Fail = (what: string) => never;

function memberOf(value: Value, name: string, fail: Fail): Value {
  if (value.kind === 'parameters') {
    const known = value.layout.tensors.map((part) => part.name).join(', ');
    return layerOf(value.numbers, value.layout, name) ?? fail(`there is no layer “${name}”; there are ${known}, head`);
  }
  const within = inside(value);
  if (within === undefined || !('named' in within)) return fail(`there is nothing named “${name}” in it`);
  const names = within.named.map(([known]) => known).join(', ');
  return within.named.find(([known]) => known === name)?.[1] ?? fail(`there is no “${name}” in it; there are ${names}`);
}

function entryOf(value: Value, index: Value, fail: Fail): Value {
  const within = value.kind === 'parameters' && value.steps !== undefined ? inside({ kind: 'list', items: value.steps }) : inside(value);
  if (within === undefined || 'named' in within) return fail('it has no entries by number');
  if (index.kind !== 'number' || !Number.isInteger(index.value)) return fail('an index is a whole number');
  if (index.value < 0 || index.value >= within.count) {
    return fail(within.count === 0 ? 'it is empty' : `index ${index.value} is outside 0…${within.count - 1}`);
  }
  return within.at(index.value);
}

function combine(operator: Exclude<Operator, '&&' | '||'>, a: Value, b: Value, fail: Fail): Value {
  if (operator in comparison) {
    if (a.kind === 'text' && b.kind === 'text') return truth((a.value === b.value) === (operator === '=='));
    if (a.kind !== 'number' || b.kind !== 'number') return fail('only numbers can be compared; take norm(…) of a vector');
  }
  if (operator === '<' || operator === '>' || operator === '<=' || operator === '>=' || operator === '==' || operator === '!=') {
    return a.kind === 'number' && b.kind === 'number'
      ? truth(comparison[operator](a.value, b.value))
      : fail('only numbers can be compared');
  }
  const of = arithmetic[operator];
  if (a.kind === 'number' && b.kind === 'number') return number(of(a.value, b.value));
  if (numeric(a) && b.kind === 'number') return { ...plain(a), numbers: a.numbers.map((x) => of(x, b.value)) };
  if (a.kind === 'number' && numeric(b)) return { ...plain(b), numbers: b.numbers.map((x) => of(a.value, x)) };
  if (!numeric(a) || !numeric(b)) return fail('only numbers and vectors can be computed with');
  if (a.numbers.length !== b.numbers.length) return fail(`the vectors have ${a.numbers.length} and ${b.numbers.length} entries`);
  return { ...plain(a), numbers: a.numbers.map((x, i) => of(x, b.numbers[i]!)) };
}

/** A computed vector has no history of its own. */
function plain(value: Vector): Vector {
  return value.kind === 'parameters' ? { kind: 'parameters', numbers: value.numbers, layout: value.layout } : value;
}
