// The gradients checked in front of the learner: the page with its tables.
export const gradientCheck = {
  async steps(window) {
    await window.command('eShikaku.checkGradients');
    await window.page.locator('iframe.webview.ready').first().waitFor({ timeout: 120_000 });
    await window.page.waitForTimeout(1500);
  },
};
