// Why something was refused, in both languages: every typed reason has its sentence, with its figures filled in.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import { checkedSettings } from '../../../src/core/maml/checkedSettings';
import { decodeLabLink } from '../../../src/core/maml/export/labAddress';
import { decodeSettings } from '../../../src/core/maml/settings';
import { imageBank, ImageBankError, lackingImages } from '../../../src/core/maml/tasks/imageBank';
import { decodeLaunchPlan } from '../../../src/host/maml/debug/launchPlan';
import type { Translator } from '../../../src/host/maml/debug/debugWords';
import { reasonsIn } from '../../../src/host/maml/reasons';
import { refuse } from '../../../src/core/maml/settings';

const bundle = JSON.parse(fs.readFileSync('media/l10n/bundle.l10n.ja.json', 'utf8')) as Record<string, string>;
const fill = (text: string, args: readonly unknown[]) => text.replace(/\{(\d)\}/g, (_, at: string) => String(args[Number(at)]));
const editor = (of: (message: string) => string) =>
  ({ l10n: { t: (message: string, ...args: unknown[]) => fill(of(message), args) } }) as unknown as Translator;
const inEnglish = reasonsIn(editor((message) => message));
const inJapanese = reasonsIn(editor((message) => bundle[message]!));

const images = new Map(Array.from({ length: 10 }, (_, i) => [`c${i}`, [new Float32Array(196), new Float32Array(196)]]));
const lab = 'vscode://who.what/lab';

/** Everything that can be wrong with what a learner writes, pastes or chooses. */
const wrong: readonly (() => unknown)[] = [
  ...[{ seed: -1 }, { alpha: 7 }, { frequencies: 3 }, { hidden: [0] }, { family: 'cats' }, { family: 'symbols', shots: 30 }].map(
    (given) => () => decodeSettings(given),
  ),
  () => checkedSettings({ hidden: [256, 256, 256, 256], shots: 100, ways: 20, family: 'images' }),
  () => decodeSettings(5),
  () => decodeSettings({ colour: 'red' }),
  ...['?', '?seed=1&seed=2', '?seed=one', '?seed=%', `?${'x'.repeat(2100)}`].map((query) => () => decodeLabLink(lab + query, 'who.what')),
  () => decodeLabLink('https://example.org', 'who.what'),
  () => decodeLaunchPlan({ startIteration: 99, iterations: 10 }),
  () => decodeLaunchPlan({ stopOnEntry: 'yes' }),
  () => refuse(lackingImages(decodeSettings({ family: 'images', ways: 5, shots: 1, queryShots: 1 }), imageBank(images, 'f'))),
  () => refuse(lackingImages(decodeSettings({ family: 'images', ways: 2 }), imageBank(images, 'f'))),
  () => imageBank(new Map(), 'f'),
  ...[['noFolder'], ['noAddress', '5'], ['unreadable', 'x'], ['notPng', 'a', 'b']].map(([name, ...figures]) => () => {
    throw new ImageBankError(name as 'noFolder', ...figures);
  }),
];

describe('a refusal', () => {
  it('is one whole sentence in the editor’s language, whatever is refused', () => {
    for (const act of wrong) {
      assert.throws(act, (error: Error) => {
        const [english, japanese] = [inEnglish(error), inJapanese(error)];
        assert.doesNotMatch(english + japanese, /\{\d\}|undefined/, error.message);
        assert.match(japanese, /[\p{sc=Hiragana}].*。|：/u, error.message);
        // Names of options and figures stay as they are; no English sentence is left among the words.
        assert.doesNotMatch(japanese, /\b(is|must|has|the)\b/, error.message);
        return true;
      });
    }
  });

  it('says in English what the error itself says', () => {
    for (const act of wrong.slice(0, 5)) assert.throws(act, (error: Error) => inEnglish(error) === error.message);
    assert.equal(inJapanese(new Error('as it came')), 'as it came');
  });
});
