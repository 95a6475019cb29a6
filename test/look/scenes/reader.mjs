// A note with formulas and code, as it opens.
import { openedNote } from '../../window/support/reader.mjs';

export const reader = {
  height: 1200,
  async steps(window) {
    const frame = await openedNote(window, 'SGD・モメンタム・NAG');
    await frame.locator('#gradient-descent').evaluate((heading) => heading.scrollIntoView());
  },
};
