// Brings a window to a trained lab, in the window's language.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** Titles of the lab's panel by language. */
export const labTitle = { en: 'MAML Lab', ja: 'MAML ラボ' };

/** For `openWindow({ extensionsDir })`: a folder of extensions with a small one in it that starts runs of other families. */
export function labRuns() {
  const extensionsDir = fs.mkdtempSync(path.join(os.tmpdir(), 'lab-runs-'));
  process.once('exit', () => fs.rmSync(extensionsDir, { recursive: true, force: true }));
  const target = path.join(extensionsDir, 'lab-runs');
  fs.cpSync(fileURLToPath(new URL('labRuns', import.meta.url)), target, { recursive: true });
  const { publisher, name, version } = JSON.parse(fs.readFileSync(path.join(target, 'package.json'), 'utf8'));
  const entry = { identifier: { id: `${publisher}.${name}` }, version, location: { $mid: 1, path: target, scheme: 'file' }, metadata: {} };
  fs.writeFileSync(path.join(extensionsDir, 'extensions.json'), JSON.stringify([{ ...entry, relativeLocation: name }]));
  return extensionsDir;
}

/** Runs the demo and waits until it has been judged; returns the panel's content. */
export async function trainedLab(window) {
  await window.command('eShikaku.runMamlDemo');
  return judged(window);
}

/**
 * The same for a run of another kind, at its steps.
 * @param {string} run a title of labRuns/package.json without its prefix; the window needs `labRuns()`
 * @param {number} lines executed lines from the start of the last iteration
 * @param {object} [former] the panel's content, where a run has been judged in it before
 */
export async function steppedLab(window, run, lines = 0, former = undefined) {
  await former?.locator('.status').evaluate((node) => {
    globalThis.begun = false;
    new MutationObserver(() => (globalThis.begun ||= !node.classList.contains('ready'))).observe(node, { attributes: true });
  });
  await window.palette(`Lab Run: ${run}`);
  while (former && !(await former.locator('body').evaluate(() => globalThis.begun))) await window.page.waitForTimeout(50);
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
  await frame.locator('.status.ready').waitFor({ timeout: 250_000 });
  return frame;
}

/** Opens the lab with nothing trained; returns the panel's content. */
export async function openedLab(window) {
  await window.command('eShikaku.openLab');
  const frame = await window.frame(labTitle[window.locale]);
  await frame.locator('#preset').waitFor({ timeout: 30_000 });
  return frame;
}

/** Opens the lab and compares MAML with fine-tuning, as a learner's first two clicks do. */
export async function comparedLab(window) {
  const frame = await openedLab(window);
  await frame.locator('#invite-compare').click();
  await frame.locator('.compare .status.finished').waitFor({ timeout: 90_000 });
  return frame;
}
