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
  return {
    stack,
    /** Presses a key and waits until the session stands elsewhere. */
    async press(key) {
      const before = JSON.stringify(await stack());
      await page.keyboard.press(key);
      for (let i = 0; i < 100; i++) {
        await page.waitForTimeout(50);
        const now = await stack();
        if (now.length > 0 && JSON.stringify(now) !== before) return now;
      }
      throw new Error(`After ${key} the debugger still stands at ${before}.`);
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
