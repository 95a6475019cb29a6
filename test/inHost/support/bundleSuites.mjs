// Bundles the in-host suites: one file each for the Node host, all of them and mocha in one file for the web-worker host.
import fs from 'node:fs/promises';
import path from 'node:path';
import { build } from 'esbuild';
import { cacheDir, root } from '../../host/places.mjs';

const suitesDir = path.join(root, 'test/inHost');
const shared = { bundle: true, external: ['vscode'], sourcemap: 'inline', logLevel: 'warning', format: 'cjs' };

const nodeDir = path.join(cacheDir, 'inHost/node');

const suites = async () => (await fs.readdir(suitesDir)).filter((name) => name.endsWith('.test.ts')).sort();

/** Bundles every suite for the Node host, where mocha's globals come from the runner, and returns the bundles' paths. */
export async function bundleForNode() {
  await fs.rm(nodeDir, { recursive: true, force: true });
  const entryPoints = (await suites()).map((name) => path.join(suitesDir, name));
  await build({ ...shared, entryPoints, outdir: nodeDir, platform: 'node', target: 'node20' });
  return (await suites()).map((name) => path.join(nodeDir, name.replace(/\.ts$/, '.js')));
}

/**
 * Bundles all suites and mocha into the module `outfile` with `run()` for the web-worker host, which loads a single file and has no
 * environment. `mochaOptions` are such as `{ timeout, grep }`.
 */
export async function bundleForWeb(outfile, mochaOptions) {
  const contents = [
    `import 'mocha/mocha.js';`,
    `import Reporter from './support/reporter.cjs';`,
    `export function runSuites() {`,
    `  mocha.setup({ ...${JSON.stringify(mochaOptions)}, ui: 'bdd' }).reporter(Reporter);`,
    ...(await suites()).map((name) => `  require('./${name}');`),
    `  return new Promise((resolve, reject) => mocha.run((failures) => (failures ? reject(new Error(failures + ' failed')) : resolve())));`,
    `}`,
  ].join('\n');
  // Mocha's browser build takes `module.exports` for itself when it is bundled.
  const exported = 'module.exports = { run: runSuites };';
  const stdin = { contents, resolveDir: suitesDir, sourcefile: 'webEntry.js', loader: 'js' };
  await build({ ...shared, stdin, outfile, platform: 'browser', target: 'es2022', footer: { js: exported } });
}
