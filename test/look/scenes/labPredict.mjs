// The lab asks before a line is run, and the learner has just answered.
import { trainedLab } from '../../window/support/lab.mjs';

export const labPredict = {
  height: 1100,
  async steps(window) {
    const frame = await trainedLab(window);
    await frame.locator('#view-step').click();
    await frame.locator('body').press('Home');
    await frame.locator('.place', { hasText: /0|0 / }).waitFor();
    for (let i = 0; i < 3; i++) await frame.locator('body').press('ArrowRight');
    await frame.locator('.prediction.open button').first().click();
    await frame.locator('.prediction .outcome').waitFor();
  },
};
