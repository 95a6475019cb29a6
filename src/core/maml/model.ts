// What an experiment trains: a network or a quadratic bowl, with its parameters' names and a machine that computes with it.
import { createBowlMachine } from './machine/bowlMachine';
import { createFloat64Machine } from './machine/float64Machine';
import { createKernelMachine } from './machine/kernelMachine';
import type { KernelModule } from './machine/kernelModule';
import type { Machine } from './machine/machine';
import { layoutOf, type Layout, type NetworkSpec } from './machine/network';

export type Model = { readonly kind: 'network'; readonly spec: NetworkSpec } | { readonly kind: 'bowl'; readonly dimension: number };

/** Names, shapes and offsets of the parameters. */
export function modelLayout(model: Model): Layout {
  if (model.kind === 'network') return layoutOf(model.spec);
  const { dimension } = model;
  return {
    tensors: [{ name: 'theta', kind: 'bias', layer: 0, shape: [dimension], offset: 0, size: dimension }],
    parameterCount: dimension,
  };
}

/** The fused kernel for networks where the host has WebAssembly SIMD, else plain JavaScript; bowls need no kernel. */
export function createMachine(model: Model, kernel: KernelModule | undefined): Machine {
  if (model.kind === 'bowl') return createBowlMachine(model.dimension);
  return kernel === undefined ? createFloat64Machine(model.spec) : createKernelMachine(kernel, model.spec);
}
