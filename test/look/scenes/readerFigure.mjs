// A movable figure in a note, moved.
import { openedNote } from '../../window/support/reader.mjs';

export const readerFigure = {
  height: 1000,
  async steps(window) {
    const frame = await openedNote(window, 'SGD・モメンタム・NAG');
    const figure = frame.locator('.movable[data-name="momentum"]');
    await figure.locator('input[type="range"]').first().press('ArrowRight');
    await figure.evaluate((element) => element.scrollIntoView({ block: 'center' }));
  },
};
