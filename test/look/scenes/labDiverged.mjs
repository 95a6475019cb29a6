// A run that blew up: why, what to change, and θ from just before.
import { openedLab } from '../../window/support/lab.mjs';

export const labDiverged = {
  height: 1100,
  async steps(window) {
    const frame = await openedLab(window);
    await frame.locator('#preset').selectOption('betaTooLarge');
    await frame.locator('.lab-form button[type="submit"]').click();
    await frame.locator('header .status.diverged').waitFor({ timeout: 60_000 });
  },
};
