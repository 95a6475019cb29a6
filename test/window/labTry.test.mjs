// A learner's own points and symbols in the real window: by mouse, by keyboard alone, and back after a reload.
import assert from 'node:assert/strict';
import { serious } from './support/axe.mjs';
import { labTitle } from './support/lab.mjs';
import { showTheme } from '../look/showWindow.mjs';
import { closeBrowser, openWindow } from './support/openWindow.mjs';

const TITLE = labTitle.en;

describe('the lab’s page “Try it yourself”', () => {
  let window;
  let frame;
  before(async () => {
    window = await openWindow({ width: 1300, height: 1100 });
    await window.command('eShikaku.openLab', 120_000);
    frame = await window.frame(TITLE);
    await frame.locator('#view-try').click();
    await frame.locator('#plane svg').waitFor({ timeout: 60_000 });
  });
  after(async () => {
    await window?.close();
    await closeBrowser();
  });

  const points = () => frame.locator('#plane circle.support');
  const count = async (selector, n) => {
    for (let i = 0; i < 100 && (await frame.locator(selector).count()) !== n; i++) await window.page.waitForTimeout(50);
    assert.equal(await frame.locator(selector).count(), n, selector);
  };
  const loss = async (step, column) => {
    const text = await frame.locator(`.own-losses tbody tr:nth-child(${step + 1}) td:nth-of-type(${column})`).innerText();
    return Number(text);
  };

  it('takes points by keyboard alone before anything was trained, and adapts from random values', async () => {
    const plane = frame.locator('#plane');
    await plane.focus();
    for (const key of ['ArrowRight', 'ArrowRight', 'ArrowUp', 'Enter', 'Shift+ArrowLeft', 'Shift+ArrowDown', 'Enter', 'ArrowLeft', 'Enter'])
      await plane.press(key);
    await count('#plane circle.support', 3);
    await plane.press('Delete');
    await count('#plane circle.support', 2);
    await count('.own-losses tbody tr', 11);
    assert.ok((await loss(10, 1)) < (await loss(0, 1)), 'ten steps lower the loss');
    await frame.locator('summary', { hasText: 'Your points as numbers' }).click();
    const values = await frame.locator('.point-table input').evaluateAll((inputs) => inputs.map(({ value }) => value));
    assert.deepEqual(values, ['0.5', '0.25', '-0.5', '-0.75']);
    const y = frame.locator('.point-table input').nth(1);
    await y.fill('3');
    await y.press('Enter');
    await frame.locator('.own-losses tbody tr:first-child td', { hasNotText: '—' }).first().waitFor();
    assert.equal(await y.inputValue(), '3');
  });

  it('trains from here, and the same points show what a good start is worth', async () => {
    await frame.locator('#train-own').click();
    await frame.locator('.status.ready').waitFor({ timeout: 90_000 });
    await frame.locator('#draw-sine').click();
    await count('#plane circle.support', 10);
    await frame.locator('.own-losses thead', { hasText: 'wave' }).waitFor();
    const [meta, random] = [await loss(5, 2), await loss(5, 4)];
    assert.ok(meta < 0.5 * random, `error on the wave after 5 steps: ${meta} from θ, ${random} from random values`);
  });

  it('adds and drags points by mouse', async () => {
    const box = await frame.locator('#plane svg.chart').boundingBox();
    const at = (x, y) => [box.x + 0.1 * box.width + x * 0.8 * box.width, box.y + 0.1 * box.height + y * 0.7 * box.height];
    const before = await points().count();
    await window.page.mouse.move(...at(0.52, 0.93));
    await window.page.mouse.down();
    await window.page.mouse.move(...at(0.6, 0.2), { steps: 4 });
    await window.page.mouse.up();
    await count('#plane circle.support', before + 1);
    const inputs = frame.locator('.point-table input');
    const y = Number(await inputs.nth(2 * before + 1).inputValue());
    assert.ok(y > 2, `dragged to the upper part: y = ${y}`);
  });

  it('moves and removes points in the table right after a click in the plane, and a later click keeps that', async () => {
    await frame.locator('#clear-own').click();
    await count('#plane circle.support', 0);
    const box = await frame.locator('#plane svg.chart').boundingBox();
    const { mouse } = window.page;
    // The host answers while the button is still held.
    const click = async (x) => {
      await mouse.move(box.x + x * box.width, box.y + 0.2 * box.height);
      await mouse.down();
      await window.page.waitForTimeout(1000);
      await mouse.up();
    };
    const height = async () => Number(await points().last().getAttribute('cy'));
    await click(0.3);
    await count('#plane circle.support', 1);
    await click(0.5);
    await count('#plane circle.support', 2);
    const high = await height();
    const y = frame.locator('.point-table input').nth(3);
    await y.fill('-3');
    await y.press('Enter');
    for (let i = 0; i < 40 && (await height()) < high + 50; i++) await window.page.waitForTimeout(50);
    const low = await height();
    assert.ok(low > high + 50, `the point went from ${high} to ${low}`);
    await frame.locator('.point-table button').first().click();
    await count('#plane circle.support', 1);
    assert.equal(await height(), low, 'the other point is gone');
    await click(0.7);
    await count('#plane circle.support', 2);
    assert.equal(Number(await points().first().getAttribute('cy')), low, 'nothing of the table is lost');
  });

  it('plays the steps and sets them by slider', async () => {
    const slider = frame.locator('#steps');
    await slider.press('Home');
    await frame.locator('.steps-control output', { hasText: /^0$/ }).waitFor();
    await frame.locator('#play-steps').click();
    await frame.locator('.steps-control output', { hasText: /^10$/ }).waitFor({ timeout: 15_000 });
    await slider.press('ArrowLeft');
    await frame.locator('.steps-control output', { hasText: /^9$/ }).waitFor();
  });

  it('compares with ordinary pre-training', async () => {
    await frame.locator('#draw-sine').click();
    await count('#plane circle.support', 10);
    await frame.locator('#pretrain').click();
    await frame.locator('.own-losses thead', { hasText: 'From ordinary pre-training' }).waitFor({ timeout: 90_000 });
    const [meta, pretrained] = [await loss(5, 2), await loss(5, 6)];
    assert.ok(meta < pretrained, `error on the wave after 5 steps: ${meta} from θ, ${pretrained} pretrained`);
  });

  for (const theme of ['dark', 'light', 'hcDark'])
    it(`has no serious accessibility findings with points (${theme})`, async () => {
      await showTheme(window, theme);
      assert.deepEqual(serious(await window.axe(frame)), []);
    });

  it('tells symbols apart by keyboard alone', async function () {
    this.timeout(180_000);
    await frame.locator('#mode-symbols').press('Enter');
    await frame.locator('#own-ways').selectOption('3');
    await frame.locator('#own-shots').selectOption('3');
    await frame.locator('#fill-own').press('Enter');
    await count('.pad-row draw-pad polyline:first-child', 9);
    await frame.locator('#train-own').press('Enter');
    await frame.locator('.bars').first().waitFor({ timeout: 120_000 });
    let right = 0;
    for (const name of ['A', 'B', 'C']) {
      const before = await frame.locator('.pad.large polyline').first().getAttribute('points');
      await frame.getByRole('button', { name: `Draw one of class ${name}` }).press('Enter');
      for (let i = 0; i < 60 && (await frame.locator('.pad.large polyline').first().getAttribute('points')) === before; i++)
        await window.page.waitForTimeout(50);
      right += await frame.locator('.judged.right').count();
    }
    assert.ok(right >= 2, `${right} of 3 right after nine steps`);
    await frame.locator('.bars .best', { hasText: 'prediction' }).first().waitFor();
  });

  it('takes strokes by mouse, and takes them back', async () => {
    const pad = frame.locator('.pad.large draw-pad');
    await frame.getByRole('button', { name: /^Clear this drawing \(The further drawing/ }).click();
    await count('.pad.large polyline', 0);
    const box = await pad.boundingBox();
    for (const [from, to] of [
      [0.2, 0.8],
      [0.7, 0.3],
    ]) {
      await window.page.mouse.move(box.x + from * box.width, box.y + 0.3 * box.height);
      await window.page.mouse.down();
      await window.page.mouse.move(box.x + to * box.width, box.y + 0.7 * box.height, { steps: 6 });
      await window.page.mouse.up();
    }
    await frame.locator('.pad.large svg[aria-label="The further drawing: 2 strokes"]').waitFor();
    await frame.locator('.bars').first().waitFor();
    await frame.getByRole('button', { name: /^Undo the last stroke \(The further drawing/ }).click();
    await frame.locator('.pad.large svg[aria-label="The further drawing: 1 strokes"]').waitFor();
  });

  for (const theme of ['dark', 'light', 'hcDark'])
    it(`has no serious accessibility findings with symbols (${theme})`, async () => {
      await showTheme(window, theme);
      assert.deepEqual(serious(await window.axe(frame)), []);
    });

  it('is back with every stroke after the window was reloaded', async function () {
    this.timeout(300_000);
    const strokes = () => frame.locator('draw-pad polyline').evaluateAll((lines) => lines.map((line) => line.getAttribute('points')));
    const before = await strokes();
    assert.ok(before.length > 9);
    await window.page.waitForTimeout(6000);
    await window.reload();
    frame = await window.frame(TITLE, 120_000);
    await frame.locator('.bars').first().waitFor({ timeout: 120_000 });
    assert.deepEqual(await strokes(), before);
    await frame.locator('#mode-points').click();
    await count('#plane circle.support', 10);
  });

  it('refuses a forged message, breaks no content policy and asks nothing of the outside world', async () => {
    await frame.locator('body').evaluate(() => window.postMessage({ type: 'patch', lab: 'nonsense' }, '*'));
    await count('#plane circle.support', 10);
    assert.deepEqual(window.consoleViolations, []);
    assert.deepEqual(await window.requestsOutside(), []);
  });
});
