// The layer of tests on the packaged extension: what the .vsix holds, and that it works once installed.
import { suitesIn } from './support/suitesIn.mjs';
import { runMocha } from './support/runMocha.mjs';

export const packaged = {
  name: 'package',
  run: async () => runMocha({ name: 'package', files: suitesIn('test/package'), timeout: 180_000 }),
};
