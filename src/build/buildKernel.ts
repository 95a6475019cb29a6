/** Compiles src/kernel (AssemblyScript) to one .wasm file: SIMD, no runtime, no imports. Runs from the root of the project. */
import { mkdir } from 'node:fs/promises';
import { dirname, relative } from 'node:path';
import asc from 'assemblyscript/asc';

/** Writes the kernel to `outFile`; throws with the compiler's own words if it does not compile. */
export async function buildKernel(outFile: string): Promise<void> {
  await mkdir(dirname(outFile), { recursive: true });
  const messages = asc.createMemoryStream();
  const options = [
    'src/kernel/kernel.ts',
    '--outFile',
    relative('.', outFile),
    '--runtime',
    'stub',
    '--use',
    'abort=',
    '--enable',
    'simd',
    '--noAssert',
    '-O3',
    '--converge',
  ];
  const { error } = await asc.main(options, { stderr: messages });
  if (error) throw new Error(`The kernel did not compile.\n${messages.toString()}`);
}
