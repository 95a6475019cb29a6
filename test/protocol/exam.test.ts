// The exam protocol against forged and malformed messages.
import * as assert from 'node:assert';
import * as fc from 'fast-check';
import { ProtocolError } from '../../src/protocol/decode';
import { decodeFromExamView, decodeToExamView, type FromExamView } from '../../src/protocol/exam';

const good: FromExamView[] = [
  { type: 'ready' },
  { type: 'mark', session: 's', at: 0, entered: { places: [0, 2] }, flagged: false },
  { type: 'mark', session: 's', at: 3, entered: null, flagged: true },
  { type: 'show', session: 's', at: 103 },
  { type: 'handIn', session: 's' },
  { type: 'openNote', session: 's', at: 1 },
  { type: 'practise', session: 's' },
  { type: 'choose' },
];

const bad: [string, unknown][] = [
  ['nothing', undefined],
  ['an unknown type', { type: 'grade', session: 's' }],
  ['a mark that claims to be right', { type: 'mark', session: 's', at: 0, entered: null, flagged: false, correct: true }],
  ['a mark without a flag', { type: 'mark', session: 's', at: 0, entered: null }],
  ['a hand-in of no exam', { type: 'handIn' }],
  ['a longer deadline', { type: 'handIn', session: 's', deadline: 1e15 }],
  ['a place beyond all exams', { type: 'show', session: 's', at: 1e9 }],
];

describe('messages from the exam view', () => {
  for (const message of good) it(`may be ${JSON.stringify(message)}`, () => assert.deepStrictEqual(decodeFromExamView(message), message));
  for (const [name, message] of bad)
    it(`may not be ${name}`, () => assert.throws(() => decodeFromExamView(message), /^ProtocolError: message from the exam view: /));

  it('are refused as ProtocolError whatever comes', () => {
    fc.assert(
      fc.property(fc.anything(), (value) => assert.throws(() => decodeFromExamView(value), ProtocolError)),
      { numRuns: 500 },
    );
  });
});

describe('messages to the exam view', () => {
  it('are refused when they are of another kind or not complete', () => {
    assert.deepStrictEqual(decodeToExamView({ type: 'gone' }), { type: 'gone' });
    assert.throws(() => decodeToExamView({ type: 'picture', session: 's' }), /^ProtocolError: message to the exam view: “title”/);
  });
});
