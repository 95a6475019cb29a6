// How each method looks in a picture: a dash and a marker besides its colour, so that none is needed to tell it.
import { svg, type SVGTemplateResult } from 'lit';
import {
  symbol,
  symbolCircle,
  symbolCross,
  symbolDiamond,
  symbolSquare,
  symbolStar,
  symbolTimes,
  symbolTriangle,
  symbolWye,
  type SymbolType,
} from 'd3-shape';
import type { MethodId } from '../../../core/maml/compare/methods';

const markers = {
  maml: symbolCircle,
  pretrain: symbolSquare,
  fomaml: symbolTriangle,
  reptile: symbolDiamond,
  anil: symbolCross,
  metaSgd: symbolStar,
  random: symbolTimes,
  oracle: symbolWye,
} satisfies Record<MethodId, SymbolType>;

/** A method's marker at a place; crosses are strokes, the others filled. */
export const marker = (method: MethodId, x: number, y: number): SVGTemplateResult =>
  svg`<path class="method-mark ${method}" transform="translate(${x} ${y})" d=${symbol(markers[method], 44)() ?? ''}></path>`;

/** A method's line and marker, for a legend or the head of a table's row. */
export const methodSample = (method: MethodId): SVGTemplateResult =>
  svg`<line class="method-curve ${method}" x1="1" x2="31" y1="8" y2="8"></line>${marker(method, 16, 8)}`;
