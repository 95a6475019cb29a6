// The laws of the house: who may import whom, how large a room may be, and what must not be found in it.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import ts from 'typescript';
import { cycles, filesBelow, importsOf, places, read, ROOT } from './sourceTree';

const CEILING = 300;
const MEDIAN = 100;

/** What each layer may import; packages by name. Kernel code is AssemblyScript and reached only as dist/*.wasm. */
const LAYERS: Readonly<Record<string, { readonly ours: readonly string[]; readonly packages: readonly string[] }>> = {
  'src/core/': { ours: ['src/core/'], packages: ['valibot', 'pure-rand', 'ts-fsrs', 'minisearch', 'simple-statistics', '@tensorflow'] },
  'src/protocol/': { ours: ['src/protocol/', 'src/core/'], packages: ['valibot'] },
  'src/webview/': {
    ours: ['src/webview/', 'src/protocol/', 'src/core/'],
    packages: ['lit', 'd3-scale', 'd3-shape', '@vscode/codicons', 'katex'],
  },
  'src/host/': { ours: ['src/host/', 'src/protocol/', 'src/core/'], packages: ['vscode', 'minisearch', 'fast-png'] },
  'src/extension.ts': { ours: ['src/host/'], packages: ['vscode'] },
};

/** Packages that only one place may know. */
const ONLY_IN: readonly (readonly [name: string, place: RegExp])[] = [
  ['@tensorflow', /^src\/core\/maml\/tensor\//],
  ['vscode', /^src\/(host\/|extension\.ts)/],
  ['ts-fsrs', /^src\/core\/quiz\/[a-zA-Z]+\.ts$/],
];

const AT_THE_ROOT = [
  '.ci', '.gitignore', '.vscode-test.mjs', 'CHANGELOG.md', 'LICENSE', 'README.md', 'esbuild.js', 'media', 'package-lock.json', 'package.json',
  'package.nls.ja.json', 'package.nls.json', 'src', 'syllabus', 'test', 'tsconfig.json',
]; // prettier-ignore

const sources = filesBelow('src', '.ts').filter((file) => !file.startsWith('src/kernel/'));
const product = sources.filter((file) => !file.startsWith('src/build/') && !file.endsWith('.d.ts'));
const core = sources.filter((file) => file.startsWith('src/core/'));
const everything = [...filesBelow('src', '.ts', '.css'), ...filesBelow('test', '.ts', '.mjs')];

const isPackage = (target: string, name: string) => target === name || target.startsWith(`${name}/`);

describe('the house', () => {
  it('has no import cycle, type-only ones included', () => {
    const edges = new Map(
      sources.map((file) => [
        file,
        importsOf(file)
          .map(({ to }) => to)
          .filter((to) => to.startsWith('src/')),
      ]),
    );
    assert.deepEqual(cycles(edges), []);
  });

  for (const [layer, { ours, packages }] of Object.entries(LAYERS)) {
    it(`lets ${layer} import only what it may`, () => {
      const wrong = product
        .filter((file) => file.startsWith(layer))
        .flatMap(importsOf)
        .filter(
          ({ to }) =>
            !(to.startsWith('src/') ? ours.some((allowed) => to.startsWith(allowed)) : packages.some((name) => isPackage(to, name))),
        );
      assert.deepEqual(wrong, []);
    });
  }

  for (const [name, place] of ONLY_IN) {
    it(`keeps ${name} in ${place.source}`, () => {
      const wrong = product
        .flatMap(importsOf)
        .filter(({ from, to }) => (isPackage(to, name) || to.startsWith(`${name}/`)) && !place.test(from));
      assert.deepEqual(wrong, []);
    });
  }

  it('keeps ts-fsrs in one file', () => {
    assert.ok(new Set(product.filter((file) => importsOf(file).some(({ to }) => to === 'ts-fsrs'))).size <= 1);
  });

  it('is known by nobody at its root', () => {
    assert.deepEqual(
      sources.flatMap(importsOf).filter(({ to }) => to === 'src/extension.ts'),
      [],
    );
    assert.ok(read('src/extension.ts').split('\n').length <= 60, 'activate no longer fits one page');
  });

  it('has small rooms', () => {
    const lines = everything.map((file) => ({ file, count: read(file).split('\n').length - 1 }));
    assert.deepEqual(
      lines.filter(({ count }) => count > CEILING),
      [],
    );
    const sorted = lines
      .filter(({ file }) => file.startsWith('src/'))
      .map(({ count }) => count)
      .sort((a, b) => a - b);
    assert.ok(sorted[sorted.length >> 1]! <= MEDIAN, `the median file has ${sorted[sorted.length >> 1]} lines`);
  });

  it('names rooms for what they export: no default exports, barrels or utils', () => {
    const bad = sources.filter((file) => {
      const text = read(file);
      const barrel = /^export \*|^export \{[^}]*\} from/m.test(text);
      return /^export default/m.test(text) || barrel || /\/(utils?|helpers?|index|misc|common)\.ts$/.test(file);
    });
    assert.deepEqual(bad, []);
  });

  it('opens every file with a sentence on what it is for', () => {
    assert.deepEqual(
      everything.filter((file) => !/^(\/\/ \S|\/\*\*? ?\S|\/\*\*\n \* \S|#!)/.test(read(file))),
      [],
    );
  });

  it('has no clock, chance or timer in the core', () => {
    const forbidden =
      /\bDate\.now\b|\bnew Date\(\)|\bMath\.random\b|\bset(Timeout|Interval|Immediate)\b|\bperformance\.|\bqueueMicrotask\b|\bcrypto\b/;
    assert.deepEqual(
      core.filter((file) => forbidden.test(read(file))),
      [],
    );
  });

  it('casts only where foreign data is decoded', () => {
    const cast = (node: ts.Node) => ts.isAsExpression(node) && node.type.getText() !== 'const';
    const decoders = /^src\/(protocol\/|.*[dD]ecode[A-Za-z]*\.ts$)/;
    assert.deepEqual(
      product.filter((file) => !decoders.test(file)).flatMap((file) => places(file, cast)),
      [],
    );
  });

  it('has nothing at the root but the card', () => {
    const ignored = new Set(['.git', '.cache', 'node_modules', 'dist']);
    const found = fs.readdirSync(ROOT).filter((name) => !ignored.has(name) && !name.endsWith('.vsix'));
    assert.deepEqual(
      found.filter((name) => !AT_THE_ROOT.includes(name)),
      [],
    );
  });
});
