// Sizes of a convolution along one axis: how often a window fits, and what it then stands on.

export interface ConvolutionShape {
  readonly input: number;
  readonly kernel: number;
  /** On either side. */
  readonly padding: number;
  readonly stride: number;
}

/** ⌊(n + 2p − k) / s⌋ + 1; 0 where the window is larger than the padded input. */
export const outputSize = ({ input, kernel, padding, stride }: ConvolutionShape): number =>
  Math.max(0, Math.floor((input + 2 * padding - kernel) / stride) + 1);

/** First cell of each window, counted from the first cell of the padding. */
export const windowStarts = (shape: ConvolutionShape): number[] => Array.from({ length: outputSize(shape) }, (_, at) => at * shape.stride);

/** Cells of the padded input at its end that no window reaches. */
export function unreachedCells(shape: ConvolutionShape): number {
  const last = windowStarts(shape).at(-1);
  return shape.input + 2 * shape.padding - (last === undefined ? 0 : last + shape.kernel);
}
