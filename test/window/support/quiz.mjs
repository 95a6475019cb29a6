// Hands for the quiz and the exam: choosing from the picker, and answering by keyboard alone.

/** Types into the extension's own picker, once it has taken the place of the command palette, and takes the row with this text. */
export async function pick(window, text) {
  const widget = window.page.locator('.quick-input-widget');
  const input = widget.locator('input[type="text"]');
  await widget.locator('.monaco-list-row').first().waitFor({ timeout: 30_000 });
  for (let tries = 0; (await input.inputValue()).startsWith('>') && tries < 100; tries++) await window.page.waitForTimeout(100);
  await input.fill(text);
  await widget.locator('.monaco-list-row.focused', { hasText: text }).waitFor({ timeout: 30_000 });
  await input.press('Enter');
}

/** Answers the question on show, by keyboard: the first choice, or the number 1. */
export async function answerByKey(window, frame) {
  const number = frame.locator('#number');
  if ((await number.count()) > 0) {
    await number.press('Control+a');
    await window.page.keyboard.type('1');
  } else await frame.locator('h1').press('1');
}
