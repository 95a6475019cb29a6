// The extension shows up in the real window, in the window's language, and nothing leaves the machine.
import assert from 'node:assert/strict';
import { closeBrowser, openWindow } from './support/openWindow.mjs';
import { commandLabel } from './support/palette.mjs';

describe('a window', () => {
  after(closeBrowser);

  for (const locale of ['en', 'ja']) {
    describe(`in ${locale}`, () => {
      let window;
      before(async () => (window = await openWindow({ locale })));
      after(() => window?.close());

      it('shows the syllabus tree', async () => {
        await window.view('E資格');
        await window.row('').first().waitFor();
        assert.ok((await window.row('').count()) >= 5, 'the tree shows the areas of the syllabus');
      });

      it('offers the commands in its language', async () => {
        await window.page.keyboard.press('F1');
        const label = commandLabel('eShikaku.startQuiz', locale);
        await window.page.locator('.quick-input-widget input[type="text"]').fill(`>${label}`);
        await window.page.locator('.quick-input-widget .label-name', { hasText: label }).first().waitFor();
        await window.page.keyboard.press('Escape');
      });

      it('asks nothing of the outside world', async () => {
        assert.deepEqual(await window.requestsOutside(), []);
      });
    });
  }
});
