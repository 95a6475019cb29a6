// Terms to match, as they are asked, with the question of how sure one is.
import { openKind } from '../openKind.mjs';

export const quizMatchingOpen = {
  height: 1200,
  async steps(window) {
    window.settings({ 'eShikaku.askConfidence': true });
    await openKind(window, 'maml-match-quantities', false);
  },
};
