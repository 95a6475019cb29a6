// The layer of the formatter: clean counts as one pass, each file that Prettier would change as a failure.
import path from 'node:path';
import { createRequire } from 'node:module';
import { root } from '../host/places.mjs';
import { run } from '../host/run.mjs';

const prettier = path.join(path.dirname(createRequire(import.meta.url).resolve('prettier/package.json')), 'bin/prettier.cjs');

export const format = {
  name: 'format',
  async run() {
    // AssemblyScript's decorators on functions are no TypeScript that Prettier can read; in notes it rewrites the * and _ of TeX.
    const targets = ['.', '!src/kernel/**', '!syllabus/notes/**'];
    const { code, output } = await run(process.execPath, [prettier, '--list-different', ...targets], { cwd: root });
    if (code === 0) return { passed: 1, failed: 0, details: [] };
    const lines = output.split('\n').filter(Boolean);
    const broken = lines.filter((line) => /^\[error\] \S+: /.test(line));
    const changed = lines.filter((line) => !line.startsWith('['));
    if (broken.length + changed.length === 0) throw new Error(`Prettier ended with code ${code}:\n${output}`);
    return {
      passed: 0,
      failed: broken.length + changed.length,
      details: [[...broken, 'npm run format would change:', ...changed].join('\n')],
    };
  },
};
