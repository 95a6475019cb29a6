// A learner's own folder of images in the real window: chosen in the editor's dialog, trained on, stepped through, refused with a reason, changed for another, and kept across a reload.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { encode } from 'fast-png';
import { serious } from './support/axe.mjs';
import { openedLab } from './support/lab.mjs';
import { closeBrowser, openWindow } from './support/openWindow.mjs';

const side = 20;
const perClass = 8;

/** A stroke at an angle of its own for each class, at a place of its own for each image. */
function drawing(angle, shift) {
  const data = new Uint8Array(side * side).fill(255);
  for (let step = -8; step <= 8; step += 0.5) {
    const x = Math.round(side / 2 + shift + step * Math.cos(angle));
    const y = Math.round(side / 2 - shift + step * Math.sin(angle));
    if (x >= 0 && y >= 0 && x < side && y < side) data[y * side + x] = 0;
  }
  return encode({ width: side, height: side, data, channels: 1, depth: 8 });
}

/** A folder with a subfolder of drawings for each of `classes` classes. */
function folderOf(classes) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'own-images-'));
  for (let name = 0; name < classes; name++) {
    const target = path.join(folder, `class-${String(name).padStart(2, '0')}`);
    fs.mkdirSync(target);
    for (let image = 0; image < perClass; image++)
      fs.writeFileSync(path.join(target, `${image}.png`), drawing((Math.PI * name) / classes, (image % 4) - 2));
  }
  return folder;
}

describe('images of one’s own', () => {
  let window;
  let frame;
  const folders = [];
  const folder = (classes) => {
    folders.push(folderOf(classes));
    return folders.at(-1);
  };
  before(async () => {
    window = await openWindow({ width: 1300, height: 1000 });
    frame = await openedLab(window);
  });
  after(async () => {
    await window?.close();
    await closeBrowser();
    for (const made of folders) fs.rmSync(made, { recursive: true, force: true });
  });
  const set = async (key, value) => {
    await frame.locator(`#set-${key}`).fill(value);
    await frame.locator(`#set-${key}`).press('Tab');
  };
  const dialog = () => window.page.locator('.quick-input-widget', { hasText: 'Folder with one subfolder of PNG images' });
  const pressTrain = () => frame.locator('.lab-form button[type="submit"]').click();
  /** Presses “Train” and answers the editor's dialog with `folder`, or with Escape. */
  async function train(folder) {
    await pressTrain();
    await pick(folder);
  }
  async function pick(answer) {
    const asked = dialog();
    await asked.waitFor({ timeout: 15_000 });
    // It begins at the folder that is open, and lists what a path leads to.
    await asked.locator('.monaco-list-row', { hasText: '..' }).waitFor();
    if (answer === undefined) return window.page.keyboard.press('Escape');
    await asked.locator('input[type="text"]').fill(`${answer}/`);
    await asked.locator('.monaco-list-row', { hasText: 'class-00' }).waitFor();
    await asked.getByRole('button', { name: 'OK' }).click();
    await asked.waitFor({ state: 'hidden', timeout: 15_000 });
  }

  it('changes nothing when no folder is chosen', async () => {
    await frame.locator('.all-settings summary').click();
    await frame.locator('#set-family').selectOption('images');
    await frame.locator('#set-ways').waitFor();
    for (const [key, value] of Object.entries({ ways: '2', shots: '2', queryShots: '3', iterations: '300', metaBatch: '4', alpha: '0.1' }))
      await set(key, value);
    await train(undefined);
    await window.page.waitForTimeout(1000);
    assert.equal(await frame.locator('.status.ready').count(), 0);
  });

  it('says what a folder with too few classes lacks, where the folder is chosen', async () => {
    await train(folder(4));
    await frame.locator('#error-images', { hasText: 'The folder has 4 classes; at least 10 are needed' }).waitFor({ timeout: 15_000 });
    assert.equal(await frame.locator('#images-folder').innerText(), 'None chosen yet');
  });

  it('refuses more ways than classes are kept for judging, at the field and before training', async () => {
    await set('ways', '3');
    await train(folder(12));
    await frame.locator('#error-ways', { hasText: 'of the 12 classes in the folder 2 are kept for judging' }).waitFor({ timeout: 15_000 });
    assert.equal(await frame.locator('.status.training').count(), 0);
    await window.screenshot('lab-images-refused');
    await set('ways', '2');
    await frame.locator('#error-ways').waitFor({ state: 'detached', timeout: 15_000 });
  });

  it('trains on a folder with enough of them and adapts to classes that were kept back', async () => {
    await pressTrain();
    await frame.locator('.status.ready').waitFor({ timeout: 120_000 });
    // Strokes at different angles are easily told apart once θ is a good start; guessing would be right half of the time.
    const [, before, after] = /accuracy from (\d+) % to (\d+) %/.exec(await frame.locator('.status.ready').innerText());
    assert.ok(Number(after) > 85 && Number(after) > Number(before), `${before} → ${after}`);
    await frame.locator('#view-step').click();
    await frame.locator('body').press('End');
    await frame.locator('main', { hasText: 'tell 2 classes apart' }).waitFor({ timeout: 15_000 });
  });

  it('takes another folder into use by a button, and reads it anew for each run', async () => {
    const other = folder(15);
    await frame.locator('#choose-images', { hasText: 'Choose another folder…' }).focus();
    await window.page.keyboard.press('Enter');
    await pick(other);
    await frame.locator('#help-images', { hasText: '15 classes, 3 of them kept for judging' }).waitFor({ timeout: 15_000 });
    assert.equal(await frame.locator('#images-folder').innerText(), path.basename(other));
    await window.screenshot('lab-images-chosen');
    for (const name of ['class-00', 'class-01', 'class-02', 'class-03', 'class-04']) fs.rmSync(path.join(other, name), { recursive: true });
    await pressTrain();
    await frame.locator('#help-images', { hasText: '10 classes, 2 of them kept for judging' }).waitFor({ timeout: 15_000 });
    await frame.locator('.status.ready').waitFor({ timeout: 120_000 });
  });

  it('has no serious accessibility findings and breaks no content policy', async () => {
    assert.deepEqual(serious(await window.axe(frame)), []);
    assert.deepEqual(window.consoleViolations, []);
  });

  it('is back on its images after a reload, without asking', async () => {
    const before = await frame.locator('.status.ready').innerText();
    await window.page.waitForTimeout(6000);
    await window.reload();
    frame = await window.frame('MAML Lab');
    await frame.locator('.status.ready').waitFor({ timeout: 120_000 });
    assert.equal(await frame.locator('.status.ready').innerText(), before);
    assert.equal(await dialog().count(), 0);
  });
});
