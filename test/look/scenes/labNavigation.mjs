// The lab stepping through a navigation task: trajectories before and after adaptation.
import { steppedLab, withLabRuns } from '../../window/support/lab.mjs';

export const labNavigation = {
  height: 1700,
  extensionPaths: withLabRuns,
  async steps(window) {
    await steppedLab(window, 'navigation', 5);
  },
};
