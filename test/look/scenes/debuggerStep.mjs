// The debugger inside an inner step: listing with values beside the lines, call stack and variables.
import { debugging } from '../../window/support/debug.mjs';

export const debuggerStep = {
  sideBar: true,
  height: 900,
  async steps(window) {
    const session = await debugging(window);
    for (const key of ['F10', 'F11', 'F11', 'F11', 'F11']) await session.press(key);
    await window.page.waitForTimeout(500);
  },
};
