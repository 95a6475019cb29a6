// Brings an open window into another theme or width and waits until it has settled there.
import { themes } from '../host/settings.mjs';

/** The widths that every scene is looked at in: a wide window, then (with the side bar closed for good) a panel beside code. */
export const widths = [1600, 400];

const narrow = 400;
const baseClass = { dark: 'vs-dark', light: 'vs', hcDark: 'hc-black', hcLight: 'hc-light' };

/** Waits for what follows a change of theme or size: a layout, a redraw, a short transition. */
const settle = (window) => window.page.waitForTimeout(500);

/** Switches the colour theme through the settings. */
export async function showTheme(window, theme) {
  window.settings({ 'workbench.colorTheme': themes[theme] });
  await window.page.locator(`.monaco-workbench.${baseClass[theme]}`).waitFor({ timeout: 15_000 });
  await settle(window);
}

/** Gives the window its width; a narrow one is as wide as makes the panel 400 px. */
export async function showWidth(window, width, { sideBar = false, height = 1000 }) {
  const { page } = window;
  if (width !== narrow || sideBar) {
    await page.setViewportSize({ width, height });
    return settle(window);
  }
  await page.setViewportSize({ width: narrow + 100, height });
  await window.palette('View: Close Primary Side Bar');
  await settle(window);
  const editor = await page.locator('.editor-group-container .editor-container').first().boundingBox();
  await page.setViewportSize({ width: narrow + 100 - Math.round((editor?.width ?? narrow) - narrow), height });
  await settle(window);
}
