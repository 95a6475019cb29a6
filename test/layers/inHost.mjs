// The two layers inside a real extension host: the suites of test/inHost, in Node and in a web worker, through @vscode/test-cli.
import fs from 'node:fs';
import path from 'node:path';
import { createRequire } from 'node:module';
import { cacheDir, root } from '../host/places.mjs';
import { lastLines, run } from '../host/run.mjs';
import { readResults } from './support/runMocha.mjs';

const cli = path.join(path.dirname(createRequire(import.meta.url).resolve('@vscode/test-cli')), 'bin.mjs');

const layer = (name) => ({
  name,
  async run() {
    const file = path.join(cacheDir, `results-${name}.json`);
    fs.rmSync(file, { force: true });
    const { code, output } = await run(process.execPath, [cli, '--label', name], {
      cwd: root,
      env: { E_SHIKAKU_RESULTS: file },
      timeout: 600_000,
    });
    const results = readResults(file);
    if (!results) throw new Error(`@vscode/test-cli ended early (exit code ${code}). Last output:\n${lastLines(output, 30)}`);
    if (results.failed === 0 && code !== 0)
      throw new Error(`All tests passed, yet the run ended with code ${code}:\n${lastLines(output, 30)}`);
    return results;
  },
});

export const server = layer('server');
export const web = layer('web');
