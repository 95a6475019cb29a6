// The lab stepping through a navigation task: trajectories before and after adaptation.
import { steppedLab, labRuns } from '../../window/support/lab.mjs';

export const labNavigation = {
  height: 1700,
  extensionsDir: labRuns,
  async steps(window) {
    await steppedLab(window, 'navigation', 5);
  },
};
