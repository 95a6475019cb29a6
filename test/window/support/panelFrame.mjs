// Finds the content of a webview panel by the title on its tab.

/**
 * Waits until the panel titled `title` is the visible editor of some group and its webview is loaded.
 * @returns the frame locator of the extension's own document
 */
export async function panelFrame(page, title, timeout = 30_000) {
  const deadline = Date.now() + timeout;
  for (;;) {
    const left = Math.max(1, deadline - Date.now());
    const found = await page.waitForFunction(webviewName, title, { timeout: left, polling: 100 }).catch(async (error) => {
      const tabs = await page.locator('.tab .label-name').allInnerTexts();
      throw new Error(`No visible panel "${title}" within ${timeout} ms; open tabs: ${tabs.join(', ') || 'none'}.`, { cause: error });
    });
    const content = page.frameLocator(`iframe.webview.ready[name="${await found.jsonValue()}"]`).frameLocator('#active-frame');
    try {
      // While the editor restores its panels, one may give way to another with the same title.
      await content.locator('body').waitFor({ timeout: Math.min(10_000, left) });
      return content;
    } catch (error) {
      if (Date.now() >= deadline) throw error;
    }
  }
}

/** In the page: the name of the webview that the active tab with this title shows, or an empty string as long as there is none. */
function webviewName(title) {
  for (const group of document.querySelectorAll('.editor-group-container')) {
    const label = group.querySelector('.tab.active .label-name, .title.tabs .tab.active');
    if (label?.textContent.trim() !== title) continue;
    // The webview lies above the editor; this attribute ties the two together.
    for (const slot of group.querySelectorAll('[aria-flowto]')) {
      const name = slot.getAttribute('aria-flowto');
      if (name && document.querySelector(`iframe.webview.ready[name="${name}"]`)) return name;
    }
  }
  return '';
}
