// The lab after the demo: an unseen task before and after adaptation.
import { trainedLab } from '../../window/support/lab.mjs';

export const labResult = {
  height: 1200,
  async steps(window) {
    await trainedLab(window);
  },
};
