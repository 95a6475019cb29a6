// The lab without a mouse and without eyes: the focus stays where a key was pressed, and what is spoken is spoken once.
import assert from 'node:assert/strict';
import { serious } from './support/axe.mjs';
import { openedLab } from './support/lab.mjs';
import { closeBrowser, openWindow } from './support/openWindow.mjs';

describe('the lab by keyboard', () => {
  let window;
  let frame;
  before(async () => {
    window = await openWindow({ width: 1300, height: 1000 });
    frame = await openedLab(window);
  });
  after(async () => {
    await window?.close();
    await closeBrowser();
  });

  const run = () => frame.locator('.lab-form .first .button');
  const compare = () => frame.locator('.compare-row .button').first();
  const isFocused = async (locator, where) =>
    assert.ok(await locator.evaluate((node) => node === document.activeElement), `the focus is not on ${where}`);
  /** Collects what a live region says from now on: `globalThis.heard`. */
  const listen = (selector) =>
    frame.locator(selector).evaluate((region) => {
      globalThis.heard = [];
      new MutationObserver(() => globalThis.heard.push(region.textContent)).observe(region, { characterData: true, childList: true, subtree: true });
    }); // prettier-ignore
  const heard = () => frame.locator('body').evaluate(() => globalThis.heard);

  it('trains, stops and trains again with one button that keeps the focus, and speaks once of each', async () => {
    await frame.locator('#set-iterations').fill('100000');
    await listen('header [role="status"]');
    await run().press('Enter');
    await frame.locator('.status.training', { hasText: /Training: [1-9]/ }).waitFor({ timeout: 30_000 });
    await isFocused(run(), 'the button while it trains');
    assert.equal(await run().innerText(), 'Stop');
    await window.page.waitForTimeout(1000);
    assert.deepEqual(await heard(), ['Training.']);
    assert.deepEqual(serious(await window.axe(frame)), []);
    await run().press('Enter');
    await frame.locator('.status.cancelled').waitFor({ timeout: 60_000 });
    await isFocused(run(), 'the button after stopping');
    assert.equal(await run().innerText(), 'Train again');
    assert.equal((await heard()).length, 3, 'training, adapting, stopped');
  });

  it('keeps the focus in the field from which training was begun by Enter, and takes no text there meanwhile', async () => {
    const seed = frame.locator('#set-seed');
    await seed.press('Enter');
    await frame.locator('.status.training').waitFor();
    await isFocused(seed, 'the field');
    await window.page.keyboard.type('7');
    assert.equal(await seed.inputValue(), '1');
    await run().press('Enter');
    await frame.locator('.status.cancelled').waitFor({ timeout: 60_000 });
  });

  it('leads from an answered prediction to its verdict', async () => {
    const card = frame.locator('.prediction');
    await card.getByRole('button', { name: 'The trained θ' }).press('Enter');
    await card.locator('.outcome').waitFor();
    await isFocused(card.locator('.outcome'), 'the verdict');
  });

  it('is silent about formulas while lines play by', async () => {
    await frame.locator('#view-step').press('Enter');
    await frame.locator('.formula-box[aria-live="polite"]').waitFor();
    await isFocused(frame.locator('#view-step'), 'the button of the page');
    await frame.locator('body').press('Home');
    await frame.locator('#lab-play').press('Enter');
    await frame.locator('.formula-box[aria-live="off"]').waitFor();
    await frame.locator('#lab-play').press('Enter');
    await frame.locator('.formula-box[aria-live="polite"]').waitFor();
  });

  it('compares and stops with one button that keeps the focus, and speaks once of each', async () => {
    await frame.locator('#view-compare').press('Enter');
    await listen('.compare [role="status"]');
    await frame.locator('select[name="iterations"]').selectOption('70000');
    await compare().press('Enter');
    await frame.locator('.compare .status.running', { hasText: '%' }).waitFor({ timeout: 30_000 });
    await isFocused(compare(), 'the button while it compares');
    assert.equal(await compare().innerText(), 'Stop');
    await frame.locator('input[name="maml"]').press(' ');
    assert.equal(await frame.locator('input[name="maml"]').isChecked(), true, 'no choice while it compares');
    await compare().press('Enter');
    await frame.locator('.compare .status.cancelled').waitFor({ timeout: 30_000 });
    await isFocused(compare(), 'the button after stopping');
    assert.deepEqual((await heard()).length, 2);
    const quick = frame.locator('#quick-compare');
    await quick.press('Enter');
    await frame.locator('.compare .status.finished').waitFor({ timeout: 90_000 });
    await isFocused(quick, 'the quick button');
  });

  it('breaks no content policy', () => assert.deepEqual(window.consoleViolations, []));
});
