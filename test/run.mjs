// `npm test [-- layer …]`: runs every layer of tests, or the named ones, and closes with the line "N passed, N failed".
// E_SHIKAKU_GREP=<words of a title> narrows the layers core, window and package to matching tests.
import { build } from './layers/build.mjs';
import { core } from './layers/core.mjs';
import { format } from './layers/format.mjs';
import { server, web } from './layers/inHost.mjs';
import { lint } from './layers/lint.mjs';
import { packaged } from './layers/packaged.mjs';
import { types } from './layers/types.mjs';
import { window } from './layers/window.mjs';

/**
 * A layer is `{ name, run }`, and `run()` resolves with `{ passed, failed, skipped?, skips?: string[], retried?: string[], details: string[] }`; `skips` and `retried` are titles.
 * Stages run one after the other, so that nothing competes with tests that watch the clock; the layers of a stage run two at a time.
 */
const stages = [[build, types, lint, format], [core], [server], [web], [window], [packaged]];

const wanted = process.argv.slice(2);
const known = stages.flat().map(({ name }) => name);
const unknown = wanted.filter((name) => !known.includes(name));
if (unknown.length > 0) {
  console.error(`There is no layer "${unknown.join('", "')}". The layers are: ${known.join(', ')}.`);
  process.exit(2);
}

const results = [];
for (const stage of stages) {
  const queue = stage.filter(({ name }) => wanted.length === 0 || wanted.includes(name));
  const lane = async () => {
    for (let layer = queue.shift(); layer; layer = queue.shift()) results.push(await measured(layer));
  };
  await Promise.all([lane(), lane()]);
}

for (const { name, details } of results.filter(({ failed }) => failed > 0)) console.log(`\n── ${name} ──\n${details.join('\n\n')}`);
const total = (key) => results.reduce((sum, result) => sum + result[key], 0);
console.log(`\n${total('passed')} passed, ${total('failed')} failed`);
process.exit(total('failed') === 0 && total('passed') > 0 ? 0 : 1);

/** Runs a layer and prints its line. A layer that throws, or that ran nothing, has failed. */
async function measured({ name, run }) {
  const start = performance.now();
  let result;
  try {
    result = await run();
    if (result.passed + result.failed === 0) result = { ...result, failed: 1, details: ['No test ran in this layer.', ...result.details] };
  } catch (error) {
    result = { passed: 0, failed: 1, details: [error.stack ?? String(error)] };
  }
  const { passed, failed, skipped = 0, skips = [], retried = [] } = result;
  const counts = `${passed} passed${failed > 0 ? `, ${failed} failed` : ''}${skipped > 0 ? `, ${skipped} skipped` : ''}`;
  console.log(
    `${failed > 0 ? '✗' : '✓'} ${name.padEnd(8)} ${counts.padEnd(32)} ${((performance.now() - start) / 1000).toFixed(1).padStart(6)} s`,
  );
  for (const title of skips) console.log(`  skipped: ${title}`);
  for (const title of retried) console.log(`  passed at the second try: ${title}`);
  return { name, ...result };
}
