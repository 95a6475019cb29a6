// Brings a window to a trained lab, in the window's language.

/** Titles of the lab's panel by language. */
export const labTitle = { en: 'MAML Lab', ja: 'MAML ラボ' };

/** Runs the demo and waits until it has been judged; returns the panel's content. */
export async function trainedLab(window) {
  await window.command('eShikaku.runMamlDemo');
  const frame = await window.frame(labTitle[window.locale]);
  await frame.locator('.status.ready').waitFor({ timeout: 90_000 });
  return frame;
}
