/** The kernel as a file: self-contained and small. */
import * as assert from 'node:assert';
import { readFile } from 'node:fs/promises';
import { kernelFile } from './builtKernel';

describe('the kernel file', () => {
  it('imports nothing and exports what the machine calls', async () => {
    const module = await WebAssembly.compile(await readFile(await kernelFile()));
    assert.deepStrictEqual(WebAssembly.Module.imports(module), []);
    const names = WebAssembly.Module.exports(module).map(({ name }) => name);
    const wanted = [
      'forward',
      'gradient',
      'hessianVector',
      'innerUpdate',
      'multiply',
      'addScaled',
      'fill',
      'copy',
      'dot',
      'adamStep',
      'memory',
    ];
    assert.deepStrictEqual(
      wanted.filter((name) => !names.includes(name)),
      [],
    );
  });

  it('stays below 16 KiB', async () => {
    assert.ok((await readFile(await kernelFile())).byteLength < 16 * 1024);
  });
});
