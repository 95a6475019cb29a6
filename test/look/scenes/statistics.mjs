// The statistics of a learner who has practised for ten weeks.
import { seedRecord } from '../../window/support/seededRecord.mjs';

const titles = { en: 'Statistics', ja: '学習の統計' };

export const statistics = {
  height: 1500,
  async steps(window) {
    seedRecord(window.server);
    await window.command('eShikaku.showStatistics');
    const frame = await window.frame(titles[window.locale]);
    await frame.locator('.areas table').first().waitFor();
  },
};
