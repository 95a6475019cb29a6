// A movable figure of the lab inside a note: an episode drawn with the lab's own symbols.
import { openedNote } from '../../window/support/reader.mjs';

export const readerMetaFigure = {
  height: 1000,
  async steps(window) {
    const frame = await openedNote(window, 'メタ学習：学び方を学ぶ');
    const figure = frame.locator('.movable[data-name="episode-sampler"]');
    await figure.locator('input[type="range"]').last().press('ArrowRight');
    await figure.evaluate((element) => element.scrollIntoView({ block: 'center' }));
  },
};
