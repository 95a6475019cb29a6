// The quiz protocol against forged and malformed messages.
import * as assert from 'node:assert';
import * as fc from 'fast-check';
import { decodeFromQuizView, decodeToQuizView, readRemembered, type FromQuizView } from '../../src/protocol/quiz';
import { ProtocolError } from '../../src/protocol/decode';

const good: FromQuizView[] = [
  { type: 'ready' },
  { type: 'answer', session: 's', at: 0, entered: { places: [0, 2] } },
  { type: 'answer', session: 's', at: 3, entered: { text: '１／３' } },
  { type: 'answer', session: 's', at: 3, entered: { text: '(32, 5)' }, confidence: 3 },
  { type: 'answer', session: 's', at: 3, entered: { texts: ['create_graph=True', 'x'] } },
  { type: 'answer', session: 's', at: 3, entered: { sequence: [2, 0, 1] } },
  { type: 'answer', session: 's', at: 3, entered: { matches: [1, 0, 1] } },
  { type: 'draft', session: 's', at: 3, entered: { matches: [null, 2] } },
  { type: 'draft', session: 's', at: 3, entered: { texts: ['', 'x'] } },
  { type: 'draft', session: 's', at: 2, entered: { text: '1/' } },
  { type: 'draft', session: 's', at: 2, entered: null },
  { type: 'show', session: 's', at: 20 },
  { type: 'openNote', session: 's', at: 1 },
  { type: 'again', session: 's', which: 'missed' },
  { type: 'choose' },
];

const bad: [string, unknown][] = [
  ['nothing', undefined],
  ['a text', 'ready'],
  ['a list', [{ type: 'ready' }]],
  ['an unknown type', { type: 'grade', session: 's' }],
  ['a type from the prototype', { type: 'constructor' }],
  ['an answer without a quiz', { type: 'answer', at: 0, entered: { places: [0] } }],
  ['an answer that claims to be right', { type: 'answer', session: 's', at: 0, entered: { places: [0] }, correct: true }],
  ['an entry with more than an answer', { type: 'answer', session: 's', at: 0, entered: { places: [0], correct: true } }],
  ['an empty choice', { type: 'answer', session: 's', at: 0, entered: { places: [] } }],
  ['a place that is no whole number', { type: 'answer', session: 's', at: 0, entered: { places: [0.5] } }],
  ['a negative place', { type: 'show', session: 's', at: -1 }],
  ['a place beyond all quizzes', { type: 'show', session: 's', at: 1e9 }],
  ['a text without end', { type: 'answer', session: 's', at: 0, entered: { text: '1'.repeat(10_000) } }],
  ['a note of its own choosing', { type: 'openNote', session: 's', at: 0, slug: '../../secret' }],
  ['blanks without end', { type: 'answer', session: 's', at: 0, entered: { texts: Array.from({ length: 10 }, () => 'x') } }],
  ['a blank without end', { type: 'answer', session: 's', at: 0, entered: { texts: ['x'.repeat(201)] } }],
  ['an order of words', { type: 'answer', session: 's', at: 0, entered: { sequence: ['first'] } }],
  ['a match with nothing at all', { type: 'answer', session: 's', at: 0, entered: { matches: [] } }],
  ['two answers at once', { type: 'answer', session: 's', at: 0, entered: { places: [0], text: '1' } }],
  ['a confidence beyond certainty', { type: 'answer', session: 's', at: 0, entered: { places: [0] }, confidence: 4 }],
  ['another wish', { type: 'again', session: 's', which: 'everything' }],
];

describe('messages from the quiz view', () => {
  for (const message of good) it(`may be ${JSON.stringify(message)}`, () => assert.deepStrictEqual(decodeFromQuizView(message), message));
  for (const [name, message] of bad)
    it(`may not be ${name}`, () => assert.throws(() => decodeFromQuizView(message), /^ProtocolError: message from the quiz view: /));

  it('are refused as ProtocolError or are one of the known types, whatever comes', () => {
    const near = fc.record(
      {
        type: fc.constantFrom('ready', 'answer', 'draft', 'show', 'again', 'choose', 'openNote', 'x'),
        session: fc.anything(),
        at: fc.anything(),
        entered: fc.anything(),
        which: fc.anything(),
      },
      { requiredKeys: ['type'] },
    );
    fc.assert(
      fc.property(fc.oneof(fc.anything(), near), (value) => {
        try {
          assert.ok(good.some(({ type }) => type === decodeFromQuizView(value).type));
        } catch (error) {
          assert.ok(error instanceof ProtocolError, String(error));
        }
      }),
      { numRuns: 2000 },
    );
  });
});

describe('messages to the quiz view', () => {
  it('are refused when they are of another kind or not complete', () => {
    assert.deepStrictEqual(decodeToQuizView({ type: 'gone' }), { type: 'gone' });
    assert.throws(() => decodeToQuizView({ type: 'picture', session: 's' }), /^ProtocolError: message to the quiz view: “title”/);
    assert.throws(() => decodeToQuizView({ type: 'ready' }), /^ProtocolError/);
  });
});

describe('what the view remembers', () => {
  it('is read back, and anything else is nothing', () => {
    assert.deepStrictEqual(readRemembered({ session: 's', at: 3 }), { session: 's', at: 3 });
    for (const value of [undefined, null, 3, 'x', {}, { session: 's' }, { session: '', at: 0 }, { session: 's', at: -1 }])
      assert.strictEqual(readRemembered(value), null);
  });
});
