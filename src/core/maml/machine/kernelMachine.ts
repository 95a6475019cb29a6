/** The machine on the fused kernel: float32, WebAssembly SIMD, the same bits on every processor. */
import { checkRows } from './checkRows';
import { adamScale } from './float64Vectors';
import { KernelSpace } from './kernelMemory';
import { instantiateKernel, type KernelModule } from './kernelModule';
import type { ExampleRows, Examples, Machine, Tape, Vec } from './machine';
import { layoutOf, type NetworkSpec } from './network';
import { paddedLayout, paddedRows } from './paddedLayout';

/** Addresses of one set of examples. */
interface Rows {
  /** Including rows of weight 0. */
  padded: number;
  rows: number;
  readonly x: number;
  readonly y: number;
  readonly weight: number;
}

/** A kernel machine with an instance and a memory of its own; `memoryBytes` tells how much of it is in use. */
export function createKernelMachine(module: KernelModule, spec: NetworkSpec): Machine & { memoryBytes(): number } {
  const kernel = instantiateKernel(module);
  const space = new KernelSpace(kernel.memory, kernel.heapBase());
  const { parameterCount } = layoutOf(spec);
  const layout = paddedLayout(spec);
  const { size, segments, outputStride } = layout;
  const net = space.take(4 * layout.table.length);
  space.integers(net, layout.table.length).set(layout.table);
  const zeros = space.take(4 * layout.widest);
  const mask = space.take(4 * size);
  for (const { padded, length } of segments) space.integers(mask + 4 * padded, length).fill(-1);
  const sets: Rows[] = [];
  const passBytes = (capacity: number) => paddedRows(capacity) * layout.bytesPerRow + layout.fixedBytes;
  let scratch = { plain: 0, tangent: 0, capacity: -1 };

  /** Passes for calls without a tape, and for tangents, as large as the largest set of examples. */
  function growScratch(capacity: number): void {
    if (capacity <= scratch.capacity) return;
    const larger = Math.max(capacity, 2 * scratch.capacity);
    scratch = { plain: space.take(passBytes(larger)), tangent: space.take(passBytes(larger)), capacity: larger };
  }

  function setExamples(target: Examples, given: ExampleRows): void {
    checkRows(target.capacity, given, spec);
    const set = sets[target.examples]!;
    const floats = space.floats;
    set.rows = given.rows;
    set.padded = paddedRows(given.rows);
    const [x, y, weight] = [set.x >> 2, set.y >> 2, set.weight >> 2];
    floats.set(given.x, x);
    floats.fill(0, x + given.rows * spec.inputs, x + set.padded * spec.inputs);
    floats.set(given.weight, weight);
    floats.fill(0, weight + given.rows, weight + set.padded);
    if (outputStride === spec.outputs) floats.set(given.y, y);
    else {
      for (let i = 0; i < given.rows; i++) {
        for (let k = 0; k < spec.outputs; k++) floats[y + i * outputStride + k] = given.y[i * spec.outputs + k]!;
      }
    }
    floats.fill(0, y + given.rows * outputStride, y + set.padded * outputStride);
  }

  function gradient(at: Vec, on: Examples, out: Vec, tape?: Tape): number {
    const { x, y, weight, padded } = sets[on.examples]!;
    // A float32 machine says float32 numbers: so do tensors that carry its losses.
    return Math.fround(kernel.gradient(net, at.vec, x, y, weight, padded, tape ? tape.tape : scratch.plain, zeros, out.vec));
  }

  function hessianVector(at: Vec, on: Examples, direction: Vec, out: Vec, tape?: Tape): void {
    if (!tape) gradient(at, on, out);
    const { x, y, weight, padded } = sets[on.examples]!;
    const pass = tape ? tape.tape : scratch.plain;
    kernel.hessianVector(net, at.vec, x, y, weight, padded, pass, direction.vec, scratch.tangent, zeros, out.vec);
  }

  function predict(at: Vec, on: Examples): Float32Array {
    const { x, rows, padded } = sets[on.examples]!;
    kernel.forward(net, at.vec, x, padded, scratch.plain);
    const last = layout.table.length - 8;
    const start = (scratch.plain + layout.table[last + 5]! * padded + layout.table[last + 6]!) >> 2;
    const outputs = new Float32Array(rows * spec.outputs);
    for (let i = 0; i < rows; i++) {
      for (let k = 0; k < spec.outputs; k++) outputs[i * spec.outputs + k] = space.floats[start + i * outputStride + k]!;
    }
    return outputs;
  }

  function write(target: Vec, values: ArrayLike<number>): void {
    if (values.length !== parameterCount)
      throw new RangeError(`The vector holds ${parameterCount} parameters, ${values.length} were given.`);
    const start = target.vec >> 2;
    // A diverged run leaves NaN in the padding too; 0 · NaN would carry it into everything.
    space.floats.fill(0, start, start + size);
    for (const { flat, padded, length } of segments) for (let i = 0; i < length; i++) space.floats[start + padded + i] = values[flat + i]!;
  }

  function read(source: Vec): Float32Array {
    const values = new Float32Array(parameterCount);
    const start = source.vec >> 2;
    for (const { flat, padded, length } of segments) values.set(space.floats.subarray(start + padded, start + padded + length), flat);
    return values;
  }

  return {
    precision: 'float32',
    parameterCount,
    inputs: spec.inputs,
    outputs: spec.outputs,
    vector: () => ({ vec: space.take(4 * size) }),
    examples: (capacity) => {
      growScratch(capacity);
      const rows = paddedRows(capacity);
      const set = {
        padded: 0,
        rows: 0,
        x: space.take(4 * rows * spec.inputs),
        y: space.take(4 * rows * outputStride),
        weight: space.take(4 * rows),
      };
      return { examples: sets.push(set) - 1, capacity };
    },
    tape: (capacity) => ({ tape: space.take(passBytes(capacity)), capacity }),
    write,
    read,
    setExamples,
    gradient,
    hessianVector,
    predict,
    innerUpdate: (out, phi, alpha, grad) => kernel.innerUpdate(out.vec, phi.vec, alpha.vec, grad.vec, size),
    multiply: (out, a, b) => kernel.multiply(out.vec, a.vec, b.vec, size),
    addScaled: (y, s, x) => kernel.addScaled(y.vec, s, x.vec, size),
    copy: (to, from) => kernel.copy(to.vec, from.vec, size),
    fill: (target, value) => kernel.fill(target.vec, value, mask, size),
    dot: (a, b) => kernel.dot(a.vec, b.vec, size),
    sgdStep: (theta, grad, rate) => kernel.addScaled(theta.vec, -rate, grad.vec, size),
    adamStep: (theta, first, second, grad, step, settings) => {
      const { rate, epsilon } = adamScale(step, settings);
      kernel.adamStep(theta.vec, first.vec, second.vec, grad.vec, settings.beta1, settings.beta2, rate, epsilon, size);
    },
    memoryBytes: () => space.used,
  };
}
