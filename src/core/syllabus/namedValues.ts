// Numbers that a text names: each given by an expression that may use the others, and the way in which a text shows them.
import { ExpressionError, evaluate, parseOnce } from '../expression';

/** What is wrong with one of the named values. */
export interface ValueMistake {
  readonly name: string;
  readonly what: string;
}

export interface NamedValues {
  /** The values that could be computed. */
  readonly values: ReadonlyMap<string, number>;
  readonly mistakes: readonly ValueMistake[];
}

/** Computes all values, in whatever order they are written. A circle, an unknown name or a result that is not finite is a mistake. */
export function nameValues(given: Readonly<Record<string, string | number>>): NamedValues {
  const values = new Map<string, number>();
  const mistakes: ValueMistake[] = [];
  const open = new Set<string>();

  function valueOf(name: string): number | undefined {
    const known = values.get(name);
    if (known !== undefined || !Object.hasOwn(given, name)) return known;
    if (open.has(name)) throw new ExpressionError(`“${name}” depends on itself`, 1);
    open.add(name);
    const source = given[name] ?? 0;
    const value = typeof source === 'number' ? source : evaluate(parseOnce(source), valueOf);
    open.delete(name);
    if (!Number.isFinite(value)) throw new ExpressionError(`“${name}” is ${value}`, 1);
    values.set(name, value);
    return value;
  }

  for (const name of Object.keys(given)) {
    open.clear();
    try {
      valueOf(name);
    } catch (error) {
      if (!(error instanceof ExpressionError)) throw error;
      mistakes.push({ name, what: error.message });
    }
  }
  return { values, mistakes };
}

/**
 * A number as a text shows it.
 * @param decimals how many digits follow the point at most; undefined shows all that matter (twelve significant digits)
 * @param fixed keeps the zeros at the end, so that numbers under each other line up
 */
export function showValue(value: number, decimals: number | undefined, fixed: boolean): string {
  const exact = decimals === undefined ? String(Number(value.toPrecision(12))) : value.toFixed(decimals);
  const text = fixed || decimals === undefined ? exact : String(Number(exact));
  return Number(text) === 0 ? text.replace('-', '') : text;
}

/** How a text asks for a value: digits after the point, whether zeros at the end stay, and what becomes of its sign. */
export interface ValueFormat {
  readonly decimals?: number | undefined;
  readonly fixed: boolean;
  /** `bracketed` puts a negative number into parentheses, `signed` writes + or − apart from the digits. */
  readonly sign: 'plain' | 'bracketed' | 'signed';
}

/** Gives the sign of a shown number its form. */
export function withSign(shown: string, sign: ValueFormat['sign']): string {
  const isNegative = shown.startsWith('-');
  if (sign === 'bracketed') return isNegative ? `(${shown})` : shown;
  return sign === 'signed' ? `${isNegative ? '-' : '+'} ${shown.replace('-', '')}` : shown;
}

/** The text of a named value, undefined where there is none of this name. */
export type ShowNamed = (name: string, format: ValueFormat) => string | undefined;

/** Shows the values of a map. */
export const showingOf =
  (values: ReadonlyMap<string, number>): ShowNamed =>
  (name, { decimals, fixed, sign }) => {
    const value = values.get(name);
    return value === undefined ? undefined : withSign(showValue(value, decimals, fixed), sign);
  };
