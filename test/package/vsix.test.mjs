// The packaged extension: made without a warning, holding only what runs, small, and working once installed.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { listFiles } from '@vscode/vsce';
import { installVsix } from '../host/installedCopy.mjs';
import { cacheDir, root } from '../host/places.mjs';
import { run } from '../host/run.mjs';
import { trainedLab } from '../window/support/lab.mjs';
import { closeBrowser, openWindow } from '../window/support/openWindow.mjs';

const vsix = path.join(cacheDir, 'package', 'e-shikaku-lab.vsix');
const LARGEST = 5 * 1024 * 1024;

describe('the package', () => {
  let output;
  before(async () => {
    fs.mkdirSync(path.dirname(vsix), { recursive: true });
    const vsce = path.join(root, 'node_modules/@vscode/vsce/vsce');
    const result = await run(process.execPath, [vsce, 'package', '--no-dependencies', '--allow-missing-repository', '-o', vsix], {
      cwd: root,
    });
    ({ output } = result);
    assert.equal(result.code, 0, output);
  });
  after(closeBrowser);

  it('is made without a warning', () => {
    assert.doesNotMatch(output, /\bWARNING\b/);
  });

  it('holds no sources, tests, maps or packages', async () => {
    const files = await listFiles({ cwd: root, dependencies: false });
    const wrong = files.filter((file) =>
      /^(src|test|syllabus|\.cache|\.ci)\/|node_modules|\.map$|\.ts$|tsconfig|esbuild\.js|package-lock/.test(file),
    );
    assert.deepEqual(wrong, []);
    for (const needed of [
      'dist/extension.node.js',
      'dist/tensorflow.node.js',
      'dist/extension.web.js',
      'dist/maml-kernel.wasm',
      'dist/content/index.json',
      'media/icon.png',
    ]) {
      assert.ok(files.includes(needed), `${needed} is missing`);
    }
    assert.ok(
      files.some((file) => /NOTICES/.test(file)),
      'the third-party notices are missing',
    );
  });

  it('reads little at activation: TensorFlow.js lies in a file of its own', () => {
    const { size } = fs.statSync(path.join(root, 'dist/extension.node.js'));
    assert.ok(size < 450_000, `${size} bytes`);
  });

  it('stays small', () => {
    assert.ok(fs.statSync(vsix).size < LARGEST, `${fs.statSync(vsix).size} bytes`);
  });

  it('needs no package at run time and proposes no API', () => {
    const manifest = JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8'));
    assert.equal(manifest.dependencies, undefined);
    assert.equal(manifest.enabledApiProposals, undefined);
    assert.match(
      fs.readFileSync(path.join(root, 'CHANGELOG.md'), 'utf8'),
      new RegExp(`^## ${manifest.version.replaceAll('.', '\\.')}$`, 'm'),
    );
  });

  it('runs the demo from where it was installed', async () => {
    const place = fs.mkdtempSync(path.join(os.tmpdir(), 'e-shikaku-package-'));
    const extensionsDir = path.join(place, 'extensions');
    await installVsix(vsix, extensionsDir);
    const window = await openWindow({ extensionPaths: [], extensionsDir, width: 1300 });
    try {
      const frame = await trainedLab(window);
      assert.match(await frame.locator('.status').innerText(), /Trained 5000 iterations/);
      assert.deepEqual(window.consoleViolations, []);
      assert.deepEqual(await window.requestsOutside(), []);
    } finally {
      await window.close();
      fs.rmSync(place, { recursive: true, force: true });
    }
  });
});
