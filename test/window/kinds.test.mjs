// Every newer kind of question in the real window, answered by keyboard alone, with its reasons and without accessibility findings.
import assert from 'node:assert/strict';
import { serious } from './support/axe.mjs';
import { pick, quizFrame } from './support/quiz.mjs';
import { newerKinds, seedQuiz } from './support/seededRecord.mjs';
import { showTheme } from '../look/showWindow.mjs';
import { closeBrowser, openWindow } from './support/openWindow.mjs';

const ids = newerKinds;

describe('the kinds of question', () => {
  let window;
  let frame;
  before(async () => {
    window = await openWindow({ width: 1300, height: 1000 });
    window.settings({ 'eShikaku.askConfidence': true });
    seedQuiz(window.server, ids);
    await window.command('eShikaku.startQuiz');
    await pick(window, 'Continue: ');
    frame = await quizFrame(window, 'Quiz: ');
    await shown(2);
  });
  after(async () => {
    await window?.close();
    await closeBrowser();
  });

  const press = (key) => window.page.keyboard.press(key);
  const shown = (number) => frame.locator('h1', { hasText: `Question ${number} of ${ids.length + 1}` }).waitFor({ timeout: 60_000 });
  const clean = async () => assert.deepEqual(serious(await window.axe(frame)), []);
  /** Answers with Enter, looks at the outcome and goes on. */
  const answered = async (right) => {
    await frame.locator('.explanation').waitFor({ timeout: 10_000 });
    assert.equal(await frame.locator('.verdict.good').count(), right ? 1 : 0);
    for (const theme of ['hcLight', 'dark']) {
      await showTheme(window, theme);
      await clean();
    }
    await frame.locator('#proceed').press('Enter');
  };

  it('fills in the numbers of a draw, formulas included, and judges by them', async () => {
    const text = await frame.locator('.stem').innerText();
    assert.doesNotMatch(text, /[\uf100-\uf4ff]|\{\{|90417/);
    const tex = await frame.locator('.stem annotation').allTextContents();
    const value = (name) =>
      Number(
        tex
          .find((one) => one.startsWith(name))
          .replace(/.*=/, '')
          .replace(/[{}\s]/g, '')
          .replace('−', '-'),
      );
    const a = Number(/\\cdot\s*\{(\d+)\}/.exec(tex[0])[1]);
    const [c, theta, alpha] = [value('c ='), value('\\theta ='), value('\\alpha =')];
    await clean();
    await frame.locator('#number').press('Control+a');
    await window.page.keyboard.type(String(theta - alpha * a * (theta - c)));
    await press('Enter');
    await answered(true);
  });

  it('reads a typed shape, and names a known slip', async () => {
    await shown(3);
    assert.equal(await frame.locator('.above table').count(), 1);
    await window.page.keyboard.type('[15, 84, 84, 3]');
    await press('Enter');
    await frame.locator('.slip').waitFor();
    await answered(false);
  });

  it('takes typed code, blank by blank', async () => {
    await shown(4);
    await window.page.keyboard.type('create_graph = True');
    await press('Enter');
    await frame.locator('.notice', { hasText: 'every blank' }).waitFor();
    await press('Tab');
    await window.page.keyboard.type('theta-alpha*g');
    await clean();
    await press('Enter');
    await answered(true);
  });

  it('puts items in order by Alt and the arrows, the focus staying with the item', async () => {
    await shown(5);
    const texts = () => frame.locator('.ordering .text').allInnerTexts();
    const marks = ['タスクの分布', '初期値', '内側の学習率', 'で、クエリ', '損失の和'];
    await frame.locator('.ordering .up').first().focus();
    for (let place = 0; place < marks.length; place++) {
      const at = (await texts()).findIndex((text) => text.includes(marks[place]));
      await frame.locator('.ordering .up').nth(at).focus();
      for (let steps = at - place; steps > 0; steps--) await press('Alt+ArrowUp');
      assert.ok((await texts())[place].includes(marks[place]), marks[place]);
      assert.equal(await frame.locator(':focus').count(), 1);
    }
    await clean();
    await frame.locator('h1').press('Enter');
    await answered(true);
  });

  it('matches by native lists', async () => {
    await shown(6);
    for (const list of await frame.locator('.matching select').all()) {
      await list.press('End');
      assert.notEqual(await list.inputValue(), '');
    }
    await clean();
    await frame.locator('h1').press('Enter');
    await answered(false);
  });

  it('shows the premise with a question of a set, and asks how sure one is', async () => {
    await shown(7);
    assert.match(await frame.locator('.premise').innerText(), /2 つのタスク/);
    await frame.locator('.confidence input').last().press(' ');
    await frame.locator('#number').fill('-0.4');
    await frame.locator('#number').press('Enter');
    await answered(true);
    await frame.locator('h1', { hasText: 'Result' }).waitFor();
    for (const kind of ['Tensor shape', 'Fill in code', 'Ordering', 'Matching']) await frame.locator('.kinds', { hasText: kind }).waitFor();
    await clean();
  });

  it('breaks no content policy', () => assert.deepEqual(window.consoleViolations, []));
});
