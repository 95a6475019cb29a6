// A mock exam that was handed in after a few answers: the score by field and the review.
import { answerByKey, pick, proceed } from '../../window/support/quiz.mjs';

const titles = { en: 'Mock exam', ja: '模擬試験' };
const quarter = { en: 'Quarter', ja: '4 分の 1' };

export const examResult = {
  async steps(window) {
    await window.command('eShikaku.startExam');
    await pick(window, quarter[window.locale]);
    const frame = await window.frame(titles[window.locale]);
    for (let number = 1; number <= 9; number++) {
      await frame.locator(`.field[aria-current="true"]`, { hasText: new RegExp(`^\\s*${number}\\b`) }).waitFor();
      await answerByKey(window, frame);
      await frame
        .locator('.field.answered')
        .nth(number - 1)
        .waitFor();
      await proceed(frame);
    }
    await frame.locator('#hand-in').click();
    await frame.locator('#hand-in-now').click();
    await frame.locator('.fields').waitFor();
  },
};
