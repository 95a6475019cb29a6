// A question of a mixed quiz as it is answered, with its reasons.
import { answerByKey, pick } from '../../window/support/quiz.mjs';

const mixed = { en: 'Mixed questions', ja: '混ぜて解く' };
const titles = { en: 'Quiz: Mixed questions', ja: 'クイズ：混ぜて解く' };

export const quizQuestion = {
  height: 1200,
  async steps(window) {
    await window.command('eShikaku.startQuiz');
    await pick(window, mixed[window.locale]);
    const frame = await window.frame(titles[window.locale]);
    await frame.locator('#proceed').waitFor();
    await answerByKey(window, frame);
    await frame.locator('#proceed').click();
    await frame.locator('.explanation').waitFor();
  },
};
