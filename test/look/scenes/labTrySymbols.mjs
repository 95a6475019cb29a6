// The lab's own symbols: five classes drawn, one more drawing, and the network's answer after some steps.
import { trainedLab } from '../../window/support/lab.mjs';

export const labTrySymbols = {
  height: 1300,
  async steps(window) {
    const frame = await trainedLab(window);
    await frame.locator('#view-try').click();
    await frame.locator('#mode-symbols').click();
    await frame.locator('#own-ways').selectOption('4');
    await frame.locator('#own-shots').selectOption('3');
    await frame.locator('#fill-own').click();
    await frame.locator('#train-own').click();
    await frame.locator('.bars').first().waitFor({ timeout: 90_000 });
  },
};
