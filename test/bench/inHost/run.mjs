// Runs the measurement in both kinds of extension host of the embedded editor and prints one JSON line for each: `::bench {…}`.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { build } from 'esbuild';
import { runInHost } from '../../host/hostRun.mjs';
import { root } from '../../host/places.mjs';
import { run } from '../../host/run.mjs';
import { webOnly } from '../../inHost/support/webOnly.mjs';

const scratch = fs.mkdtempSync(path.join(os.tmpdir(), 'e-shikaku-bench-'));

async function measureIn(host, dir, options) {
  const testsPath = path.join(dir, 'measure.js');
  const entryPoints = [path.join(root, 'test/bench/inHost/measure.ts')];
  await build({ entryPoints, outfile: testsPath, bundle: true, external: ['vscode'], format: 'cjs', logLevel: 'warning', ...options });
  const lines = [];
  const onLine = (_type, line) => lines.push(line);
  const code = await runInHost({ extensionPaths: [host === 'web' ? dir : root], testsPath, onLine });
  const figures = lines.find((line) => line.startsWith('::bench '));
  if (code !== 0 || figures === undefined) throw new Error(`The ${host} host gave no figures:\n${lines.slice(-8).join('\n')}`);
  console.log(`::bench ${JSON.stringify({ host, ...JSON.parse(figures.slice(8)) })}`);
}

const built = await run(process.execPath, ['esbuild.js'], { cwd: root });
if (built.code !== 0) throw new Error(`The build failed:\n${built.output.trim()}`);

try {
  await measureIn('Node', scratch, { platform: 'node', target: 'node20' });
  await measureIn('web', webOnly(root, scratch), { platform: 'browser', target: 'es2022' });
} finally {
  fs.rmSync(scratch, { recursive: true, force: true });
}
