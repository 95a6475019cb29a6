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

/** Answers the question on show, by keyboard alone: the first choice, 1 in every field, the first item moved down, the last match for all. */
export async function answerByKey(window, frame) {
  const number = frame.locator('#number, .blank-row input');
  const lists = frame.locator('.matching select');
  const down = frame.locator('.ordering .down').first();
  if ((await number.count()) > 0) {
    for (const field of await number.all()) {
      await field.press('Control+a');
      await window.page.keyboard.type('1');
    }
  } else if ((await lists.count()) > 0) for (const list of await lists.all()) await list.press('End');
  else if ((await down.count()) > 0) await down.press('Enter');
  else await frame.locator('h1').press('1');
}

/** What is entered on the page, whatever the kind of question: choices, texts, matches, and the order of items. */
export const enteredNow = (frame) =>
  frame
    .locator('#question')
    .evaluate((form) => [
      ...[...form.querySelectorAll('input, select')].map((field) => (/radio|checkbox/.test(field.type) ? field.checked : field.value)),
      ...[...form.querySelectorAll('.ordering [id^="item-"]')].map((item) => item.textContent.trim()),
    ]);

/** Goes on by keyboard; on a field or a button of the answer, Enter would be that one's own. */
export const proceed = (frame) => frame.locator('#proceed').press('Enter');

/** The page of the quiz whose tab is in front. @param prefix how its title begins */
export async function quizFrame(window, prefix) {
  const tab = window.page.locator('.tab.active', { hasText: prefix });
  await tab.waitFor({ timeout: 60_000 });
  return window.frame((await tab.innerText()).trim(), 60_000);
}
