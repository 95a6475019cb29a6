// What a variable of the debugger can be, what it says of itself in one line, and what is found inside it, level by level.
import type { ExampleRows, Numbers } from '../machine/machine';
import type { Layout } from '../machine/network';
import type { Line } from '../trace/step';
import { norm } from '../vectors';

export type Value =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'truth'; readonly value: boolean }
  | { readonly kind: 'text'; readonly value: string }
  /** Rank 1 or 2, row-major. */
  | { readonly kind: 'tensor'; readonly numbers: Numbers; readonly shape: readonly number[] }
  /** A parameter vector by layer; `steps` are φ_0, φ_1, … where this is the latest of them. */
  | { readonly kind: 'parameters'; readonly numbers: Numbers; readonly layout: Layout; readonly steps?: readonly Value[] }
  /** A support or query set. */
  | { readonly kind: 'examples'; readonly rows: ExampleRows }
  | { readonly kind: 'list'; readonly items: readonly Value[] }
  | { readonly kind: 'record'; readonly entries: readonly Entry[] }
  /** Not computed yet; the line computes it. */
  | { readonly kind: 'absent'; readonly line: Line };

export type Entry = readonly [name: string, value: Value];

export const number = (value: number): Value => ({ kind: 'number', value });
export const text = (value: string): Value => ({ kind: 'text', value });
export const list = (items: readonly Value[]): Value => ({ kind: 'list', items });
export const tensor = (numbers: Numbers, shape: readonly number[]): Value => ({ kind: 'tensor', numbers, shape });

/** The shortest digits that give back the same number, in the precision in which it was computed. */
export function digits(value: number): string {
  if (!Number.isFinite(value) || Number.isInteger(value)) return String(value);
  if (Math.fround(value) === value) {
    for (let precision = 6; precision < 10; precision++) {
      const short = Number(value.toPrecision(precision));
      if (Math.fround(short) === value) return String(short);
    }
  }
  return String(value);
}

/** Three significant digits. */
export const rough = (value: number): string => (Number.isFinite(value) ? String(Number(value.toPrecision(3))) : String(value));

function extent(numbers: Numbers): string {
  let [low, high] = [Infinity, -Infinity];
  for (const value of numbers) [low, high] = [Math.min(low, value), Math.max(high, value)];
  return numbers.length === 0 ? '' : ` ‖·‖ = ${rough(norm(numbers))}, ${rough(low)} … ${rough(high)}`;
}

/** One line: a number in full, a tensor as shape, norm, minimum and maximum. */
export function summary(value: Value): string {
  switch (value.kind) {
    case 'number':
      return digits(value.value);
    case 'truth':
      return value.value ? 'true' : 'false';
    case 'text':
      return value.value;
    case 'tensor':
      return `[${value.shape.join(' × ')}]${extent(value.numbers)}`;
    case 'parameters':
      return `[${value.layout.parameterCount}]${extent(value.numbers)}`;
    case 'examples':
      return `${value.rows.rows} × (x, y)`;
    case 'list':
      return `[${value.items.length}]`;
    case 'record':
      return value.entries.map(([name, entry]) => (isPlain(entry) ? `${name} ${plain(entry)}` : name)).join(', ');
    case 'absent':
      return '—';
  }
}

const isPlain = ({ kind }: Value) => kind === 'number' || kind === 'text' || kind === 'truth';
const plain = (value: Value) => (value.kind === 'number' ? rough(value.value) : summary(value));

/** A word for the type, as debuggers show beside the value. */
export function typeOf(value: Value): string {
  if (value.kind !== 'tensor' && value.kind !== 'parameters') return value.kind;
  return value.numbers instanceof Float32Array ? 'float32' : 'float64';
}

/** What is inside a value: entries by name, or by index and then made only when asked for. */
export type Inside = { readonly named: readonly Entry[] } | { readonly count: number; at(index: number): Value };

/** Layer `name` (w1, b1, …) of a parameter vector, or `head` for all of the last layer. */
export function layerOf(numbers: Numbers, layout: Layout, name: string): Value | undefined {
  if (name === 'head') {
    const last = Math.max(...layout.tensors.map(({ layer }) => layer));
    const from = Math.min(...layout.tensors.filter(({ layer }) => layer === last).map(({ offset }) => offset));
    return tensor(numbers.subarray(from), [layout.parameterCount - from]);
  }
  const found = layout.tensors.find((part) => part.name === name);
  return found && tensor(numbers.subarray(found.offset, found.offset + found.size), found.shape);
}

export function inside(value: Value): Inside | undefined {
  switch (value.kind) {
    case 'parameters':
      return { named: value.layout.tensors.map(({ name }) => [name, layerOf(value.numbers, value.layout, name)!] as const) };
    case 'tensor': {
      const { numbers, shape } = value;
      const [rows = 0, columns] = shape;
      if (columns === undefined) return { count: rows, at: (i) => number(numbers[i]!) };
      return { count: rows, at: (i) => tensor(numbers.subarray(i * columns, (i + 1) * columns), [columns]) };
    }
    case 'examples':
      return { named: columnsOf(value.rows) };
    case 'list':
      return { count: value.items.length, at: (i) => value.items[i]! };
    case 'record':
      return { named: value.entries };
    case 'number':
    case 'truth':
    case 'text':
    case 'absent':
      return undefined;
  }
}

function columnsOf({ rows, x, y, weight }: ExampleRows): Entry[] {
  const column = (of: ArrayLike<number>): Value => {
    const width = rows === 0 ? 0 : of.length / rows;
    return tensor(Float64Array.from(of), width === 1 ? [rows] : [rows, width]);
  };
  return [
    ['x', column(x)],
    ['y', column(y)],
    ['weight', column(weight)],
  ];
}
