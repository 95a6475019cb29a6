// A mock exam under way: some questions answered, one flagged, the calculator open.
import { answerByKey, pick, proceed } from '../../window/support/quiz.mjs';

const titles = { en: 'Mock exam', ja: '模擬試験' };
const quarter = { en: 'Quarter', ja: '4 分の 1' };

export const examRunning = {
  async steps(window) {
    await window.command('eShikaku.startExam');
    await pick(window, quarter[window.locale]);
    const frame = await window.frame(titles[window.locale]);
    for (let number = 1; number <= 3; number++) {
      await frame.locator(`.field[aria-current="true"]`, { hasText: new RegExp(`^\\s*${number}\\b`) }).waitFor();
      await answerByKey(window, frame);
      await frame
        .locator('.field.answered')
        .nth(number - 1)
        .waitFor();
      if (number === 2) await frame.locator('h1').press('f');
      await proceed(frame);
    }
    await frame.locator('.field[aria-current="true"]', { hasText: '4' }).waitFor();
    await frame.locator('h1').press('c');
    await frame.locator('#calculation').fill('log2(1/4)*0.5');
    await frame.locator('#calculation').press('Enter');
  },
};
