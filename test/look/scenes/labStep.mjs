// The lab in the middle of an outer iteration: a task's meta-gradient has just been taken apart.
import { trainedLab } from '../../window/support/lab.mjs';

export const labStep = {
  height: 1700,
  async steps(window) {
    const frame = await trainedLab(window);
    await frame.locator('#view-step').click();
    await frame.locator('body').press(']');
    for (let i = 0; i < 8; i++) await frame.locator('body').press('ArrowRight');
    await frame.locator('li.lit').waitFor();
  },
};
