// The layer of tests on the real window: what a learner sees and does, driven by Playwright.
// Many processes share the machine there: a test may have a second try, and the report names the one that needed it.
import { suitesIn } from './support/suitesIn.mjs';
import { runMocha } from './support/runMocha.mjs';

export const window = {
  name: 'window',
  run: async () => runMocha({ name: 'window', files: suitesIn('test/window'), timeout: 120_000, retries: 1 }),
};
