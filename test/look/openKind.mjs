// Brings a quiz to one question of the bank, open or answered.
import { answerByKey, pick, quizFrame } from '../window/support/quiz.mjs';
import { seedQuiz } from '../window/support/seededRecord.mjs';

const resume = { en: 'Continue: ', ja: '続きから' };
const title = { en: 'Quiz: ', ja: 'クイズ：' };

export async function openKind(window, id, answered) {
  seedQuiz(window.server, [id]);
  await window.command('eShikaku.startQuiz');
  await pick(window, resume[window.locale]);
  const frame = await quizFrame(window, title[window.locale]);
  await frame.locator('#proceed').waitFor();
  if (!answered) return;
  await answerByKey(window, frame);
  await frame.locator('#proceed').click();
  await frame.locator('.explanation').waitFor();
}
