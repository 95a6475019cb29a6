/** The kernel's own layout: every width padded to a multiple of 4 with zeros, and the table that tells the kernel so. */
import { layoutOf, type NetworkSpec, widthsOf } from './network';

/** A run of numbers that lies without gaps in both layouts. */
interface Segment {
  readonly flat: number;
  readonly padded: number;
  readonly length: number;
}

export interface PaddedLayout {
  /** Numbers in a padded parameter vector. */
  readonly size: number;
  readonly segments: readonly Segment[];
  /** The table of src/kernel/network.ts. */
  readonly table: Int32Array;
  /** A pass over n (padded) rows takes n · bytesPerRow + fixedBytes. */
  readonly bytesPerRow: number;
  readonly fixedBytes: number;
  readonly outputStride: number;
  /** Widest padded layer. */
  readonly widest: number;
}

const ROW_BLOCK = 2;
const WORDS_BEFORE_LAYERS = 4;
const WORDS_PER_LAYER = 8;

const padded = (width: number): number => Math.ceil(width / 4) * 4;

/** Rows come in pairs; the last may be a row of weight 0. */
export const paddedRows = (rows: number): number => Math.ceil(rows / ROW_BLOCK) * ROW_BLOCK;

export function paddedLayout(spec: NetworkSpec): PaddedLayout {
  const widths = widthsOf(spec);
  const { tensors } = layoutOf(spec);
  const layers = widths.length - 1;
  const table = new Int32Array(WORDS_BEFORE_LAYERS + WORDS_PER_LAYER * layers);
  table.set([spec.activation === 'relu' ? 0 : 1, spec.loss === 'squared' ? 0 : 1, layers]);
  const segments: Segment[] = [];
  let size = 0;
  let bytesPerRow = 0;
  let fixedBytes = 0;
  for (let l = 0; l < layers; l++) {
    const inn = l === 0 ? spec.inputs : padded(widths[l]!);
    const count = widths[l + 1]!;
    const out = padded(count);
    const bias = size + inn * out;
    table.set([inn, out, count, size * 4, bias * 4, bytesPerRow, fixedBytes], WORDS_BEFORE_LAYERS + WORDS_PER_LAYER * l);
    for (let k = 0; k < widths[l]!; k++) {
      addSegment(segments, { flat: tensors[2 * l]!.offset + k * count, padded: size + k * out, length: count });
    }
    addSegment(segments, { flat: tensors[2 * l + 1]!.offset, padded: bias, length: count });
    size = bias + out;
    bytesPerRow += 3 * 4 * out;
    if (l > 0) fixedBytes += 4 * count * inn;
  }
  const outputStride = padded(spec.outputs);
  // The kernel's vector operations take eight numbers a turn.
  return { size: Math.ceil(size / 8) * 8, segments, table, bytesPerRow, fixedBytes, outputStride, widest: Math.max(...widths.map(padded)) };
}

/** Adds a run, joined to the one before where both layouts allow it. */
function addSegment(segments: Segment[], next: Segment): void {
  const before = segments[segments.length - 1];
  if (before && before.flat + before.length === next.flat && before.padded + before.length === next.padded) {
    segments[segments.length - 1] = { ...before, length: before.length + next.length };
  } else segments.push(next);
}
