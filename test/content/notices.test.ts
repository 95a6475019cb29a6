/** The notices of others' work: every bundled package is named, with its licence and its text. */
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { root } from './contentBench';

describe('the notices', () => {
  it('name every package that ships, and nothing that only builds', () => {
    const text = fs.readFileSync(path.join(root, 'dist', 'THIRD-PARTY-NOTICES.txt'), 'utf8');
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
