// What a movable figure is: what can be set, how it is drawn, and what it says in words.
import { line } from 'd3-shape';
import { svg, type SVGTemplateResult, type TemplateResult } from 'lit';
import type { Scale } from '../../shared/chart';

export type Values = Readonly<Record<string, number>>;

export interface Control {
  readonly key: string;
  readonly label: string;
  readonly min: number;
  readonly max: number;
  readonly step: number;
  readonly start: number;
  /** Names of the steps from `min` on, where a choice is made rather than a number set. */
  readonly options?: readonly string[];
}

export interface Figure {
  readonly title: string;
  readonly controls: readonly Control[];
  /** The picture at a width in pixels; hidden from screen readers, who get `says`. */
  readonly draw: (values: Values, width: number) => TemplateResult;
  /** The result in a sentence or two. */
  readonly says: (values: Values) => string;
}

export const slider = (key: string, label: string, [min, max, step]: readonly [number, number, number], start: number): Control => ({
  key,
  label,
  min,
  max,
  step,
  start,
});

export const choice = (key: string, label: string, options: readonly string[], start = 0): Control => ({
  ...slider(key, label, [0, options.length - 1, 1], start),
  options,
});

/** At most so many digits after the point, without zeros at the end. */
export const digits = (value: number, count = 2): string => (Number.isFinite(value) ? String(Number(value.toFixed(count))) : '—');

/** `count` + 1 numbers from `low` to `high`. */
export const range = (low: number, high: number, count: number): number[] =>
  Array.from({ length: count + 1 }, (_, at) => low + ((high - low) * at) / count);

/** A function, or points in order, as a line; it breaks where it leaves the frame. */
export function curve(points: readonly (readonly [number, number])[], x: Scale, y: Scale, className: string): SVGTemplateResult {
  const within = (scale: Scale, value: number): boolean => {
    const [low = 0, high = 0] = scale.domain();
    return value >= low && value <= high;
  };
  const path = line<readonly [number, number]>(
    ([px]) => x(px),
    ([, py]) => y(py),
  ).defined(([px, py]) => within(x, px) && within(y, py))([...points]);
  return svg`<path class="line ${className}" d=${path ?? ''}></path>`;
}
