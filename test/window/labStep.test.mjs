// Stepping through runs of every family in the real window: playing, keys, linked quantities, the parameter plane, and access for all.
import assert from 'node:assert/strict';
import { serious } from './support/axe.mjs';
import { advanced, labRuns, steppedLab } from './support/lab.mjs';
import { closeBrowser, openWindow } from './support/openWindow.mjs';

describe('the step page', () => {
  let window;
  let frame;
  before(async () => {
    window = await openWindow({ width: 1300, height: 1000, extensionsDir: labRuns() });
    frame = await steppedLab(window, 'short');
  });
  after(async () => {
    await window?.close();
    await closeBrowser();
  });

  const place = () => frame.locator('.place').innerText();
  const line = async () => Number(/line (\d+)/.exec(await place())[1]);
  const press = (key) => frame.locator('body').press(key);
  const until = async (text) => frame.locator('.place', { hasText: text }).waitFor({ timeout: 30_000 });
  const playing = () => frame.locator('#lab-play.on, #lab-reverse.on');
  const axe = async () => assert.deepEqual(serious(await window.axe(frame)), []);

  it('plays and pauses by Space, faster and slower by + and -, backwards by Shift+P', async () => {
    await press('Home');
    await until('Iteration 1, line 0');
    for (let i = 0; i < 3; i++) await press('-');
    await frame.locator('select.speed').evaluate((select) => new Promise((done) => {
      const check = () => (select.value === 'slow' ? done() : setTimeout(check, 20));
      check();
    })); // prettier-ignore
    for (let i = 0; i < 2; i++) await press('+');
    await press(' ');
    await playing().waitFor();
    await until('line 4 ');
    await press(' ');
    await playing().waitFor({ state: 'detached' });
    const stopped = await line();
    await window.page.waitForTimeout(600);
    assert.equal(await line(), stopped, 'nothing moves while paused');
    await press('Shift+P');
    await until('line 0 ');
    await playing().waitFor({ state: 'detached', timeout: 10_000 });
  });

  it('stops playing when the learner steps, and plays to the end of what is trained', async () => {
    await press('p');
    await playing().waitFor();
    await press('ArrowRight');
    await playing().waitFor({ state: 'detached' });
    await press('End');
    await until('Iteration 300, line 153');
    for (let i = 0; i < 3; i++) await advanced(frame, 'ArrowLeft');
    await press(' ');
    await until('Iteration 300, line 153');
    await playing().waitFor({ state: 'detached', timeout: 10_000 });
  });

  it('trains further by button, and scrubs over the whole history', async () => {
    await frame.locator('#lab-more').click();
    await until('Iteration 400, line 153');
    await frame.locator('.scrubber input').fill('37');
    await until('Iteration 37, line 153');
    assert.equal(await frame.locator('.scrubber input').inputValue(), '37');
  });

  it('shows the plane of parameters with what it holds, and nothing of it once folded', async () => {
    await frame.locator('.plane .caption').waitFor({ timeout: 30_000 });
    assert.match(await frame.locator('.plane .caption').innerText(), /holds \d+(\.\d)? % of the movement of all tasks/);
    assert.ok((await frame.locator('.plane .contour').count()) >= 5);
    await frame.locator('.plane summary').first().click();
    await frame.locator('.plane .caption').waitFor({ state: 'detached' });
    await frame.locator('.plane summary').first().click();
    await frame.locator('.plane .caption').waitFor();
  });

  it('marks a quantity everywhere and says what it is, by pointer and by focus', async () => {
    await frame.locator('.listing [data-q="theta"]').first().hover();
    await frame.locator('.definition', { hasText: 'θ: initial parameters, shared by all tasks, 1,761 numbers' }).waitFor();
    assert.equal(await frame.locator('#app').getAttribute('data-mark'), 'theta');
    await frame.locator('.chip[data-q="support"]').focus();
    await frame.locator('.definition', { hasText: '10 examples' }).waitFor();
    const outline = (q) => frame.locator(`.listing [data-q="${q}"]`).first().evaluate((node) => getComputedStyle(node).outlineStyle); // prettier-ignore
    assert.deepEqual([await outline('support'), await outline('theta')], ['solid', 'none']);
  });

  it('has no serious accessibility findings, with keys and tables unfolded', async () => {
    for (const summary of await frame.locator('.keys summary, .panel .as-table summary').all()) await summary.click();
    await axe();
  });

  it('says 0 (first order) where there is no second-order part', async () => {
    frame = await steppedLab(window, 'first order', 5, frame);
    await frame.locator('.sizes td', { hasText: '0 (first order)' }).waitFor();
    assert.equal(await frame.locator('.sizes .arrow.second line').count(), 1, 'only the legend names it');
  });

  const families = {
    symbols: { lines: 5, seen: '.class-row .asking', count: 25, more: '.drawn-class .right' },
    navigation: { lines: 5, seen: '.path.mean', count: 2, more: '.goal' },
    bowls: { lines: 9, seen: 'ellipse.contour', count: 9, more: '.theta-mark' },
    'bowls over one parameter': { lines: 5, seen: '.contour', count: 1, more: '.bottom' },
  };
  for (const [run, { lines, seen, count, more }] of Object.entries(families)) {
    it(`draws ${run}, readable for all, in the result too`, async () => {
      frame = await steppedLab(window, run, lines, frame);
      await frame.locator('.task-picture').locator(more).first().waitFor();
      assert.equal(await frame.locator('.task-picture').locator(seen).count(), count);
      await axe();
      await frame.locator('#view-result').click();
      await frame.locator('#view-result[aria-pressed="true"]').waitFor();
      await frame.locator('.primary').locator(more).first().waitFor();
      assert.doesNotMatch(await frame.locator('.primary .section-head + .muted').innerText(), /sin|NaN|—/);
      await axe();
    });
  }

  it('breaks no content policy and asks nothing of the outside world', async () => {
    assert.deepEqual(window.consoleViolations, []);
    assert.deepEqual(await window.requestsOutside(), []);
  });
});
