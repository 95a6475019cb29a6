// Reads the results of an in-host run out of what the extension host prints, shows them, and keeps them for whoever started the run.
import fs from 'node:fs';
import { createRequire } from 'node:module';

const { mark } = createRequire(import.meta.url)('./reporter.cjs');
/** Native helpers of the editor that the embedded copy goes without. */
const noise = /Could not locate the bindings file|build\/Release\/watchdog/;
const verbose = Boolean(process.env.E_SHIKAKU_VERBOSE);

/** @returns a collector: `take` a line, `crash` with a message, `complete` once the end was seen, `save` the results as JSON. */
export function collectResults() {
  const results = { passed: 0, failed: 0, pending: 0, failures: [] };
  const problems = [];
  let ended = false;

  const fail = (title, error) => {
    results.failed += 1;
    results.failures.push({ title, error });
    console.log(`  ✗ ${title}\n    ${error.replaceAll('\n', '\n    ')}`);
  };
  const handle = (event) => {
    if (event.end) ended = true;
    else if (event.failed !== undefined) fail(event.failed, event.error);
    else if (event.pending !== undefined) results.pending += 1;
    else {
      results.passed += 1;
      console.log(`  ✓ ${event.passed} (${event.ms} ms)`);
    }
  };
  return {
    take(type, line) {
      if (line.startsWith(mark)) handle(JSON.parse(line.slice(mark.length)));
      else if (verbose) console.log(`  ${type}: ${line}`);
      else if (type === 'error' && !noise.test(line)) problems.push(line);
    },
    crash: (message) => fail('the run in the extension host', message),
    /** Whether mocha came to its end; when it did not, the last errors that the host printed become a failure. */
    complete() {
      if (!ended)
        fail('the run in the extension host', `It ended before the tests did. Last errors:\n${problems.slice(-4).join('\n').slice(-4000)}`);
      return ended;
    },
    save(file) {
      if (file) fs.writeFileSync(file, JSON.stringify(results));
    },
  };
}
