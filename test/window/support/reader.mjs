// Opens notes and the search as a learner does.

/** Opens the note with this title through the search; returns the content of its panel. */
export async function openedNote(window, title) {
  await searchFor(window, title);
  // By key: a row under the resting mouse shows its hover, which would lie in the way of a click.
  await window.page.keyboard.press('Enter');
  const frame = await window.frame(title);
  await frame.locator('#text').waitFor({ timeout: 60_000 });
  return frame;
}

/** Opens the search, types `query` and waits for the hits; returns the rows. */
export async function searchFor(window, query) {
  await window.command('eShikaku.search');
  const widget = window.page.locator('.quick-input-widget');
  const input = widget.locator('input[type="text"]');
  const hint = window.locale === 'ja' ? 'ノート・用語・問題を検索' : 'Search notes';
  await widget.locator(`input[placeholder^="${hint}"]`).waitFor({ timeout: 30_000 });
  await input.fill(query);
  const rows = widget.locator('.monaco-list-row');
  await rows.first().waitFor({ timeout: 30_000 });
  return rows;
}
