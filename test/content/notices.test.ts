/** The notices of others' work: every bundled package is named, with its licence and its text. */
import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { buildNotices } from '../../src/build/buildNotices';
import { root } from './contentBench';

describe('the notices', () => {
  const file = path.join(os.tmpdir(), `notices-${process.pid}.txt`);
  after(() => fs.rmSync(file, { force: true }));

  it('name every package that ships, and nothing that only builds', async () => {
    await buildNotices(root, file);
    const text = fs.readFileSync(file, 'utf8');
    const named = [...text.matchAll(/^- (.+?)(?: [\d.]+\S*)? \((.+)\)$/gm)].map(([, name, licence]) => `${name} ${licence}`);
    for (const expected of [
      '@vscode/codicons CC-BY-4.0',
      'KaTeX fonts OFL-1.1',
      'katex MIT',
      'lit-html BSD-3-Clause',
      'valibot MIT',
      'd3-scale ISC',
    ]) {
      assert.ok(named.includes(expected), `${expected} is missing in\n${named.join('\n')}`);
    }
    for (const tool of ['markdown-it', 'yaml', 'esbuild', 'typescript', 'fast-check'])
      assert.ok(!named.some((name) => name.startsWith(`${tool} `)), tool);
    assert.match(text, /SIL OPEN FONT LICENSE Version 1\.1/);
    assert.match(text, /Copyright \(c\) 2014-2018 Khan Academy/);
    assert.equal(text.split(/^-{80}$/m).length - 1, 2 * named.length, 'a text for each name');
  });
});
