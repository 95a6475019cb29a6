/** What a multilayer perceptron is made of, and where each of its tensors lies in the flat parameter vector. */

export type Activation = 'relu' | 'tanh';
export type Loss = 'squared' | 'crossEntropy';

/** A multilayer perceptron: z = W_L·σ(…σ(x·W_1 + b_1)…) + b_L, no activation after the last layer. */
export interface NetworkSpec {
  readonly inputs: number;
  /** Width of each hidden layer; empty for a linear model. */
  readonly hidden: readonly number[];
  readonly outputs: number;
  readonly activation: Activation;
  readonly loss: Loss;
}

/** One weight matrix or bias. */
export interface NamedTensor {
  /** w1, b1, w2, b2, … counted from the input. */
  readonly name: string;
  readonly kind: 'weight' | 'bias';
  /** Layer it belongs to, from 0. */
  readonly layer: number;
  /** [in, out] row-major for a weight, [out] for a bias. */
  readonly shape: readonly [number, number] | readonly [number];
  /** First entry in the flat vector. */
  readonly offset: number;
  readonly size: number;
}

export interface Layout {
  /** In the order of the flat vector: w1, b1, w2, b2, … */
  readonly tensors: readonly NamedTensor[];
  readonly parameterCount: number;
}

/** Widths from input to output: [inputs, …hidden, outputs]. */
export function widthsOf(spec: NetworkSpec): number[] {
  return [spec.inputs, ...spec.hidden, spec.outputs];
}

/** Names, shapes and offsets of all tensors of `spec`, in the order in which every machine reads and writes them. */
export function layoutOf(spec: NetworkSpec): Layout {
  const widths = widthsOf(spec);
  const tensors: NamedTensor[] = [];
  let offset = 0;
  for (let layer = 0; layer + 1 < widths.length; layer++) {
    const rows = widths[layer]!;
    const columns = widths[layer + 1]!;
    tensors.push({ name: `w${layer + 1}`, kind: 'weight', layer, shape: [rows, columns], offset, size: rows * columns });
    offset += rows * columns;
    tensors.push({ name: `b${layer + 1}`, kind: 'bias', layer, shape: [columns], offset, size: columns });
    offset += columns;
  }
  return { tensors, parameterCount: offset };
}
