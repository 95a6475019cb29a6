// What the lab's view asks for: whatever fails of it fails for whoever passed the message on, who tells the learner.
import assert from 'node:assert/strict';
import { answerLab, type LabRoom } from '../../../src/host/maml/labMessages';
import type { ToLabHost } from '../../../src/protocol/maml';

const broken = (what: string) => () => Promise.reject(new Error(`${what} is broken`));
const room = {
  command: (name: string) => Promise.reject(new Error(`${name} is broken`)),
  predictions: { receive: broken('the record') },
  desk: { chooseImages: broken('the dialog') },
  own: { ask: broken('the page') },
} as unknown as LabRoom;

describe('a button of the lab', () => {
  const failing: readonly (readonly [ToLabHost, RegExp])[] = [
    [{ type: 'debug' }, /eShikaku.debugMaml is broken/],
    [{ type: 'checkGradients' }, /eShikaku.checkGradients is broken/],
    [{ type: 'openNote', slug: 'maml' }, /eShikaku.openNote is broken/],
    [{ type: 'startQuiz', topic: 'maml' }, /eShikaku.startQuiz is broken/],
    [{ type: 'predictAgain' }, /the record is broken/],
    [{ type: 'chooseImages', settings: {} }, /the dialog is broken/],
    [{ type: 'try', ask: { do: 'pretrain' } }, /the page is broken/],
  ];
  for (const [message, reason] of failing)
    it(`does not fail in silence (${message.type})`, async () => {
      await assert.rejects(answerLab(message, room), reason);
    });
});
