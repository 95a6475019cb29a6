// The lab's result with a question about it still open, and the menu of what can be taken away.
import { trainedLab } from '../../window/support/lab.mjs';

export const labExport = {
  height: 1100,
  async steps(window) {
    const frame = await trainedLab(window);
    await frame.locator('.prediction.open').waitFor();
    await frame.locator('.take-away summary').click();
    await frame.locator('.take-away .picture').first().waitFor();
  },
};
