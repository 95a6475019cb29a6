// Runs the axe accessibility check inside a webview.
import fs from 'node:fs';
import { createRequire } from 'node:module';

const source = fs.readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/**
 * Checks the document behind `frame`, a locator from `window.frame()`.
 * @returns {Promise<{ id: string, impact: string, help: string, nodes: string[] }[]>} findings; impact is minor, moderate, serious or critical
 */
export async function axe(frame, options = {}) {
  const handle = await frame.locator('html').elementHandle();
  const inside = await handle.ownerFrame();
  // Evaluated through the debugger's protocol, which no content security policy forbids.
  if (!(await inside.evaluate(() => typeof globalThis.axe !== 'undefined'))) await inside.evaluate(source);
  return inside.evaluate(async (runOptions) => {
    const result = await globalThis.axe.run(document, { resultTypes: ['violations'], ...runOptions });
    return result.violations.map(({ id, impact, help, nodes }) => ({ id, impact, help, nodes: nodes.map((node) => node.html) }));
  }, options);
}

/** The findings of `axe` that count as failures. */
export const serious = (findings) => findings.filter(({ impact }) => impact === 'serious' || impact === 'critical');
