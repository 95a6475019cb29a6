// The layer that makes dist/: bundles, webviews, kernel and content, without which nothing else can run.
import { root } from '../host/places.mjs';
import { run } from '../host/run.mjs';

export const build = {
  name: 'build',
  async run() {
    const { code, output } = await run(process.execPath, ['esbuild.js'], { cwd: root });
    return code === 0 ? { passed: 1, failed: 0, details: [] } : { passed: 0, failed: 1, details: [output.trim()] };
  },
};
