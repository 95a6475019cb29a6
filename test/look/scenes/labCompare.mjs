// All methods side by side on a small budget: curves, the same unseen task, costs, the note's table and the paper's figures.
import { openedLab } from '../../window/support/lab.mjs';

export const labCompare = {
  height: 2200,
  async steps(window) {
    const frame = await openedLab(window);
    await frame.locator('#view-compare').click();
    await frame.locator('select[name="iterations"]').selectOption('500');
    await frame.locator('.compare-form button[type="submit"]').click();
    await frame.locator('.compare .status.finished').waitFor({ timeout: 240_000 });
  },
};
