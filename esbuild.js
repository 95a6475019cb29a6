// Builds everything that ships (dist/) and runs the project's TypeScript tools: `node esbuild.js [--watch | --content | --run <file.ts> …]`.
'use strict';
const esbuild = require('esbuild');
const fs = require('node:fs');
const path = require('node:path');
const { pathToFileURL } = require('node:url');
const { spawnSync } = require('node:child_process');

const out = path.join(__dirname, 'dist');
const cache = path.join(__dirname, '.cache');

/** Options that every product bundle shares. */
const product = { bundle: true, minify: true, logLevel: 'warning', legalComments: 'none', mainFields: ['module', 'main'] };

/** Reading a file costs activation even where its code is never run; the web host cannot load a second one. */
const tensorFlowApart = {
  name: 'tensorflow-apart',
  setup(build) {
    build.onResolve({ filter: /\/tensorFlow$/ }, ({ kind }) =>
      kind === 'dynamic-import' ? { path: './tensorflow.node.js', external: true } : undefined,
    );
  },
};

// TensorFlow.js asks for node-fetch to load models from the network, which never happens here.
const node = { platform: 'node', target: 'node22', format: 'cjs', external: ['vscode', 'node-fetch'], outdir: out };
const bundles = [
  {
    ...node,
    entryPoints: { 'extension.node': 'src/extension.ts' },
    plugins: [tensorFlowApart],
    // As `require`, which every host of extensions knows.
    supported: { 'dynamic-import': false },
  },
  { ...node, entryPoints: { 'tensorflow.node': 'src/core/maml/tensor/tensorFlow.ts' } },
  {
    entryPoints: { 'extension.web': 'src/extension.ts' },
    platform: 'browser',
    target: 'es2022',
    format: 'cjs',
    external: ['vscode'],
    outdir: out,
    mainFields: ['browser', 'module', 'main'],
  },
  {
    entryPoints: {
      syllabus: 'src/webview/syllabus/main.ts',
      quiz: 'src/webview/quiz/main.ts',
      exam: 'src/webview/exam/main.ts',
      progress: 'src/webview/progress/main.ts',
      maml: 'src/webview/maml/main.ts',
    },
    platform: 'browser',
    target: 'es2022',
    format: 'iife',
    outdir: path.join(out, 'webview'),
    loader: { '.ttf': 'file', '.woff2': 'file', '.woff': 'empty' },
    assetNames: 'fonts/[name]',
  },
].map((bundle) => ({ ...product, ...bundle }));

/** Tools import packages from node_modules, all but TensorFlow.js, whose modules Node cannot load unbundled. */
const keepPackages = {
  name: 'keep-packages',
  setup(build) {
    build.onResolve({ filter: /^[^./]/ }, ({ path: name }) =>
      /^(@tensorflow\/|seedrandom|long|#)/.test(name) ? undefined : { external: true, path: name },
    );
  },
};

/** Bundles a Node tool written in TypeScript into .cache/tools and returns the path of the result. */
async function bundleTool(file) {
  const outfile = path.join(cache, 'tools', path.relative(__dirname, path.resolve(file)).replace(/\.ts$/, '.mjs'));
  await esbuild.build({
    entryPoints: [file],
    outfile,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'esm',
    mainFields: ['module', 'main'],
    plugins: [keepPackages],
    banner: { js: "import { createRequire as makeRequire } from 'node:module'; const require = makeRequire(import.meta.url);" },
    logLevel: 'warning',
    sourcemap: 'inline',
  });
  return outfile;
}

/** Calls the one exported function `name` of a build-time tool in src/build. */
async function callTool(file, name, ...args) {
  const tool = await import(pathToFileURL(await bundleTool(file)).href + `?${process.hrtime.bigint()}`);
  return tool[name](...args);
}

const buildContent = (options = {}) =>
  callTool('src/build/content/buildContent.ts', 'buildContent', { root: __dirname, outDir: path.join(out, 'content'), ...options });

async function buildAll() {
  fs.rmSync(out, { recursive: true, force: true });
  fs.mkdirSync(out, { recursive: true });
  await callTool('src/build/buildKernel.ts', 'buildKernel', path.join(out, 'maml-kernel.wasm'));
  const problems = await buildContent();
  if (problems.length > 0) throw new Error(`The content has ${problems.length} problem(s):\n${problems.join('\n')}`);
  const built = await Promise.all(bundles.map((options) => esbuild.build({ ...options, metafile: true })));
  const notices = path.join(out, 'THIRD-PARTY-NOTICES.txt');
  await callTool(
    'src/build/buildNotices.ts',
    'buildNotices',
    __dirname,
    notices,
    built.map(({ metafile }) => metafile),
  );
}

async function main([mode, ...rest]) {
  process.chdir(__dirname);
  if (mode === '--run') {
    const tool = await bundleTool(rest[0]);
    process.exitCode = spawnSync(process.execPath, ['--enable-source-maps', tool, ...rest.slice(1)], { stdio: 'inherit' }).status ?? 1;
  } else if (mode === '--content') {
    const report = rest.indexOf('--json');
    const problems = await buildContent({ tell: console.log, ...(report >= 0 && { report: rest[report + 1] }) });
    console.log(problems.length === 0 ? 'The content is sound.' : problems.join('\n'));
    process.exitCode = problems.length === 0 ? 0 : 1;
  } else {
    await buildAll();
    if (mode !== '--watch') return;
    for (const options of bundles) await (await esbuild.context({ ...options, minify: false, sourcemap: 'inline' })).watch();
    fs.watch(
      'syllabus',
      { recursive: true },
      () => void buildContent().then((problems) => console.log(problems.join('\n') || 'content rebuilt')),
    );
  }
}

main(process.argv.slice(2)).catch((error) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
