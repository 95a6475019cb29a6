#!/usr/bin/env node
// Stands in for the VS Code executable: takes the arguments that @vscode/test-electron passes and runs the tests in the embedded editor.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { runInHost } from '../../host/hostRun.mjs';
import { bundleForWeb } from './bundleSuites.mjs';
import { collectResults } from './results.mjs';
import { webOnly } from './webOnly.mjs';

const args = process.argv.slice(2);
const values = (name) => args.filter((arg) => arg.startsWith(`--${name}=`)).map((arg) => arg.slice(name.length + 3));
const scratch = fs.mkdtempSync(path.join(os.tmpdir(), 'e-shikaku-host-'));
const abort = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => abort.abort());

const results = collectResults();
const developed = values('extensionDevelopmentPath');
const common = {
  folder: args.find((arg) => !arg.startsWith('-')),
  env: { VSCODE_TEST_OPTIONS: process.env.VSCODE_TEST_OPTIONS ?? '' },
  onLine: results.take,
  signal: abort.signal,
};

/** The web-worker host has neither an environment nor files of its own, so it gets the suites and mocha's options in one bundle. */
async function web() {
  const { timeout, grep } = JSON.parse(process.env.VSCODE_TEST_OPTIONS).mochaOpts;
  const [first, ...others] = developed.map((dir) => webOnly(dir, scratch));
  // The editor runs a test module in the host of the extension that contains it.
  const testsPath = path.join(first, 'suites.js');
  await bundleForWeb(testsPath, { timeout, grep });
  return runInHost({ ...common, extensionPaths: [first, ...others], testsPath });
}

const node = () => runInHost({ ...common, extensionPaths: developed, testsPath: values('extensionTestsPath')[0] });

try {
  const code = await (process.env.E_SHIKAKU_HOST === 'web' ? web() : node());
  process.exitCode = results.complete() ? code : 1;
} catch (error) {
  results.crash(error.message);
  process.exitCode = 1;
} finally {
  results.save(process.env.E_SHIKAKU_RESULTS);
  fs.rmSync(scratch, { recursive: true, force: true });
}
