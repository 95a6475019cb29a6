// The lab stepping through a quadratic bowl: exact ellipses, θ, each φ and the other task's φ.
import { steppedLab, labRuns } from '../../window/support/lab.mjs';

export const labBowls = {
  height: 1700,
  extensionsDir: labRuns,
  async steps(window) {
    await steppedLab(window, 'bowls', 23);
  },
};
