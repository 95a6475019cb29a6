// Leads a debugging session in the real window by its keys, and reads where it stands.

/** Starts the debugger through the palette and waits until it stands at the first line. */
export async function debugging(window) {
  await window.command('eShikaku.debugMaml');
  return attached(window);
}

/** Hands and eyes for a session that has been started. */
export async function attached(window) {
  const { page } = window;
  const callStack = page.locator('.debug-call-stack');
  const frames = callStack.locator('.monaco-list-row .stack-frame');
  await page.locator('.debug-toolbar').waitFor({ timeout: 60_000 });
  await page.locator('.debug-top-stack-frame-line, .debug-top-stack-frame-column').first().waitFor({ timeout: 60_000 });
  await frames.first().waitFor({ timeout: 30_000 });

  /** Names and lines of the frames, innermost first. */
  const stack = async () =>
    frames.evaluateAll((rows) =>
      rows.map((row) => ({
        name: row.querySelector('.expression .monaco-highlighted-label, .expression .label-name, .label')?.textContent?.trim() ?? '',
        line: Number(/^(\d+)/.exec(row.querySelector('.line-number')?.textContent ?? '')?.[1]),
      })),
    );
  /** The stack, as JSON, once it passes and has stayed the same; undefined when it never does. */
  const settled = async (passes) => {
    let [last, since] = ['', 0];
    for (let i = 0; i < 200; i++) {
      const now = JSON.stringify(await stack());
      if (now !== last) [last, since] = [now, performance.now()];
      else if (now !== '[]' && passes(now) && performance.now() - since > 700) return now;
      await page.waitForTimeout(50);
    }
    return undefined;
  };
  return {
    stack,
    /**
     * Presses a key and waits until the session stands elsewhere. The editor shows the innermost frame first and the others a moment
     * later, so a stack counts once it has stayed the same for a while, before the key as well as after it.
     */
    async press(key) {
      const before = await settled(() => true);
      await page.keyboard.press(key);
      const after = await settled((now) => now !== before);
      if (after === undefined) throw new Error(`After ${key} the debugger still stands at ${before}.`);
      return JSON.parse(after);
    },
    /** Text of the line at which the session stands. */
    async line() {
      const [{ line }] = await stack();
      return line;
    },
    /** The rows of the variables view as text. */
    variables: () => page.locator('.debug-variables .monaco-list-row').allInnerTexts(),
    stop: async () => {
      await page.keyboard.press('Shift+F5');
      await page.locator('.debug-toolbar').waitFor({ state: 'hidden', timeout: 15_000 });
    },
  };
}
