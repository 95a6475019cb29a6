// The frame that every chart shares: scales, axes with labels, a title for screen readers, drawn at the size of its container.
import { scaleLinear, scaleLog, type ScaleContinuousNumeric } from 'd3-scale';
import { html, LitElement, svg, type SVGTemplateResult, type TemplateResult } from 'lit';

export type Scale = ScaleContinuousNumeric<number, number>;

export interface Axis {
  readonly domain: readonly [number, number];
  readonly label: string;
  readonly log?: boolean;
  readonly ticks?: readonly number[];
}

export interface ChartOptions {
  readonly width: number;
  readonly height: number;
  readonly x: Axis;
  readonly y: Axis;
  /** A sentence that says what the picture shows. */
  readonly title: string;
}

const MARGIN = { top: 10, right: 14, bottom: 40, left: 52 };

/** Three significant digits, as everywhere. */
export function significant(value: number): string {
  if (!Number.isFinite(value)) return '—';
  const size = Math.abs(value);
  return size !== 0 && (size < 0.001 || size >= 10_000) ? value.toExponential(2) : String(Number(value.toPrecision(3)));
}

/** Three significant digits with trailing zeros kept, for columns. */
export const aligned = (value: number): string => (Number.isFinite(value) ? value.toPrecision(3) : '—');

const groups = new Intl.NumberFormat('en-US');

/** A whole number with its thousands apart: 1,761. */
export const grouped = (value: number): string => groups.format(value);

/** A chart around `marks`, which are drawn inside the axes with the two scales. */
export function chart(
  options: ChartOptions,
  marks: (x: Scale, y: Scale) => SVGTemplateResult | readonly SVGTemplateResult[],
): TemplateResult {
  const { width, height, x, y, title } = options;
  const scale = (axis: Axis, range: [number, number]): Scale =>
    (axis.log === true ? scaleLog() : scaleLinear()).domain(axis.domain).range(range);
  const sx = scale(x, [MARGIN.left, width - MARGIN.right]);
  const sy = scale(y, [height - MARGIN.bottom, MARGIN.top]);
  const bottom = height - MARGIN.bottom;
  const xTicks = x.ticks ?? sx.ticks(Math.max(2, Math.floor(width / 90)));
  const yTicks = y.ticks ?? (y.log === true ? decades(y.domain) : sy.ticks(Math.max(2, Math.floor(height / 50))));
  return html`<svg class="chart" role="img" aria-label=${title} width=${width} height=${height} viewBox="0 0 ${width} ${height}">
    <g class="axis" aria-hidden="true">
      ${yTicks.map(
        (tick) => svg`<line class="grid" x1=${MARGIN.left} x2=${width - MARGIN.right} y1=${sy(tick)} y2=${sy(tick)}></line>
          <text x=${MARGIN.left - 6} y=${sy(tick)} dy="0.32em" text-anchor="end">${significant(tick)}</text>`,
      )}
      ${xTicks.map((tick) => svg`<text x=${sx(tick)} y=${bottom + 16} text-anchor="middle">${significant(tick)}</text>`)}
      <line x1=${MARGIN.left} x2=${width - MARGIN.right} y1=${bottom} y2=${bottom}></line>
      <text class="label" x=${(MARGIN.left + width - MARGIN.right) / 2} y=${height - 6} text-anchor="middle">${x.label}</text>
      <text class="label" transform="translate(12 ${(MARGIN.top + bottom) / 2}) rotate(-90)" text-anchor="middle">${y.label}</text>
    </g>
    ${marks(sx, sy)}
  </svg>`;
}

/** Powers of ten inside the domain, with halves of a decade (1, 2, 5) where there are few. */
function decades([low, high]: readonly [number, number]): number[] {
  const result: number[] = [];
  const few = Math.log10(high / low) < 1.5;
  for (let power = Math.floor(Math.log10(low)); power <= Math.ceil(Math.log10(high)); power++) {
    for (const digit of few ? [1, 2, 5] : [1]) {
      const tick = digit * 10 ** power;
      if (tick >= low && tick <= high) result.push(tick);
    }
  }
  return result;
}

/** A place for a drawing that is made anew whenever its width changes. */
export class DrawingElement extends LitElement {
  static override readonly properties = { draw: { attribute: false } };
  declare draw: ((width: number) => TemplateResult) | undefined;
  #width = 0;
  readonly #observer = new ResizeObserver(([entry]) => {
    const width = Math.floor(entry?.contentRect.width ?? 0);
    if (width === this.#width) return;
    this.#width = width;
    this.requestUpdate();
  });

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#observer.observe(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#observer.disconnect();
  }

  protected override render(): TemplateResult | undefined {
    return this.#width === 0 ? undefined : this.draw?.(this.#width);
  }
}

customElements.define('lab-drawing', DrawingElement);

/** A drawing of the width that its place offers. */
export const drawing = (draw: (width: number) => TemplateResult): TemplateResult => html`<lab-drawing .draw=${draw}></lab-drawing>`;
