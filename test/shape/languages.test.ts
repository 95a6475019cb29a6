// Both languages of the interface are complete: the manifest's strings and the bundle of the host's strings.
import assert from 'node:assert/strict';
import { getL10nJson } from '@vscode/l10n-dev';
import { filesBelow, read } from './sourceTree';

const keys = (file: string): string[] => Object.keys(JSON.parse(read(file)) as Record<string, string>).sort();
const JAPANESE = /[\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Han}]/u;

describe('the interface in two languages', () => {
  it('has the same keys in package.nls.json and package.nls.ja.json, and uses each of them', () => {
    assert.deepEqual(keys('package.nls.ja.json'), keys('package.nls.json'));
    const manifest = read('package.json');
    assert.deepEqual(
      keys('package.nls.json').filter((key) => !manifest.includes(`%${key}%`)),
      [],
    );
    const used = [...manifest.matchAll(/%([\w.]+)%/g)].map((match) => match[1]!);
    assert.deepEqual(
      used.filter((key) => !keys('package.nls.json').includes(key)),
      [],
    );
  });

  it('has no kana in the manifest itself', () => {
    assert.doesNotMatch(read('package.json'), /[\p{sc=Hiragana}\p{sc=Katakana}]/u);
  });

  it('translates every string of the host, and nothing else', async () => {
    const exported = await getL10nJson(filesBelow('src/host', '.ts').map((file) => ({ extension: '.ts', contents: read(file) })));
    assert.deepEqual(keys('media/l10n/bundle.l10n.ja.json'), Object.keys(exported).sort());
  });

  it('keeps Japanese out of the host: its words are content or translations', () => {
    const names = /E資格/g;
    const bad = filesBelow('src/host', '.ts').filter((file) => JAPANESE.test(read(file).replace(names, '')));
    assert.deepEqual(bad, []);
  });
});
