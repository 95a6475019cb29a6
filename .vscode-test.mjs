// The in-host suites for @vscode/test-cli: `npx vscode-test [--label server|web|desktop]`.
import { defineConfig } from '@vscode/test-cli';
import { fileURLToPath } from 'node:url';
import { bundleForNode } from './test/inHost/support/bundleSuites.mjs';

const here = (file) => fileURLToPath(new URL(file, import.meta.url));
const mocha = { ui: 'bdd', timeout: 60_000, reporter: here('test/inHost/support/reporter.cjs') };
const suites = { files: await bundleForNode(), extensionDevelopmentPath: here('.') };
/** The embedded editor stands in for the executable of a desktop VS Code. */
const embedded = { ...suites, mocha, useInstallation: { fromPath: here('test/inHost/support/embeddedHost.mjs') } };

export default defineConfig([
  { label: 'server', ...embedded, env: { E_SHIKAKU_HOST: 'server' } },
  { label: 'web', ...embedded, env: { E_SHIKAKU_HOST: 'web' } },
  // Downloads VS Code; prints mocha's usual report.
  { label: 'desktop', ...suites, mocha: { ...mocha, reporter: 'spec' } },
]);
