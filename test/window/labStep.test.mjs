// Stepping through runs of every family in the real window: playing, keys, linked quantities, the parameter plane, and access for all.
import assert from 'node:assert/strict';
import { serious } from './support/axe.mjs';
import { advanced, labRuns, labTitle, steppedLab } from './support/lab.mjs';
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

  it('shows the speed in force, however it was chosen', async () => {
    const speed = frame.locator('select.speed');
    const shows = async (value) => {
      for (let i = 0; i < 100 && (await speed.inputValue()) !== value; i++) await window.page.waitForTimeout(20);
      assert.equal(await speed.inputValue(), value);
    };
    await speed.focus();
    await speed.selectOption('quick');
    await speed.blur();
    await window.page.waitForTimeout(300);
    await press('-');
    await shows('line');
    await press('+');
    await shows('quick');
  });

  it('offers as many further iterations as the field says, and trains that many without touching what was typed in the form', async () => {
    const more = frame.locator('#lab-more');
    await frame.locator('.train-further input').fill('7');
    assert.equal(await more.innerText(), 'Train 7 more');
    await frame.locator('.train-further input').fill('');
    await frame.locator('#set-alpha').fill('0.5');
    await frame.locator('#set-alpha').press('Tab');
    assert.equal(await frame.locator('.train-further input').inputValue(), '7');
    await more.click();
    await until('Iteration 407, line 153');
    assert.equal(await frame.locator('#set-alpha').inputValue(), '0.5');
    assert.equal(await frame.locator('#set-iterations').inputValue(), '407');
  });

  it('keeps typed fields and the number of further iterations while the panel is hidden, and shows another run’s own afterwards', async () => {
    const hidden = async () => {
      await window.palette('New Untitled Text File');
      await frame.locator('body').waitFor({ state: 'detached' });
      await window.command('eShikaku.openLab');
      frame = await window.frame(labTitle.en);
      await frame.locator('.train-further').waitFor();
    };
    await hidden();
    assert.equal(await frame.locator('#set-alpha').inputValue(), '0.5');
    assert.equal(await frame.locator('#lab-more').innerText(), 'Train 7 more');
    frame = await steppedLab(window, 'first order', 0, frame);
    assert.equal(await frame.locator('#set-alpha').inputValue(), '0.01');
    await hidden();
    assert.equal(await frame.locator('#set-alpha').inputValue(), '0.01');
    frame = await steppedLab(window, 'short', 0, frame);
    assert.equal(await frame.locator('#set-alpha').inputValue(), '0.01');
  });

  it('says that there is no plane where no task moves φ, and shows none of another run', async () => {
    await frame.locator('.plane .caption').waitFor({ timeout: 30_000 });
    frame = await steppedLab(window, 'pretraining', 0, frame);
    await frame.locator('.plane', { hasText: 'No task moves φ here' }).waitFor({ timeout: 30_000 });
    assert.equal(await frame.locator('.plane :is(.chart, .waiting, [aria-busy])').count(), 0);
    frame = await steppedLab(window, 'short', 0, frame);
    await frame.locator('.plane .plane-picture[aria-busy="false"]').waitFor({ timeout: 30_000 });
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
