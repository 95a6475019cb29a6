// Debugger and lab side by side on one run, at the end of a task.
import { debugging } from '../../window/support/debug.mjs';
import { labTitle } from '../../window/support/lab.mjs';

export const debuggerLab = {
  sideBar: true,
  height: 1000,
  async steps(window) {
    window.settings({ 'eShikaku.debug.openLab': true });
    const session = await debugging(window);
    for (const key of ['F10', 'F11', 'F11', 'F11', 'F11', 'F11']) await session.press(key);
    await (await window.frame(labTitle[window.locale])).locator('.place').waitFor();
    await window.page.waitForTimeout(500);
  },
};
