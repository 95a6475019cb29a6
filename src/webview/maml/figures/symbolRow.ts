// The drawings of one class as one picture of few paths, since hundreds of strokes and bars change with every task: support, query, answers.
import { html, svg, type SVGTemplateResult, type TemplateResult } from 'lit';
import type { Glyph } from '../../../core/maml/tasks/scene';

/** A query image with what is answered for it at φ_0, φ_1, …. */
export interface Judged {
  readonly image: Glyph;
  /** softmax(z) at each φ_j: [steps × classes]. */
  readonly answers: readonly (readonly number[])[];
  /** The answers in words. */
  readonly text: string;
}

export interface SymbolRow {
  readonly support: readonly Glyph[];
  readonly query: readonly Judged[];
  /** What the row is, in a few words. */
  readonly title: string;
  /** What is answered for each query image, for those who listen. */
  readonly description: string;
}

/** Answers to keep room for beside each query image, and bars in each. */
export interface Room {
  readonly steps: number;
  readonly ways: number;
}

/** What is drawn alike, as one path each. */
export type Part = 'faint' | 'half' | 'full' | 'base' | 'other' | 'own' | 'right' | 'wrong';
const INKS: readonly Part[] = ['faint', 'half', 'full'];
const ANSWERS: readonly Part[] = ['base', 'other', 'own', 'right', 'wrong'];
type Paths = Readonly<Partial<Record<Part, string>>>;

/** The tone of each level of ink: three to a symbol look like five, and are drawn sooner. */
const TONES: readonly (Part | undefined)[] = [undefined, 'faint', 'half', 'half', 'full', 'full'];

/** Sizes in pixels: a frame, the ink inside it, room between things; a bar, its height, and the mark after the bars. */
const FRAME = 34;
const INK = 28;
const GAP = 6;
const BAR = 5;
const BAR_HEIGHT = 22;
const MARK = 20;
/** From this width on, the query set stands beside the support set rather than below it. */
const BESIDE = 420;
const SUPPORT_SHARE = 3 * (FRAME + GAP) + 2 * GAP;
/** Answers beside one image before they go on in a line below. */
const LINE = 190;

/** Drawn once for each place: the same images stay in the picture for many steps. */
const drawn = new Map<string, Paths>();
const DRAWN_KEPT = 1000;

/** Runs of equal ink as lines one pixel of the image thick, from (`x`, `y`) on. */
function inkAt({ ink }: Glyph, x: number, y: number): Paths {
  const key = `${x},${y},${ink}`;
  const known = drawn.get(key);
  if (known !== undefined) return known;
  const side = Math.sqrt(ink.length);
  const cell = INK / side;
  const paths: Partial<Record<Part, string>> = {};
  for (let row = 0; row < side; row++) {
    for (let from = 0; from < side;) {
      const tone = TONES[Number(ink.charAt(row * side + from))];
      let to = from + 1;
      while (to < side && TONES[Number(ink.charAt(row * side + to))] === tone) to++;
      const run = `M${x + cell * from},${y + cell * (row + 0.5)}h${cell * (to - from)}`;
      if (tone !== undefined) paths[tone] = `${paths[tone] ?? ''}${run}`;
      from = to;
    }
  }
  if (drawn.size >= DRAWN_KEPT) drawn.clear();
  drawn.set(key, paths);
  return paths;
}

export const isRight = (probabilities: readonly number[], label: number): boolean =>
  probabilities.indexOf(Math.max(...probabilities)) === label;

export const checkAt = (x: number, y: number): string => `M${x},${y}l3,3l6,-7`;
export const crossAt = (x: number, y: number): string => `M${x},${y}l7,7m0,-7l-7,7`;

/** The answer at one φ: a bar per class, the right one filled and the others outlined, and whether the largest is the right one. */
function answerAt(probabilities: readonly number[], label: number, x: number, y: number): Paths {
  const bar = (share: number, i: number) => {
    const tall = Math.max(1, share * (BAR_HEIGHT - 2)).toFixed(1);
    return `M${x + i * BAR + 1},${y + BAR_HEIGHT - 1}h${BAR - 1.5}v-${tall}h${1.5 - BAR}z`;
  };
  const end = x + BAR * probabilities.length + 1;
  return {
    base: `M${x},${y + BAR_HEIGHT - 0.5}H${end}`,
    own: bar(probabilities[label] ?? 0, label),
    other: probabilities.map((share, i) => (i === label ? '' : bar(share, i))).join(''),
    ...(isRight(probabilities, label) ? { right: checkAt(end + 3, y + 12) } : { wrong: crossAt(end + 3, y + 8) }),
  };
}

const frameAt = (x: number, y: number): string => `M${x + 1},${y + 1}h${FRAME - 2}v${FRAME - 2}h${2 - FRAME}z`;

function pathsOf(parts: readonly Part[], pieces: readonly Paths[]): SVGTemplateResult[] {
  return parts.map((part) => svg`<path class=${part} d=${pieces.map((piece) => piece[part] ?? '').join('')}></path>`);
}

/** Things of one size in lines of `width`, from `left` on. @returns where each stands, and the height of all */
function inLines(count: number, { width, left }: { width: number; left: number }, size: { width: number; height: number }) {
  const perLine = Math.max(1, Math.floor((width + GAP) / (size.width + GAP)));
  const at = (index: number) => [left + (index % perLine) * (size.width + GAP), Math.floor(index / perLine) * (size.height + GAP)] as const;
  return { at, height: Math.ceil(count / perLine) * (size.height + GAP) - GAP };
}

/** How the answers of an image stand beside it: so many in a line, so many lines. */
function besideImage({ steps, ways }: Room) {
  const each = BAR * ways + 1 + MARK;
  const perLine = Math.min(Math.max(1, Math.floor(LINE / each)), steps);
  const height = Math.max(FRAME, Math.ceil(steps / perLine) * (BAR_HEIGHT + 2));
  return { each, perLine, width: FRAME + 4 + perLine * each, height };
}

/** @param width of the place that the row has */
export function symbolRow({ support, query, title, description }: SymbolRow, room: Room, width: number): TemplateResult {
  const beside = width >= BESIDE;
  const frame = { width: FRAME, height: FRAME };
  const left = inLines(support.length, { width: beside ? SUPPORT_SHARE - 2 * GAP : width, left: 0 }, frame);
  const answers = besideImage(room);
  const place = beside ? { width: width - SUPPORT_SHARE, left: SUPPORT_SHARE } : { width, left: 0 };
  const right = inLines(query.length, place, answers);
  const below = beside ? 0 : left.height + GAP;
  const height = beside ? Math.max(left.height, right.height) : below + right.height;
  // The smaller set stands in the middle of the larger one's height.
  const [down, lower] = beside ? [(height - left.height) >> 1, (height - right.height) >> 1] : [0, below];
  const supportAt = support.map((_, i) => [left.at(i)[0], left.at(i)[1] + down] as const);
  const queryAt = query.map((_, i) => [right.at(i)[0], right.at(i)[1] + lower] as const);
  const inset = (FRAME - INK) / 2;
  const thick = INK / Math.sqrt(query[0]?.image.ink.length ?? 1);
  const judged = query.flatMap(({ image, answers: steps }, i) =>
    steps.map((probabilities, j) => {
      const [x, y] = queryAt[i]!;
      const line = Math.floor(j / answers.perLine);
      const top = y + line * (BAR_HEIGHT + 2) + (answers.height === FRAME ? (FRAME - BAR_HEIGHT) / 2 : 0);
      return answerAt(probabilities, image.label, x + FRAME + 4 + (j % answers.perLine) * answers.each, top);
    }),
  );
  return html`<svg class="drawn-class" role="img" aria-label=${title} width=${width} height=${height} viewBox="0 0 ${width} ${height}">
    <desc>${description}</desc>
    <g data-q="support" stroke-width=${thick}>
      <path class="frame" d=${supportAt.map(([x, y]) => frameAt(x, y)).join('')}></path>
      ${pathsOf(
        INKS,
        support.map((image, i) => inkAt(image, supportAt[i]![0] + inset, supportAt[i]![1] + inset)),
      )}
    </g>
    <g data-q="query" stroke-width=${thick}>
      <path class="frame asked" d=${queryAt.map(([x, y]) => frameAt(x, y)).join('')}></path>
      ${pathsOf(
        INKS,
        query.map(({ image }, i) => inkAt(image, queryAt[i]![0] + inset, queryAt[i]![1] + inset)),
      )}
      ${pathsOf(ANSWERS, judged)}
      ${query.map(
        ({ text }, i) =>
          svg`<rect class="asking" x=${queryAt[i]![0]} y=${queryAt[i]![1]} width=${answers.width} height=${answers.height}><title>${text}</title></rect>`,
      )}
    </g>
  </svg>`;
}
