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
  const widget = window.page.locator('.quick-input-widget');
  const input = widget.locator('input[type="text"]');
  const hint = window.locale === 'ja' ? 'ノート・用語・問題を検索' : 'Search notes';
  // The palette that is just closing now and then takes the search that it has opened away with it.
  for (let tries = 3; ; tries--) {
    await window.command('eShikaku.search');
    try {
      await widget.locator(`input[placeholder^="${hint}"]`).waitFor({ timeout: 10_000 });
      await input.fill(query, { timeout: 5000 });
      break;
    } catch (error) {
      if (tries === 0) throw error;
      await window.page.keyboard.press('Escape');
    }
  }
  const rows = widget.locator('.monaco-list-row');
  await rows.first().waitFor({ timeout: 30_000 });
  return rows;
}
