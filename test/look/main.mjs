// `npm run look [-- filter …]`: pictures of every panel and state in the real window, saved as .cache/look/<scene>-<theme>-<width>-<language>.png.
//
// Filters are names of scenes, themes (dark, light, hcDark, hcLight), widths (400, 1600) and languages (en, ja), in any order:
// `npm run look -- quiz dark 400` takes one scene in one theme and one width, in both languages. `--no-build` takes dist/ as it is.
//
// To add a scene, add one file to test/look/scenes: `myScene.mjs` exports `myScene = { steps, sideBar?, height?, extensionsDir? }`.
// `steps(window)` brings a fresh window (see test/window/support/openWindow.mjs) into the state to look at; it runs once per language, at
// 1600 px, and the pictures in all themes and widths are taken from there. At 400 px the side bar is closed and the panel is
// 400 px wide, as beside code; with `sideBar: true` it stays open and the whole window is 400 px wide.
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { cacheDir, root } from '../host/places.mjs';
import { run } from '../host/run.mjs';
import { themes } from '../host/settings.mjs';
import { closeBrowser, openWindow } from '../window/support/openWindow.mjs';
import { showTheme, showWidth, widths } from './showWindow.mjs';

const scenesDir = fileURLToPath(new URL('scenes', import.meta.url));
const languages = ['en', 'ja'];

async function main() {
  const filters = process.argv.slice(2).filter((arg) => !arg.startsWith('--'));
  const names = fs.readdirSync(scenesDir).map((file) => path.basename(file, '.mjs'));
  const kinds = [names, Object.keys(themes), widths.map(String), languages];
  const [scenes, inThemes, atWidths, inLanguages] = kinds.map((kind) => {
    const chosen = kind.filter((value) => filters.includes(value));
    return chosen.length > 0 ? chosen : kind;
  });
  const unknown = filters.filter((filter) => !kinds.flat().includes(filter));
  if (unknown.length > 0) throw new Error(`Nothing is called "${unknown.join('", "')}". Choose from: ${kinds.flat().join(', ')}.`);

  if (!process.argv.includes('--no-build')) await build();
  let failures = 0;
  for (const scene of scenes) {
    for (const language of inLanguages) failures += await take(scene, language, inThemes, atWidths.map(Number));
  }
  return failures;
}

async function build() {
  const { code, output } = await run(process.execPath, ['esbuild.js'], { cwd: root });
  if (code !== 0) throw new Error(`The build failed:\n${output.trim()}`);
}

/** Takes the pictures of one scene in one language; returns 1 when the scene could not be reached. */
async function take(name, language, inThemes, atWidths) {
  const scene = (await import(pathToFileURL(path.join(scenesDir, `${name}.mjs`)).href))[name];
  const { height, extensionsDir } = scene;
  const window = await openWindow({ locale: language, height, theme: inThemes[0], extensionsDir: extensionsDir?.() });
  try {
    await scene.steps(window);
    for (const width of atWidths) {
      await showWidth(window, width, scene);
      for (const theme of inThemes) {
        await showTheme(window, theme);
        console.log(path.relative(root, await window.screenshot(`${name}-${theme}-${width}-${language}`)));
      }
    }
    for (const text of window.consoleViolations) console.log(`  ! ${text}`);
    for (const address of await window.requestsOutside()) console.log(`  ! request to ${address}`);
    return 0;
  } catch (error) {
    const picture = await window.screenshot(`${name}-failed-${language}`).catch(() => 'no picture');
    console.error(`Scene ${name} (${language}) failed: ${error.message}\n  see ${picture}`);
    return 1;
  } finally {
    await window.close();
  }
}

for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(1));
fs.mkdirSync(path.join(cacheDir, 'look'), { recursive: true });
main()
  .catch((error) => {
    console.error(error.message);
    return 1;
  })
  .then(async (failures) => {
    await closeBrowser();
    process.exit(failures === 0 ? 0 : 1);
  });
