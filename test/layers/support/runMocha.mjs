// Runs mocha over some files in a process of its own, so that a crash or a leak there stays there.
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { cacheDir, root } from '../../host/places.mjs';
import { lastLines, run } from '../../host/run.mjs';

const child = fileURLToPath(new URL('mochaChild.mjs', import.meta.url));

/**
 * Runs the suites in `files`, from the repository's root.
 * @param {{ name: string, files: string[], timeout: number, limit?: number, retries?: number }} options `timeout` in ms per test, `limit` for all of them, `retries` of a test that failed
 * @returns {Promise<{ passed: number, failed: number, skipped: number, skips: string[], retried: string[], details: string[] }>} titles of what was skipped, and of what passed at its second try only
 */
export async function runMocha({ name, files, timeout, limit = 900_000, retries = 0 }) {
  if (files.length === 0) return { passed: 0, failed: 0, skipped: 0, skips: [], retried: [], details: [] };
  const resultFile = path.join(cacheDir, `results-${name}.json`);
  fs.rmSync(resultFile, { force: true });
  const env = { E_SHIKAKU_RESULTS: resultFile, E_SHIKAKU_TIMEOUT: String(timeout), E_SHIKAKU_RETRIES: String(retries) };
  const { code, output } = await run(process.execPath, ['--enable-source-maps', child, ...files], { cwd: root, env, timeout: limit });
  const results = readResults(resultFile);
  if (!results) throw new Error(`The tests ended early (exit code ${code}). Last output:\n${lastLines(output, 30)}`);
  if (results.failed === 0 && code !== 0)
    throw new Error(`All tests passed, yet the process ended with code ${code}:\n${lastLines(output, 30)}`);
  return results;
}

/** The results that a run left behind: `{ passed, failed, skipped, skips, details }`, or nothing when it did not get that far. */
export function readResults(file) {
  if (!fs.existsSync(file)) return undefined;
  const { passed, failed, pending, skips = [], retried = [], failures } = JSON.parse(fs.readFileSync(file, 'utf8'));
  return { passed, failed, skipped: pending, skips, retried, details: failures.map(({ title, error }) => `${title}\n${error}`) };
}
