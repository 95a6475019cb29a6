/** The kernel as `npm run build` leaves it; compiled into the cache where nothing was built yet. Runs from the root of the project. */
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { buildKernel } from '../../../../src/build/buildKernel';
import { compileKernel, type KernelModule } from '../../../../src/core/maml/machine/kernelModule';

let compiled: Promise<KernelModule> | undefined;

export function builtKernel(): Promise<KernelModule> {
  compiled ??= load();
  return compiled;
}

/** Where the kernel lies. */
export async function kernelFile(): Promise<string> {
  const [built, cached] = ['dist/maml-kernel.wasm', '.cache/maml-kernel.wasm'];
  if (existsSync(built)) return built;
  await buildKernel(cached);
  return cached;
}

async function load(): Promise<KernelModule> {
  const module = await compileKernel(await readFile(await kernelFile()));
  if (!module) throw new Error('This Node has no WebAssembly SIMD.');
  return module;
}
