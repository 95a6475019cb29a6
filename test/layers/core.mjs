// The layer of tests that need no editor: the laws of the house, the core, the protocol, the content and the build.
import fs from 'node:fs/promises';
import path from 'node:path';
import { build } from 'esbuild';
import { cacheDir, root } from '../host/places.mjs';
import { runMocha } from './support/runMocha.mjs';

const out = path.join(cacheDir, 'test');

/** Node's own import takes every package but TensorFlow.js, which is written for bundlers and comes in with all that it needs. */
const packages = {
  name: 'packages',
  setup(context) {
    context.onResolve({ filter: /^[^./]/ }, ({ path: name, importer }) => {
      const bundled = name.startsWith('@tensorflow/') || /[\\/]node_modules[\\/]/.test(importer);
      return bundled || path.isAbsolute(name) ? undefined : { external: true };
    });
  },
};
const requireInModules = "import { createRequire as makeRequire } from 'node:module'; globalThis.require ??= makeRequire(import.meta.url);";

export const core = {
  name: 'core',
  async run() {
    const sources = await suites();
    await fs.rm(out, { recursive: true, force: true });
    await build({
      entryPoints: sources,
      outdir: out,
      outbase: path.join(root, 'test'),
      outExtension: { '.js': '.mjs' },
      bundle: true,
      splitting: true,
      plugins: [packages],
      mainFields: ['module', 'main'],
      banner: { js: requireInModules },
      platform: 'node',
      target: 'node20',
      format: 'esm',
      sourcemap: 'inline',
      logLevel: 'error',
    });
    const files = sources.map((file) => path.join(out, path.relative(path.join(root, 'test'), file)).replace(/\.ts$/, '.mjs'));
    return runMocha({ name: 'core', files, timeout: 20_000 });
  },
};

/** Every suite in TypeScript outside the in-host ones. */
async function suites() {
  const all = await fs.readdir(path.join(root, 'test'), { recursive: true });
  const names = all.filter((name) => name.endsWith('.test.ts') && name.split(path.sep)[0] !== 'inHost');
  return names.sort().map((name) => path.join(root, 'test', name));
}
