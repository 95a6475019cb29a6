// How soon a note can be read after the click, in the real window; the times are printed, and held loosely, as other programs share a machine.
import assert from 'node:assert/strict';
import { openedNote } from './support/reader.mjs';
import { closeBrowser, openWindow } from './support/openWindow.mjs';

const sgd = 'SGD・モメンタム・NAG';

describe('the reader opens quickly', () => {
  let window;
  let frame;
  before(async () => {
    window = await openWindow({ width: 1300, height: 900 });
    await window.view('E資格');
    frame = await openedNote(window, sgd);
    // The editor settles down after its start.
    await window.page.waitForTimeout(3000);
  });
  after(async () => {
    await window?.close();
    await closeBrowser();
  });

  const scrolled = () => frame.locator('html').evaluate(() => window.scrollY);
  /** In the page of the reader: when the next change of its title has been painted, in milliseconds since 1970. */
  const painted = (element) =>
    element.evaluate(async () => {
      const before = document.querySelector('h1').textContent;
      while (document.querySelector('h1').textContent === before) await new Promise((resolve) => requestAnimationFrame(resolve));
      // A message that is sent while a picture is being made arrives once it has been painted.
      const channel = new MessageChannel();
      const arrives = new Promise((resolve) => (channel.port1.onmessage = resolve));
      channel.port2.postMessage(null);
      await arrives;
      return performance.timeOrigin + performance.now();
    });
  /** Clicks on `link`; when that was. */
  const clicked = (link) =>
    link.evaluate(async (element) => {
      const at = new Promise((resolve) =>
        window.addEventListener('click', () => resolve(performance.timeOrigin + performance.now()), { capture: true, once: true }),
      );
      // The editor's trees listen to the mouse, links to the click.
      for (const type of ['mousedown', 'mouseup', 'click'])
        element.dispatchEvent(
          new MouseEvent(type, { bubbles: true, cancelable: true, view: window, detail: 1, buttons: type === 'mousedown' ? 1 : 0 }),
        );
      return at;
    });
  /** From a click on each of `links`, one after another, to the readable note, in milliseconds and sorted. */
  async function times(links) {
    const list = [];
    for (const link of links) {
      const arrives = painted(frame.locator('body'));
      await window.page.waitForTimeout(100);
      const click = clicked(link());
      list.push((await arrives) - (await click));
      await window.page.waitForTimeout(500);
    }
    const sorted = list.toSorted((one, other) => one - other);
    console.log(`      click to readable: ${list.map((time) => time.toFixed(0)).join(', ')} ms`);
    return sorted;
  }

  it('the next note, in a tenth of a second', async () => {
    const sorted = await times(Array.from({ length: 9 }, () => () => frame.locator('.neighbours a.next')));
    assert.ok(sorted[0] < 100, 'the quickest, as other programs share the machine');
  });

  it('a note of the tree', async () => {
    const rows = ['パラメータの初期化', 'AdaGrad', 'パラメータの初期化', sgd, 'AdaGrad', sgd];
    frame = await openedNote(window, sgd);
    const sorted = await times(rows.map((text) => () => window.row(text).first().locator('.monaco-icon-label')));
    assert.ok(sorted[0] < 200, 'the quickest, as other programs share the machine');
  });

  it('a note of the tree with no reader open, as far as the editor’s own panel allows', async () => {
    const list = [];
    for (const text of [sgd, 'パラメータの初期化', sgd]) {
      const tab = window.page.locator('.tab[data-resource-name*="eShikaku.reader"]');
      await tab.click({ button: 'middle' });
      await tab.waitFor({ state: 'detached' });
      const at = await clicked(window.row(text).first().locator('.monaco-icon-label'));
      frame = await window.frame(text);
      await frame.locator('#text').waitFor();
      // The largest of what has been painted is the text.
      const seen = await frame.locator('body').evaluate(
        () =>
          new Promise((resolve) => {
            const observer = new PerformanceObserver((paints) => resolve(performance.timeOrigin + paints.getEntries().at(-1).startTime));
            observer.observe({ type: 'largest-contentful-paint', buffered: true });
          }),
      );
      const begun = await frame.locator('body').evaluate(() => performance.timeOrigin);
      list.push([begun - at, seen - at]);
    }
    console.log(
      `      click to the panel’s frame: ${list.map(([begun]) => begun.toFixed(0)).join(', ')} ms; to the text: ${list.map(([, seen]) => seen.toFixed(0)).join(', ')} ms`,
    );
    assert.ok(Math.min(...list.map(([, seen]) => seen)) < 1000);
  });

  it('a note that is opened again where it was left', async () => {
    await frame
      .locator('#text > *')
      .nth(40)
      .evaluate((element) => element.scrollIntoView());
    await window.page.waitForTimeout(700);
    const next = () => frame.locator('.neighbours a.next');
    const back = () => frame.locator('.bar button').first();
    const sorted = await times([next, back, next, back, next, back]);
    assert.ok((await scrolled()) > 1000);
    assert.ok(sorted[0] < 200, 'the quickest, as other programs share the machine');
  });
});
