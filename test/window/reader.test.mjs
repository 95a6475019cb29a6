// The learner's path through the notes in the real window: tree, note, link, back, mark as read, search, figure, reload at the same place.
import assert from 'node:assert/strict';
import { showTheme } from '../look/showWindow.mjs';
import { serious } from './support/axe.mjs';
import { closeBrowser, openWindow } from './support/openWindow.mjs';
import { openedNote, searchFor } from './support/reader.mjs';

const maml = 'MAML：よい初期値を学ぶ';
const sgd = 'SGD・モメンタム・NAG';

describe('the reader', () => {
  let window;
  let frame;
  before(async () => {
    window = await openWindow({ width: 1300, height: 900 });
  });
  after(async () => {
    await window?.close();
    await closeBrowser();
  });

  const scrolled = () => frame.locator('html').evaluate(() => window.scrollY);
  const heading = (title) => frame.locator('h1', { hasText: title });

  it('opens a note from the tree', async () => {
    await window.view('E資格');
    const click = async (text) => {
      await window.row(text).first().waitFor();
      await window.row(text).first().click();
    };
    await click('線形代数');
    await click('固有値分解');
    frame = await window.frame('固有値分解・特異値分解');
    await heading('固有値分解').waitFor();
  });

  it('opens another through the search, and the tree follows', async () => {
    frame = await openedNote(window, maml);
    await heading(maml).waitFor();
    await window.page.locator('.sidebar .monaco-list-row.selected', { hasText: 'MAML' }).waitFor();
  });

  it('follows a link to another note and comes back to the same height', async () => {
    await frame.locator('#properties').evaluate((element) => element.scrollIntoView());
    await window.page.waitForTimeout(600);
    const before = await scrolled();
    assert.ok(before > 200);
    await frame
      .locator('#links ~ ul a[data-note]')
      .first()
      .evaluate((link) => link.click());
    await frame.locator('h1:not(:has-text("よい初期値"))').waitFor();
    await frame.locator('body').press('Alt+ArrowLeft');
    await window.page.waitForTimeout(500);
    frame = await window.frame(maml);
    await heading(maml).waitFor();
    assert.ok(Math.abs((await scrolled()) - before) < 40, `${await scrolled()} is not ${before}`);
  });

  it('shows what a term of another note means, on focus, until Escape', async () => {
    const term = frame.locator('a.term').first();
    await frame.locator('h1').evaluate((element) => element.focus());
    for (let press = 0; press < 40 && !(await term.evaluate((link) => link === document.activeElement)); press++)
      await window.page.keyboard.press('Tab');
    const popover = frame.locator('.term-popover:not([hidden])');
    await popover.waitFor();
    assert.equal(await term.getAttribute('aria-describedby'), 'term-popover');
    assert.ok((await popover.innerText()).length > 20);
    await window.page.keyboard.press('Escape');
    await popover.waitFor({ state: 'detached' }).catch(() => popover.waitFor({ state: 'hidden' }));
  });

  it('keeps the meaning of a term while the pointer goes to it and back', async () => {
    const term = frame.locator('a.term').first();
    const popover = frame.locator('.term-popover:not([hidden])');
    for (const place of [term, popover, term]) {
      await place.hover();
      await popover.waitFor();
    }
    await window.page.waitForTimeout(500);
    assert.ok(await popover.isVisible());
    await frame.locator('h1').hover();
    await popover.waitFor({ state: 'hidden' });
  });

  it('stays at the same words when the window changes its width', async () => {
    const topOf = () =>
      frame
        .locator('#text > *')
        .nth(30)
        .evaluate((element) => element.getBoundingClientRect().top);
    await frame
      .locator('#text > *')
      .nth(30)
      .evaluate((element) => window.scrollBy(0, element.getBoundingClientRect().top));
    await window.page.waitForTimeout(300);
    for (const width of [700, 1300]) {
      await window.page.setViewportSize({ width, height: 900 });
      await window.page.waitForTimeout(700);
      assert.ok(Math.abs(await topOf()) < 60, `${width}: ${await topOf()}`);
    }
  });

  it('dresses a note once, however often it is opened while it is on show', async () => {
    const formulas = await frame.locator('.formula').count();
    frame = await openedNote(window, maml);
    await window.page.waitForTimeout(500);
    assert.ok(formulas > 0);
    assert.equal(await frame.locator('.formula-frame > .copy').count(), formulas);
  });

  it('marks a note as read and flags it, which the tree shows', async () => {
    await frame.locator('.bar .mark').click();
    await frame.locator('.bar .mark.is-read').waitFor();
    await frame.locator('.bar .flag').click();
    await frame.locator('.bar .flag.is-flagged').waitFor();
    await window.page
      .locator('.sidebar .monaco-list-row', { hasText: /MAML.*flagged/ })
      .first()
      .waitFor();
  });

  it('filters the tree', async () => {
    const all = await window.row('').count();
    await window.command('eShikaku.showFlagged');
    await window.page.locator('.sidebar', { hasText: 'Shown: flagged topics' }).waitFor();
    await window.page.waitForTimeout(300);
    assert.ok((await window.row('').count()) < all);
    await window.command('eShikaku.showAll');
    await window.page.locator('.sidebar', { hasNotText: 'Shown: flagged topics' }).waitFor();
  });

  it('searches by reading and opens at the place', async () => {
    const hits = await searchFor(window, 'じゅようや');
    assert.match(await hits.first().innerText(), /受容野/);
    await hits.first().click();
    frame = await window.frame('畳み込み演算・受容野・im2col');
    await frame.locator('#text').waitFor();
    await window.page.waitForTimeout(500);
    assert.ok((await scrolled()) > 100, 'the place of the term, not the top of the note');
  });

  it('lists the best hit first, not in the order of the editor’s own sorting', async () => {
    const word = 'アテンション';
    const hits = await searchFor(window, word);
    await hits.nth(7).waitFor();
    const named = (await hits.locator('.label-name').allInnerTexts()).map((label) => label.includes(word));
    await window.page.keyboard.press('Escape');
    // By itself the editor lists every title with the word first: Self-Attention would lie far below questions about attention.
    assert.ok(named[0] && named.includes(false), named.join());
  });

  it('opens at a heading with a figure above it, and stays there when the figure has been drawn', async () => {
    await searchFor(window, 'あだぶーすと');
    await window.page.keyboard.press('Enter');
    frame = await window.frame('アンサンブル手法');
    await frame.locator('.movable').first().waitFor();
    await window.page.waitForTimeout(700);
    const top = await frame.locator('#boosting').evaluate((element) => element.getBoundingClientRect().top);
    assert.ok(top > 0 && top < 180, `${top}`);
  });

  it('moves a figure by keyboard and says the result', async () => {
    frame = await openedNote(window, sgd);
    const figure = frame.locator('.movable[data-name="learning-rate"]');
    const before = await figure.locator('.result').innerText();
    await figure.locator('input[type="range"]').first().press('ArrowRight');
    assert.notEqual(await figure.locator('.result').innerText(), before);
    await figure.locator('button', { hasText: 'Reset' }).click();
    assert.equal(await figure.locator('.result').innerText(), before);
  });

  it('draws every figure of the note without an error', async () => {
    for (const name of ['learning-rate', 'momentum']) {
      const paths = frame.locator(`.movable[data-name="${name}"] svg path.line`);
      assert.ok((await paths.count()) > 1, name);
    }
  });

  for (const theme of ['dark', 'light', 'hcDark']) {
    it(`has no serious accessibility findings (${theme})`, async () => {
      await showTheme(window, theme);
      assert.deepEqual(serious(await window.axe(frame)), []);
    });
  }

  it('opens the learner’s own note on the topic in an editor', async () => {
    frame = await openedNote(window, sgd);
    await frame.getByRole('button', { name: 'My note on this topic' }).click();
    await window.page.locator('.tab', { hasText: 'sgd-and-momentum.md' }).waitFor();
    await window.page
      .locator('.view-line', { hasText: `# ${sgd}` })
      .first()
      .waitFor();
    await window.page.keyboard.press('Control+F4');
    await window.page.locator('.tab', { hasText: sgd }).first().click();
  });

  it('opens code in an editor and the note as Markdown', async () => {
    await frame.locator('.code-box:has(.language-python) .copy button').last().click();
    await window.page.locator('.tab', { hasText: 'Untitled-1' }).waitFor();
    await window.page.keyboard.press('F1');
    await window.page.keyboard.press('Escape');
    await window.page.locator('.tab', { hasText: sgd }).first().click();
    await window.command('eShikaku.exportNote');
    await window.page.locator('.tab', { hasText: 'Untitled-2' }).waitFor();
    await window.page
      .locator('.view-line', { hasText: `# ${sgd}` })
      .first()
      .waitFor();
  });

  it('is back at the same place after the window was reloaded', async () => {
    await window.page.locator('.tab', { hasText: sgd }).first().click();
    frame = await window.frame(sgd);
    await frame.locator('#code').evaluate((element) => element.scrollIntoView());
    await window.page.waitForTimeout(6000);
    const before = await scrolled();
    await window.reload();
    frame = await window.frame(sgd, 90_000);
    await frame.locator('#text').waitFor({ timeout: 90_000 });
    await window.page.waitForTimeout(1500);
    assert.ok(Math.abs((await scrolled()) - before) < 60, `${await scrolled()} is not ${before}`);
  });

  it('goes on with the note that was opened first after a reload, not with the one that the old tab kept', async () => {
    await window.page.locator('.tab', { hasText: 'Untitled-2' }).first().click();
    // The editor keeps which tabs are in front every few seconds.
    await window.page.waitForTimeout(6000);
    await window.reload();
    frame = await openedNote(window, maml);
    const tabs = window.page.locator('.tab[data-resource-name*="eShikaku.reader"]');
    assert.equal(await tabs.count(), 2);
    await tabs.filter({ hasText: sgd }).click();
    await tabs.filter({ hasText: sgd }).waitFor({ state: 'detached', timeout: 15_000 });
    await tabs.click();
    frame = await window.frame(maml);
    await heading(maml).waitFor();
  });

  it('breaks no content policy and asks nothing of the outside world', async () => {
    assert.deepEqual(window.consoleViolations, []);
    assert.deepEqual(await window.requestsOutside(), []);
  });
});
