// The lab's form unfolded, with values that are refused at their fields.
import { openedLab } from '../../window/support/lab.mjs';

export const labSettings = {
  height: 1300,
  async steps(window) {
    const frame = await openedLab(window);
    await frame.locator('#preset').selectOption('alphaTooLarge');
    await frame.locator('.all-settings summary').click();
    await frame.locator('#set-alpha').fill('10');
    await frame.locator('#set-metaBatch').fill('500');
    await frame.locator('#set-hidden').fill('4096');
    await frame.locator('#set-hidden').press('Tab');
    await frame.locator('#error-hidden').waitFor();
  },
};
