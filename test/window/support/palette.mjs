// Runs a command the way a learner does: from the command palette.
import fs from 'node:fs';
import path from 'node:path';
import { root } from '../../host/places.mjs';

/** What the palette shows for one of the extension's commands: its category and title in the language of the window. */
export function commandLabel(id, locale) {
  const read = (name) => JSON.parse(fs.readFileSync(path.join(root, name), 'utf8'));
  const command = read('package.json').contributes.commands.find((entry) => entry.command === id);
  if (!command) throw new Error(`package.json contributes no command ${id}.`);
  const words = { ...read('package.nls.json'), ...(locale.startsWith('ja') ? read('package.nls.ja.json') : {}) };
  const plain = (text) => text.replace(/^%(.+)%$/, (whole, key) => words[key] ?? whole);
  return `${plain(command.category)}: ${plain(command.title)}`;
}

/** Opens the palette with F1, waits until it offers `title` (extensions may still be loading) and runs it. */
export async function palette(page, title, timeout = 30_000) {
  const widget = page.locator('.quick-input-widget');
  const row = widget.locator('.monaco-list-row', { has: page.locator('.label-name', { hasText: title }) }).first();
  const deadline = Date.now() + timeout;
  // While the palette of the command before is still fading away it takes no text, so each attempt is short.
  const attempt = async () => {
    await page.keyboard.press('F1');
    await widget.locator('input[type="text"]').fill(`>${title}`, { timeout: 1000 });
    await row.click({ timeout: 1500 });
  };
  for (;;) {
    try {
      return await attempt();
    } catch (error) {
      await page.keyboard.press('Escape');
      if (Date.now() > deadline) throw new Error(`The command palette does not offer "${title}".`, { cause: error });
    }
  }
}
