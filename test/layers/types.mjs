// The layer of the type checker: one result per TypeScript project of the root's tsconfig.json.
import fs from 'node:fs';
import path from 'node:path';
import { createRequire } from 'node:module';
import { root } from '../host/places.mjs';
import { run } from '../host/run.mjs';

const require = createRequire(import.meta.url);

export const types = {
  name: 'types',
  async run() {
    const { references } = JSON.parse(fs.readFileSync(path.join(root, 'tsconfig.json'), 'utf8'));
    const projects = references.map((reference) => path.posix.normalize(reference.path));
    const { code, output } = await run(process.execPath, [require.resolve('typescript/bin/tsc'), '--build', '--pretty', 'false'], {
      cwd: root,
    });
    const broken = errorsByProject(output, projects);
    if (code !== 0 && broken.size === 0) throw new Error(`tsc ended with code ${code}:\n${output}`);
    return { passed: projects.length - broken.size, failed: broken.size, details: [...broken.values()].map((errors) => errors.join('\n')) };
  },
};

/** Gives each error to the innermost project whose folder holds the file; lines that continue an error go with it. */
function errorsByProject(output, projects) {
  const broken = new Map();
  let current = 'other';
  for (const line of output.split('\n').filter(Boolean)) {
    const file = /^([^\s(][^(:]*)(\(\d+,\d+\))?: error /.exec(line)?.[1];
    if (file !== undefined) {
      const owners = projects.filter((project) => file.startsWith(`${project}/`));
      current = owners.sort((a, b) => b.length - a.length)[0] ?? 'other';
    }
    if (file !== undefined || broken.has(current)) broken.set(current, [...(broken.get(current) ?? []), line]);
    else if (/^error /.test(line)) broken.set(current, [line]);
  }
  return broken;
}
