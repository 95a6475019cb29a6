// The lab stepping through a classification task: symbols, class probabilities before and after adaptation.
import { steppedLab, labRuns } from '../../window/support/lab.mjs';

export const labSymbols = {
  height: 1900,
  extensionsDir: labRuns,
  async steps(window) {
    await steppedLab(window, 'symbols', 6);
  },
};
