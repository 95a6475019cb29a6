/** The compiled kernel as this code sees it: its exports, and how bytes become a module. Reading the file is the caller's part. */

export interface KernelMemory {
  readonly buffer: ArrayBuffer;
  grow(pages: number): number;
}

/** Addresses and sizes as src/kernel/kernel.ts and vectors.ts document them. */
export interface KernelExports {
  readonly memory: KernelMemory;
  heapBase(): number;
  forward(net: number, theta: number, x: number, rows: number, pass: number): void;
  gradient(
    net: number,
    theta: number,
    x: number,
    y: number,
    weight: number,
    rows: number,
    pass: number,
    zeros: number,
    out: number,
  ): number;
  hessianVector(
    net: number,
    theta: number,
    x: number,
    y: number,
    weight: number,
    rows: number,
    pass: number,
    v: number,
    tangent: number,
    zeros: number,
    out: number,
  ): void;
  innerUpdate(out: number, phi: number, alpha: number, grad: number, n: number): void;
  multiply(out: number, a: number, b: number, n: number): void;
  addScaled(y: number, s: number, x: number, n: number): void;
  fill(out: number, value: number, mask: number, n: number): void;
  copy(out: number, from: number, n: number): void;
  dot(a: number, b: number, n: number): number;
  adamStep(
    theta: number,
    first: number,
    second: number,
    grad: number,
    beta1: number,
    beta2: number,
    rate: number,
    epsilon: number,
    n: number,
  ): void;
}

declare const moduleBrand: unique symbol;

/** A compiled kernel; one serves any number of machines. */
export interface KernelModule {
  readonly [moduleBrand]: true;
}

/** What every host offers; declared here because the language's own library leaves it out. */
declare const WebAssembly: {
  validate(bytes: Uint8Array): boolean;
  compile(bytes: Uint8Array): Promise<KernelModule>;
  readonly Instance: new (module: KernelModule) => { readonly exports: KernelExports };
};

/** The kernel's bytes compiled, or undefined where the host has no WebAssembly SIMD. */
export async function compileKernel(bytes: Uint8Array): Promise<KernelModule | undefined> {
  if (typeof WebAssembly === 'undefined' || !WebAssembly.validate(bytes)) return undefined;
  return WebAssembly.compile(bytes);
}

/** A fresh instance with its own memory. */
export function instantiateKernel(module: KernelModule): KernelExports {
  return new WebAssembly.Instance(module).exports;
}
