// Runs mocha on the files named on the command line and leaves the results as JSON in the file named by E_SHIKAKU_RESULTS.
import fs from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import Mocha from 'mocha';

const results = { passed: 0, failed: 0, pending: 0, skips: [], retried: [], failures: [] };

/** Counts, and prints failures at once for whoever watches the output. */
class Collector {
  constructor(runner) {
    runner.on('pass', (test) => {
      results.passed += 1;
      // A test that needs its second try has found something all the same.
      if (test.currentRetry() > 0) results.retried.push(test.titlePath().join(' › '));
      if (process.env.E_SHIKAKU_TIMES !== undefined) console.log(`${test.duration} ms ${test.titlePath().join(' › ')}`);
    });
    runner.on('pending', (test) => {
      results.pending += 1;
      results.skips.push(test.titlePath().join(' › '));
    });
    runner.on('fail', (test, error) => {
      results.failed += 1;
      const title = test.titlePath().join(' › ');
      results.failures.push({ title, error: describe(error) });
      console.log(`✗ ${title}\n${describe(error)}`);
    });
  }
}

function describe(error) {
  const text = error?.stack ?? String(error);
  const compared = error?.actual !== undefined && error.expected !== undefined && !text.includes('+ actual');
  return compared ? `${text}\n  got:      ${short(error.actual)}\n  expected: ${short(error.expected)}` : text;
}

function short(value) {
  return (JSON.stringify(value) ?? String(value)).slice(0, 500);
}

// The same cases in every run, so that a change is judged by itself; E_SHIKAKU_SEED=random looks for cases not met yet.
const { E_SHIKAKU_SEED: seed = '1' } = process.env;
fc.configureGlobal({ seed: seed === 'random' ? Math.floor(Math.random() * 2 ** 31) : Number(seed) });

// Being told to stop is a normal end, so that what a test started is taken away by its exit handlers.
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(1));

const mocha = new Mocha({
  ui: 'bdd',
  timeout: Number(process.env.E_SHIKAKU_TIMEOUT),
  reporter: Collector,
  grep: process.env.E_SHIKAKU_GREP,
  retries: Number(process.env.E_SHIKAKU_RETRIES ?? 0),
});
for (const file of process.argv.slice(2)) mocha.addFile(path.resolve(file));
await mocha.loadFilesAsync();
mocha.run((failures) => {
  fs.writeFileSync(process.env.E_SHIKAKU_RESULTS, JSON.stringify(results));
  process.exit(failures > 0 ? 1 : 0);
});
