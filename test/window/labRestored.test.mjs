// The lab after a reload of the window: an old tab, looked at late, does not take the place of the lab that was opened meanwhile.
import assert from 'node:assert/strict';
import { labTitle, openedLab } from './support/lab.mjs';
import { closeBrowser, openWindow } from './support/openWindow.mjs';

describe('an old tab of the lab', () => {
  let window;
  before(async () => {
    window = await openWindow();
  });
  after(async () => {
    await window?.close();
    await closeBrowser();
  });

  it('makes way for the open lab and leaves the training under way alone', async () => {
    const tabs = () => window.page.locator('.tab', { hasText: labTitle.en });
    let frame = await openedLab(window);
    // The old tab stands in the background when the window is reloaded, so it stays asleep.
    await window.command('eShikaku.showStatistics');
    await window.page.waitForTimeout(6000);
    await window.reload();
    await window.page.locator('.tab.active', { hasNotText: labTitle.en }).waitFor({ timeout: 60_000 });
    assert.equal(await tabs().count(), 1);
    frame = await openedLab(window);
    assert.equal(await tabs().count(), 2);
    await frame.locator('#set-iterations').fill('100000');
    await frame.locator('#set-iterations').press('Tab');
    await frame.locator('.lab-form button[type="submit"]').click();
    await frame.locator('.status.training').waitFor({ timeout: 60_000 });
    await frame.locator('#set-iterations').evaluate(() => (globalThis.sameLab = true));
    await tabs().first().click();
    await window.page.waitForFunction(() => document.querySelectorAll('.tab').length === 2, undefined, { timeout: 30_000 });
    frame = await window.frame(labTitle.en);
    const status = frame.locator('.status.training');
    const before = await status.innerText();
    await frame.locator('.status.training', { hasNotText: before }).waitFor({ timeout: 30_000 });
    assert.match(await status.innerText(), /100,?000/);
    await frame.locator('.lab-form .first .button').click();
    await frame.locator('.status.cancelled').waitFor({ timeout: 120_000 });
  });
});
