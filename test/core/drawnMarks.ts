// What an SVG draws and where: the box around each mark and each number, with all transformations carried out.

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export interface Mark extends Box {
  /** The element as written. */
  readonly source: string;
}

export interface Drawing {
  readonly frame: Box;
  readonly marks: readonly Mark[];
}

type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number];
type Point = readonly [x: number, y: number];

const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];
/** Of a digit, in pixels: the figures' numbers are set small, and their digits are narrower than this. */
const LETTER = { width: 6, up: 8, down: 2 };

const times = ([a, b, c, d, e, f]: Matrix, [g, h, i, j, k, l]: Matrix): Matrix => [
  a * g + c * h,
  b * g + d * h,
  a * i + c * j,
  b * i + d * j,
  a * k + c * l + e,
  b * k + d * l + f,
];

const numbersIn = (text: string): number[] => (text.match(/-?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?|NaN|-?Infinity/g) ?? []).map(Number);

function matrixOf(transform: string): Matrix {
  let matrix = IDENTITY;
  for (const [, kind, given = ''] of transform.matchAll(/(\w+)\(([^)]*)\)/g)) {
    const [x = 0, y = 0] = numbersIn(given);
    const turn = (x * Math.PI) / 180;
    if (kind === 'translate') matrix = times(matrix, [1, 0, 0, 1, x, y]);
    else if (kind === 'rotate') matrix = times(matrix, [Math.cos(turn), Math.sin(turn), -Math.sin(turn), Math.cos(turn), 0, 0]);
    else if (kind === 'scale') matrix = times(matrix, [x, 0, 0, y === 0 ? x : y, 0, 0]);
    else throw new Error(`transform ${kind}`);
  }
  return matrix;
}

/** Corners of a path; curves lie inside the hull of their control points. */
function pathPoints(d: string): Point[] {
  const points: Point[] = [];
  let [x, y] = [0, 0];
  for (const [, command = '', given = ''] of d.matchAll(/([A-Za-z])([^A-Za-z]*(?:e[+-]?\d+[^A-Za-z]*)*)/g)) {
    const values = numbersIn(given);
    if (!/[MLCQHVZ]/.test(command)) throw new Error(`path command ${command} in ${d}`);
    for (let i = 0; i < values.length; i += command === 'H' || command === 'V' ? 1 : 2) {
      [x, y] = command === 'H' ? [values[i]!, y] : command === 'V' ? [x, values[i]!] : [values[i]!, values[i + 1]!];
      points.push([x, y]);
    }
  }
  return points;
}

type Attributes = Readonly<Record<string, string>>;

function corners(name: string, attributes: Attributes, text: string): Point[] {
  const n = (key: string): number => Number(attributes[key] ?? 0);
  switch (name) {
    case 'rect':
      return [[n('x'), n('y')], [n('x') + n('width'), n('y') + n('height')]]; // prettier-ignore
    case 'circle':
      return [[n('cx') - n('r'), n('cy') - n('r')], [n('cx') + n('r'), n('cy') + n('r')]]; // prettier-ignore
    case 'line':
      return [[n('x1'), n('y1')], [n('x2'), n('y2')]]; // prettier-ignore
    case 'path':
      return pathPoints(attributes['d'] ?? '');
    case 'polyline':
    case 'polygon': {
      const all = numbersIn(attributes['points'] ?? '');
      return all.flatMap((x, i) => (i % 2 === 0 ? [[x, all[i + 1]!] as const] : []));
    }
    case 'text': {
      // Words are set by the page's font and wrap nowhere; only numbers are short enough to be sure of.
      const width = /^[-−\d.,%°\s]*$/.test(text) ? LETTER.width * text.length : 0;
      const anchor = attributes['text-anchor'] === 'middle' ? 0.5 : attributes['text-anchor'] === 'end' ? 1 : 0;
      const left = n('x') - anchor * width;
      const base = n('y') + (attributes['dy'] === undefined ? 0 : Number.parseFloat(attributes['dy']) * 10);
      return [[left, base - LETTER.up], [left + width, base + LETTER.down]]; // prettier-ignore
    }
    default:
      throw new Error(`There is no rule for <${name}>.`);
  }
}

/** Drawings in markup that is well formed, as templates write it. */
export function drawings(markup: string): Drawing[] {
  const found: { frame: Box; marks: Mark[] }[] = [];
  const open: { readonly name: string; readonly matrix: Matrix }[] = [];
  for (const match of markup.matchAll(/<(\/?)([\w-]+)((?:\s+[\w:@.?-]+(?:="[^"]*")?)*)\s*(\/?)>([^<]*)/g)) {
    const [source, end, name = '', rest = '', closed, text = ''] = match;
    if (end === '/') {
      while (open.length > 0 && open.pop()!.name !== name);
      continue;
    }
    const attributes = Object.fromEntries([...rest.matchAll(/([\w:@.?-]+)="([^"]*)"/g)].map(([, key = '', value = '']) => [key, value]));
    const matrix = times(open.at(-1)?.matrix ?? IDENTITY, matrixOf(attributes['transform'] ?? ''));
    if (closed !== '/') open.push({ name, matrix });
    if (name === 'svg') {
      const [left = 0, top = 0, width = 0, height = 0] = numbersIn(attributes['viewBox'] ?? '');
      found.push({ frame: { left, top, right: left + width, bottom: top + height }, marks: [] });
    }
    const drawing = found.at(-1);
    if (drawing === undefined || !open.some((one) => one.name === 'svg') || ['svg', 'g', 'title', 'defs'].includes(name)) continue;
    const at = corners(name, attributes, text.trim());
    if (at.length === 0) continue;
    const [a, b, c, d, e, f] = matrix;
    const box =
      at.length === 2 && name !== 'line' && name !== 'path'
        ? [at[0]!, [at[1]![0], at[0]![1]] as const, at[1]!, [at[0]![0], at[1]![1]] as const]
        : at;
    const [xs, ys] = [box.map(([x, y]) => a * x + c * y + e), box.map(([x, y]) => b * x + d * y + f)];
    drawing.marks.push({
      left: Math.min(...xs),
      top: Math.min(...ys),
      right: Math.max(...xs),
      bottom: Math.max(...ys),
      source: source.trim(),
    });
  }
  return found;
}
