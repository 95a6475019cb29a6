// Brings a window to a trained lab, in the window's language.
import { fileURLToPath } from 'node:url';
import { root } from '../../host/places.mjs';

/** Titles of the lab's panel by language. */
export const labTitle = { en: 'MAML Lab', ja: 'MAML ラボ' };

/** For `openWindow({ extensionPaths })`: the extension, and a small one beside it that starts runs of other families. */
export const withLabRuns = [root, fileURLToPath(new URL('labRuns', import.meta.url))];

/** Runs the demo and waits until it has been judged; returns the panel's content. */
export async function trainedLab(window) {
  await window.command('eShikaku.runMamlDemo');
  return judged(window);
}

/**
 * The same for a run of another kind, at its steps.
 * @param {string} run a title of labRuns/package.json without its prefix; the window needs `withLabRuns`
 * @param {number} lines executed lines from the start of the last iteration
 */
export async function steppedLab(window, run, lines = 0) {
  await window.palette(`Lab Run: ${run}`);
  const frame = await judged(window);
  await frame.locator('#view-step').click();
  const body = frame.locator('body');
  await body.press('End');
  if (lines > 0) await body.press('[');
  for (let i = 0; i < lines; i++) await advanced(frame, 'ArrowRight');
  return frame;
}

/** Presses a key and waits until the lab stands elsewhere. */
export async function advanced(frame, key) {
  const before = await frame.locator('.place').innerText();
  await frame.locator('body').press(key);
  await frame.locator('.place', { hasNotText: before }).waitFor({ timeout: 10_000 });
}

async function judged(window) {
  const frame = await window.frame(labTitle[window.locale]);
  await frame.locator('.status.ready').waitFor({ timeout: 150_000 });
  return frame;
}
