// A legend whose samples have the shape and dash of what they stand for, so that a picture can be read without colour.
import { html, svg, type SVGTemplateResult, type TemplateResult } from 'lit';
import { arrow } from './arrow';

export interface LegendEntry {
  readonly label: string;
  readonly sample: SVGTemplateResult;
  /** The quantity, for marks that link the views. */
  readonly quantity?: string;
}

export const lineSample = (className: string): SVGTemplateResult => svg`<line class=${className} x1="1" x2="27" y1="7" y2="7"></line>`;
export const pointSample = (className: string): SVGTemplateResult => svg`<circle class=${className} cx="14" cy="7" r="4"></circle>`;
export const squareSample = (className: string): SVGTemplateResult =>
  svg`<rect class=${className} x="9.5" y="2.5" width="9" height="9"></rect>`;
export const crossSample = (className: string): SVGTemplateResult => svg`<path class=${className} d="M10,3L18,11M10,11L18,3"></path>`;
export const arrowSample = (className: string): SVGTemplateResult => arrow(className, [1, 7], [27, 7]);

export const legend = (entries: readonly (LegendEntry | null)[]): TemplateResult =>
  html`<ul class="legend">
    ${entries.map((entry) =>
      entry === null
        ? null
        : html`<li data-q=${entry.quantity ?? ''}><svg width="28" height="14" aria-hidden="true">${entry.sample}</svg>${entry.label}</li>`,
    )}
  </ul>`;
