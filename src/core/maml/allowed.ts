// What a setting may be, as data: the one truth for the check, for the sentence that refuses a value and for the form's controls.

export type Allowed =
  | { readonly kind: 'whole'; readonly low: number; readonly high: number }
  | { readonly kind: 'real'; readonly low: number; readonly high: number }
  | { readonly kind: 'oneOf'; readonly values: readonly string[] }
  /** [from, to] within low…high. */
  | { readonly kind: 'range'; readonly low: number; readonly high: number }
  /** Up to `most` whole numbers from low to high. */
  | { readonly kind: 'widths'; readonly most: number; readonly low: number; readonly high: number };

type Kind = Allowed['kind'];
type Of<K extends Kind> = Extract<Allowed, { readonly kind: K }>;

interface Row<K extends Kind> {
  holds(allowed: Of<K>, value: unknown): boolean;
  words(allowed: Of<K>): string;
}

interface Bounds {
  readonly low: number;
  readonly high: number;
}

const real = ({ low, high }: Bounds, value: unknown): value is number => typeof value === 'number' && value >= low && value <= high;
const whole = (bounds: Bounds, value: unknown): boolean => real(bounds, value) && Number.isInteger(value);

const kinds: { readonly [K in Kind]: Row<K> } = {
  whole: { holds: whole, words: ({ low, high }) => `a whole number from ${low} to ${high}` },
  real: { holds: real, words: ({ low, high }) => `a number from ${low} to ${high}` },
  oneOf: {
    holds: ({ values }, value) => typeof value === 'string' && values.includes(value),
    words: ({ values }) => `one of ${values.join(', ')}`,
  },
  range: {
    holds: (bounds, value) => {
      const pair: readonly unknown[] = Array.isArray(value) ? value : [];
      const [from, to] = pair;
      return pair.length === 2 && real(bounds, from) && real(bounds, to) && from <= to;
    },
    words: ({ low, high }) => `a range [from, to] within ${low} to ${high}`,
  },
  widths: {
    holds: (allowed, value) => Array.isArray(value) && value.length <= allowed.most && value.every((width) => whole(allowed, width)),
    words: ({ most, low, high }) => `up to ${most} whole numbers from ${low} to ${high}`,
  },
};

const holds = <K extends Kind>(kind: K, allowed: Of<K>, value: unknown): boolean => kinds[kind].holds(allowed, value);
const words = <K extends Kind>(kind: K, allowed: Of<K>): string => kinds[kind].words(allowed);

/** Whether `value` is allowed. */
export const allows = (allowed: Allowed, value: unknown): boolean => holds(allowed.kind, allowed, value);

/** What is allowed, to follow “it must be”. */
export const allowedInWords = (allowed: Allowed): string => words(allowed.kind, allowed);
