// The lab's own points: ten points of a sine, adapted to from the meta-learned θ, beside a random start.
import { trainedLab } from '../../window/support/lab.mjs';

export const labTryPoints = {
  height: 1100,
  async steps(window) {
    const frame = await trainedLab(window);
    await frame.locator('#view-try').click();
    await frame.locator('#draw-sine').click();
    await frame.locator('.own-losses tbody tr').first().waitFor({ timeout: 30_000 });
  },
};
