// Settings from outside: completed, checked once, refused with the name, the value and what is allowed.
import assert from 'node:assert/strict';
import { decodeSettings, DEFAULT_SETTINGS, SettingsError } from '../../../src/core/maml/settings';

describe('settings', () => {
  it('are the defaults where nothing is said', () => {
    assert.deepEqual(decodeSettings(undefined), DEFAULT_SETTINGS);
    assert.deepEqual(decodeSettings({ seed: 9, openPanel: false }, ['openPanel']), { ...DEFAULT_SETTINGS, seed: 9 });
  });

  const refused: [object | string, RegExp][] = [
    [{ iteration: 5 }, /Unknown option “iteration”\. Known options: .*iterations/],
    [{ alpha: 10 }, /“alpha” is 10; it must be a number from 0\.000001 to 1\./],
    [{ alpha: NaN }, /“alpha”/],
    [{ shots: 0 }, /“shots” is 0; it must be a whole number from 1 to 100\./],
    [{ metaBatch: 500 }, /“metaBatch” is 500; .* 1 to 100/],
    [{ hidden: [4096] }, /“hidden” is \[4096\]; it must be up to 4 whole numbers from 1 to 256\./],
    [{ seed: 1.5 }, /“seed” is 1\.5; it must be a whole number/],
    [{ algorithm: 'mamel' }, /“algorithm” is "mamel"; it must be one of maml, fomaml/],
    [{ __proto__: null, constructor: 1 }, /Unknown option “constructor”/],
    [{ family: 'symbols', shots: 15, queryShots: 10 }, /15 and 10; a symbol has 20 drawings/],
    ['fast', /Settings must be an object, not "fast"\./],
  ];
  for (const [given, message] of refused) {
    it(`refuse ${JSON.stringify(given)} with a sentence`, () => {
      assert.throws(
        () => decodeSettings(given),
        (error: unknown) => error instanceof SettingsError && message.test(error.message),
      );
    });
  }
});
