// The debugger in the real window, by the keys that every debugger has, and together with the lab.
import assert from 'node:assert/strict';
import { attached, debugging } from './support/debug.mjs';
import { labTitle, trainedLab } from './support/lab.mjs';
import { closeBrowser, openWindow } from './support/openWindow.mjs';

/** Waits until an assertion holds. */
async function until(holds, timeout = 15_000) {
  for (const deadline = Date.now() + timeout; ;) {
    try {
      return await holds();
    } catch (error) {
      if (Date.now() > deadline) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}

describe('the debugger’s window', () => {
  let window;
  let session;
  before(async () => {
    window = await openWindow({ width: 1500, height: 1000 });
    session = await debugging(window);
  });
  after(async () => {
    await window?.close();
    await closeBrowser();
  });
  const rows = async () => (await session.variables()).map((row) => row.replace(/\s+/g, ' '));

  it('stands before the first line of the listing', async () => {
    assert.deepEqual(await session.stack(), [{ name: 'Outer iteration 1 of 5000', line: 7 }]);
    assert.match(await window.page.locator('.tab.active .label-name').innerText(), /^MAML/);
  });

  it('steps over, into and out by F10, F11 and Shift+F11', async () => {
    assert.equal((await session.press('F10'))[0].line, 9);
    const inside = await session.press('F11');
    assert.deepEqual(
      inside.map(({ name, line }) => [name.replace(/ \(.*/, ''), line]),
      [
        ['Inner step 1 of 1', 13],
        ['Task 1 of 25', 11],
        ['Outer iteration 1 of 5000', 9],
      ],
    );
    assert.equal((await session.press('F11'))[0].line, 15);
    const out = await session.press('Shift+F11');
    assert.deepEqual([out.length, out[0].line], [2, 17]);
  });

  it('steps back to the same variables', async () => {
    await session.press('F11');
    // The editor refreshes the view only once the learner has stopped stepping.
    await until(async () => assert.match((await rows()).join('; '), /v = \[1761\]/));
    const before = await rows();
    const stack = await session.stack();
    await session.press('F11');
    await window.page.locator('.debug-toolbar [aria-label^="Back One Line"]').click();
    await until(async () => assert.deepEqual(await session.stack(), stack));
    await until(async () => assert.deepEqual(await rows(), before));
    await window.page.locator('.debug-toolbar [aria-label^="Step Back"]').click();
    await until(async () => assert.equal(await session.line(), 17));
  });

  it('runs to a breakpoint set with F9 by F5, and back by Reverse', async () => {
    const editor = window.page.locator('.monaco-editor .view-line', { hasText: 'meta_grad' }).first();
    await editor.click({ position: { x: 60, y: 5 } });
    await window.page.keyboard.press('F9');
    await window.page.locator('.codicon-debug-breakpoint').first().waitFor();
    assert.equal((await session.press('F5'))[0].line, 25);
    assert.equal((await session.press('F5'))[0].name, 'Outer iteration 2 of 5000');
    await window.page.locator('.debug-toolbar [aria-label^="Reverse"]').click();
    const back = [{ name: 'Outer iteration 1 of 5000', line: 25 }];
    await until(async () => assert.deepEqual(await session.stack(), back));
  });

  it('runs to the cursor, into the next inner loop', async () => {
    const line = window.page.locator('.monaco-editor .view-line', { hasText: 'phi = phi - alpha' }).first();
    await line.click({ button: 'right', position: { x: 60, y: 5 } });
    const entry = window.page.locator('.context-view [role="menuitem"]', { hasText: 'Run to Cursor' });
    await entry.waitFor();
    // A menu takes no click while it opens.
    await window.page.waitForTimeout(500);
    await entry.click();
    await until(async () =>
      assert.deepEqual(
        (await session.stack()).map(({ name, line: at }) => [name.replace(/ \(.*/, ''), at]),
        [
          ['Inner step 1 of 1', 15],
          ['Task 1 of 25', 11],
          ['Outer iteration 2 of 5000', 9],
        ],
      ),
    );
  });

  it('shows values beside the lines', async () => {
    await window.page.locator('.view-line', { hasText: 'loss = ' }).first().waitFor();
  });

  it('ends by Shift+F5', async () => {
    await session.stop();
  });

  it('moves the lab, and is moved by it', async () => {
    const frame = await trainedLab(window);
    await frame.locator('#view-step').click();
    await frame.locator('body').press('Home');
    await frame.locator('.place', { hasText: 'line 0 ' }).waitFor();
    await frame.getByRole('button', { name: 'Debug step by step' }).click();
    session = await attached(window);
    const place = async () => (await window.frame(labTitle.en)).locator('.place');
    await session.press('F10');
    await (await place()).filter({ hasText: 'line 1 ' }).waitFor();
    await session.press('F11');
    await (await place()).filter({ hasText: 'line 2 ' }).waitFor();
    const lab = await window.frame(labTitle.en);
    await lab.getByRole('button', { name: 'Step into (→)' }).click();
    await lab.locator('.place', { hasText: 'line 3 ' }).waitFor();
    await until(async () => assert.equal(await session.line(), 15));
    assert.match(await lab.locator('li.next code').innerText(), /phi = phi - alpha \* g/);
    await session.stop();
  });
});

describe('the debugger in Restricted Mode', () => {
  let window;
  before(async () => (window = await openWindow({ trust: false, settings: { 'security.workspace.trust.startupPrompt': 'never' } })));
  after(async () => {
    await window?.close();
    await closeBrowser();
  });

  it('says so and offers the lab', async () => {
    await window.command('eShikaku.debugMaml');
    // Under its test driver the editor keeps messages in their centre.
    await window.page.locator('.statusbar-item [aria-label*="otification"]').first().click();
    // Away from the bell, so that its tooltip does not cover the message.
    await window.page.mouse.move(400, 300);
    const message = window.page.locator('.notifications-center', { hasText: 'does not debug in Restricted Mode' });
    await message.waitFor({ timeout: 30_000 });
    await message.getByRole('button', { name: 'Step Through in the Lab' }).click();
    await window.frame(labTitle.en);
  });
});
