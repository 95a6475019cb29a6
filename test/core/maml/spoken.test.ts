// A screen reader hears of a change of status once, whatever numbers change in between.
import assert from 'node:assert/strict';
import { Spoken } from '../../../src/webview/maml/spoken';

describe('what is spoken of long work', () => {
  it('changes with the status only', () => {
    const spoken = new Spoken();
    const heard = [
      ['training', '1 of 9'],
      ['training', '2 of 9'],
      ['ready', 'done: 9'],
      ['ready', 'done: 10'],
      ['training', '11 of 20'],
    ].map(([status, sentence]) => spoken.at(status!, () => sentence!));
    assert.deepEqual(heard, ['1 of 9', '1 of 9', 'done: 9', 'done: 9', '11 of 20']);
  });
});
