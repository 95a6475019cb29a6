// Makes the embedded editor speak of itself as running in another display language than English.
import fs from 'node:fs/promises';
import path from 'node:path';

/**
 * Writes the editor's register of language packs into a user-data folder, with a pack for `locale` that translates nothing of the
 * editor itself. That is enough for `vscode.env.language`, `package.nls.<locale>.json` and the extension's own bundles to follow
 * the locale: the editor falls back to English only when no pack is registered. Its own menus stay English.
 */
export async function registerLanguage(userDataDir, locale) {
  const pack = path.join(userDataDir, `language-${locale}.json`);
  await fs.writeFile(pack, JSON.stringify({ contents: {} }));
  const owner = { extensionIdentifier: { id: 'e-shikaku.language' }, version: '1.0.0' };
  const register = { [locale]: { hash: `e-shikaku-${locale}`, extensions: [owner], translations: { vscode: pack }, label: locale } };
  await fs.writeFile(path.join(userDataDir, 'languagepacks.json'), JSON.stringify(register));
}
